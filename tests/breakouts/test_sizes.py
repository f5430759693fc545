"""How many people sit in each room, by the examples of the guide and for every number."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholendag.breakouts.sizes import DUO, TEAM, TRIO, InRooms, OfSize, sizes

MOST = 400


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [1]),
        (2, [2]),
        (3, [3]),
        (4, [4]),
        (5, [3, 2]),
        (6, [3, 3]),
        (7, [3, 4]),
        (8, [4, 4]),
        (9, [3, 3, 3]),
        (10, [3, 3, 4]),
        (11, [3, 4, 4]),
        (25, [3] * 7 + [4]),
        (31, [3] * 9 + [4]),
        (60, [3] * 20),
        (150, [3] * 50),
    ],
)
def test_threes_with_the_rest_in_fours(number: int, expected: list[int]) -> None:
    assert sizes(number, TRIO) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [1]),
        (5, [5]),
        (10, [10]),
        (11, [6, 5]),
        (13, [7, 6]),
        (17, [9, 8]),
        (20, [10, 10]),
        (21, [7, 7, 7]),
        (22, [8, 7, 7]),
        (25, [9, 8, 8]),
        (31, [8, 8, 8, 7]),
        (60, [10] * 6),
        (150, [10] * 15),
    ],
)
def test_teams_of_at_most_ten_that_differ_by_one(number: int, expected: list[int]) -> None:
    assert sizes(number, TEAM) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (24, [2] * 12), (25, [2] * 11 + [3])],
)
def test_twos_with_one_three_when_odd(number: int, expected: list[int]) -> None:
    assert sizes(number, DUO) == expected


@pytest.mark.parametrize("number", range(1, MOST + 1))
def test_sizes_are_those_of_the_guide_for_every_number(number: int) -> None:
    trios, teams, duos = sizes(number, TRIO), sizes(number, TEAM), sizes(number, DUO)
    assert sum(trios) == sum(teams) == sum(duos) == number
    assert len(teams) == -(-number // 10)
    assert max(teams) - min(teams) <= 1
    assert min(teams) >= min(number, 5)
    if number >= 6:
        assert Counter(trios) == +Counter({3: (number - number % 3 * 4) // 3, 4: number % 3})
    if number >= 2:
        assert Counter(duos) == +Counter({2: number // 2 - number % 2, 3: number % 2})
        pairs = Counter(sizes(number, OfSize(3, rest_is_smaller=True)))
        assert pairs == +Counter({3: number // 3 - (number % 3 == 1), 2: -number % 3})


@given(number=st.integers(2, MOST), size=st.integers(2, 20), smaller=st.booleans())
def test_rooms_of_a_size_stay_near_it(number: int, size: int, smaller: bool) -> None:
    found = sizes(number, OfSize(size, smaller))
    assert sum(found) == number
    assert min(found) >= min(number, 2, size)
    assert max(found) <= size + (not smaller or size == 2)
    assert number < size or min(found) > size // 2 or (smaller and min(found) == (size + 1) // 2)


@given(number=st.integers(2, MOST), rooms=st.integers(1, 100))
def test_a_number_of_rooms_is_kept_unless_someone_would_be_alone(number: int, rooms: int) -> None:
    found = sizes(number, InRooms(rooms))
    assert len(found) == min(rooms, number // 2)
    assert max(found) - min(found) <= 1
    assert min(found) > 1


def test_rooms_of_one_and_no_rooms_are_no_division() -> None:
    with pytest.raises(ValueError, match="two people"):
        OfSize(1)
    with pytest.raises(ValueError, match="one room"):
        InRooms(0)
    with pytest.raises(KeyError):
        sizes(6, "kwartet")
