"""How often people meet again over a day, against the fewest that is possible.

Dividing golfers in groups, week after week, without a repeat is a known problem with known answers.
"""

from collections import Counter

import pytest

from scholendag.breakouts import search, swaps
from scholendag.breakouts.assign import Person, assign
from scholendag.breakouts.sizes import DUO, TRIO, Kind, OfSize
from tests.breakouts.meetings import Rooms, repeats, twos


def a_day(number: int, kind: Kind, rounds: int, seed: int, *bouwen: str) -> Rooms:
    people = [Person(i, bouwen[i % len(bouwen)] if bouwen else "") for i in range(number)]
    rooms: Rooms = []
    for turn in range(rounds):
        rooms += assign(people, kind, 1000 * seed + turn, rooms)
    return rooms


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("number", "kind", "rounds"),
    [
        (4, DUO, 3),
        (6, DUO, 5),
        (8, DUO, 7),
        (9, TRIO, 4),
        (12, TRIO, 4),
        (16, OfSize(4), 5),
        (24, TRIO, 5),
        (25, TRIO, 5),
        (32, TRIO, 5),
        (32, OfSize(4), 5),
        (150, TRIO, 4),
    ],
)
def test_nobody_meets_again_as_long_as_that_is_possible(
    number: int, kind: Kind, rounds: int, seed: int
) -> None:
    assert repeats(a_day(number, kind, rounds, seed)) == 0


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("number", "kind", "rounds"), [(16, OfSize(4), 5), (24, TRIO, 5)])
def test_a_mix_of_bouwen_costs_no_repeated_meeting(
    number: int, kind: Kind, rounds: int, seed: int
) -> None:
    assert repeats(a_day(number, kind, rounds, seed, "onderbouw", "middenbouw", "bovenbouw")) == 0


def test_when_people_must_meet_again_it_is_as_few_as_possible() -> None:
    """Each of 9 has met the 8 others after four rounds, so a fifth is all repeats: 9 twos."""
    rooms = a_day(9, TRIO, 5, seed=1)
    assert repeats(rooms) == 9
    assert set(Counter(twos(rooms)).values()) == {1, 2}


@pytest.mark.parametrize(
    ("number", "kind", "rounds", "most"),
    [
        (150, TRIO, 4, 200),
        (400, TRIO, 4, 200),
        (150, OfSize(10), 4, 4 * search.LONG),
        (12, TRIO, 6, 6 * 2 * search.STARTS * search.SHORT),
    ],
)
def test_a_day_of_rounds_takes_a_bounded_number_of_swaps(
    number: int, kind: Kind, rounds: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = 0
    swap = swaps._Table.swap_for_someone

    def counted(*args: object) -> object:
        nonlocal steps
        steps += 1
        return swap(*args)

    monkeypatch.setattr(swaps._Table, "swap_for_someone", counted)
    a_day(number, kind, rounds, 1, "onderbouw", "middenbouw", "bovenbouw")
    assert 0 < steps <= most
