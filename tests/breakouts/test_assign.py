"""Who sits with whom: every size of team, and what a good division looks like."""

from collections import Counter
from itertools import combinations

import pytest

from scholendag.breakouts.assign import Person, Wishes, assign, match, pools
from scholendag.breakouts.sizes import DUO, TEAM, TRIO, sizes

EVERY_SIZE = [*range(1, 32), 60, 150]
KINDS = [TRIO, TEAM, DUO]
BOUWEN = ("onderbouw", "middenbouw", "bovenbouw")


def people(number: int, *bouwen: str) -> list[Person]:
    return [Person(i, bouwen[i % len(bouwen)] if bouwen else "") for i in range(1, number + 1)]


def flat(plan: list[list[int]]) -> list[int]:
    return sorted(person for room in plan for person in room)


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_gives_no_rooms(kind: str) -> None:
    assert sizes(0, kind) == []
    assert assign([], kind, seed=1) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", EVERY_SIZE)
def test_everyone_sits_in_exactly_one_room_and_nobody_alone(number: int, kind: str) -> None:
    plan = assign(people(number, *BOUWEN, ""), kind, seed=number)
    assert flat(plan) == list(range(1, number + 1))
    assert sorted(map(len, plan)) == sorted(sizes(number, kind))
    assert number == 1 or min(map(len, plan)) > 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_plan_in_whatever_order_people_come(kind: str) -> None:
    everyone = people(24, *BOUWEN)
    assert assign(everyone, kind, seed=5) == assign(reversed(everyone), kind, seed=5)
    assert assign(everyone, kind, seed=5) != assign(everyone, kind, seed=6)


def test_threes_mix_the_bouwen() -> None:
    bouw = {person.id: person.bouw for person in people(24, *BOUWEN)}
    for room in assign(people(24, *BOUWEN), TRIO, seed=3):
        assert {bouw[person] for person in room} == set(BOUWEN)


@pytest.mark.parametrize("kind", [TRIO, DUO])
def test_nobody_meets_someone_again_when_that_can_be_avoided(kind: str) -> None:
    everyone = people(24, *BOUWEN)
    first = assign(everyone, kind, seed=1)
    second = assign(everyone, kind, seed=2, earlier=first)
    third = assign(everyone, kind, seed=3, earlier=first + second)
    met = Counter(pair for room in first + second + third for pair in combinations(sorted(room), 2))
    assert set(met.values()) == {1}


def test_a_full_school_is_divided_three_times_without_meeting_again() -> None:
    everyone = people(150, *BOUWEN, "")
    rooms: list[list[int]] = []
    for seed in range(3):
        rooms += assign(everyone, TRIO, seed, earlier=rooms)
    met = Counter(pair for room in rooms for pair in combinations(sorted(room), 2))
    assert set(met.values()) == {1}


def test_teams_keep_a_bouw_together() -> None:
    everyone = [
        Person(i, bouw)
        for i, bouw in enumerate(["onderbouw"] * 6 + ["middenbouw"] * 10 + ["bovenbouw"] * 8)
    ]
    bouw = {person.id: person.bouw for person in everyone}
    plan = [
        Counter(bouw[person] for person in room)
        for room in assign(everyone, TEAM, seed=4, wishes=Wishes(mix=False))
    ]
    assert {"bovenbouw": 8} in plan
    assert {"middenbouw": 8} in plan
    assert {"onderbouw": 6, "middenbouw": 2} in plan


def test_who_chose_no_bouw_fills_the_teams() -> None:
    everyone = people(12, *BOUWEN) + [Person(i) for i in range(100, 112)]
    plan = assign(everyone, TEAM, seed=4, wishes=Wishes(mix=False))
    known = [[person for person in room if person < 100] for room in plan]
    assert [{person % 3 for person in room} for room in known].count(set()) == 0
    assert all(len({person % 3 for person in room}) == 1 for room in known)


def test_duos_are_made_within_each_team() -> None:
    team_of = {1: 7, 2: 7, 3: 7, 4: 8, 5: 8}
    assert pools([1, 2, 3, 4, 5], team_of) == [[1, 2, 3], [4, 5]]


def test_who_is_the_only_one_of_a_team_joins_one_that_it_makes_even() -> None:
    assert pools([1, 2, 3, 4, 5, 6], {1: 7, 2: 7, 3: 8, 4: 8, 5: 8, 6: 9}) == [[1, 2], [3, 4, 5, 6]]


def test_people_without_a_team_are_together() -> None:
    assert pools([1, 2, 3, 4, 5], {1: 7, 2: 7, 3: 8}) == [[1, 2], [4, 5, 3]]
    assert pools([1], {}) == [[1]]
    assert pools([], {}) == []


def test_a_team_called_after_a_bouw_gets_its_people() -> None:
    rooms = [["bovenbouw"] * 8, ["onderbouw"] * 3 + ["middenbouw"] * 5, ["onderbouw"] * 6]
    assert match(rooms, ["Onderbouw", "Team middenbouw", "Bovenbouw"]) == [2, 1, 0]


def test_other_teams_are_used_in_order_and_then_there_are_none() -> None:
    assert match([["gym"], [""], ["taal"]], ["Rood", "Blauw"]) == [0, 1, None]
    assert match([["bovenbouw"], [""]], ["Onderbouw", "Bovenbouw", "Extra"]) == [1, 0]
