"""What holds for every division, whoever comes."""

import os
import random
import subprocess
import sys
from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from scholendag.breakouts.assign import BY_SCHOOL, BY_TEAM, Person, Wishes, assign, to_seat
from scholendag.breakouts.sizes import DUO, TEAM, TRIO, InRooms, Kind, OfSize, sizes
from tests.breakouts.meetings import Rooms, repeats, twos

MOST = 400
SIZED = (
    st.sampled_from([TRIO, TEAM, DUO])
    | st.builds(OfSize, st.integers(2, 12), st.booleans())
    | st.builds(InRooms, st.integers(1, 60))
)
SEEDS = st.integers(0, 2**32 - 1)
some = settings(max_examples=40, deadline=None)


@st.composite
def crowds(draw: st.DrawFn, most: int = MOST) -> list[Person]:
    """People of some bouwen, teams and schools, of whom some have a role and some are away."""
    number = draw(st.integers(1, most))
    chance = random.Random(draw(SEEDS))
    bouwen = ["", "onderbouw", "middenbouw", "bovenbouw", "gym"][: draw(st.integers(1, 5))]
    share_present = draw(st.sampled_from([0, 0.5, 0.9, 1]))
    return [
        Person(
            one,
            bouw=chance.choice(bouwen),
            roles=frozenset(["aantekenaar"] if chance.random() < 0.1 else []),
            team=chance.choice([None, *range(1 + number // 8)]),
            school=chance.randrange(3),
            is_present=chance.random() < share_present,
        )
        for one in chance.sample(range(10 * number), number)
    ]


def ids(people: list[Person]) -> list[int]:
    return sorted(person.id for person in people)


def dealt_at_random(people: list[int], room_sizes: list[int], chance: random.Random) -> Rooms:
    left = chance.sample(people, len(people))
    return [[left.pop() for _ in range(size)] for size in room_sizes]


def clashes(rooms: Rooms, people: list[Person]) -> int:
    """How many twos share a room with someone of their own bouw or with their own role."""
    by_id = {person.id: person for person in people}
    pairs = [(by_id[one], by_id[other]) for one, other in twos(rooms)]
    return sum((a.bouw == b.bouw != "") + len(a.roles & b.roles) for a, b in pairs)


@some
@given(people=crowds(), kind=SIZED, seed=SEEDS, mix=st.booleans())
def test_all_who_are_present_sit_once_in_rooms_of_the_right_size(
    people: list[Person], kind: Kind, seed: int, mix: bool
) -> None:
    plan = assign(people, kind, seed, wishes=Wishes(mix=mix))
    seated = to_seat(people)
    assert sorted(person for room in plan for person in room) == ids(seated)
    assert sorted(map(len, plan)) == sorted(sizes(len(seated), kind))
    assert len(seated) == 1 or min(map(len, plan)) > 1


@some
@given(people=crowds(120), seed=SEEDS)
def test_within_a_team_only_who_would_be_alone_sits_with_others(
    people: list[Person], seed: int
) -> None:
    plan = assign(people, DUO, seed, wishes=Wishes(within_team=True))
    seated = to_seat(people)
    assert sorted(person for room in plan for person in room) == ids(seated)
    assert len(seated) == 1 or min(map(len, plan)) > 1
    team = {person.id: person.team for person in people}
    members = Counter(person.team for person in seated)
    for room in plan:
        whole = {team[one] for one in room if team[one] is not None and members[team[one]] > 1}
        assert len(whole) <= 1


@some
@given(people=crowds(120), seed=SEEDS)
def test_rooms_by_school_or_team_are_as_people_come(people: list[Person], seed: int) -> None:
    seated = to_seat(people)
    for kind, origin in ((BY_SCHOOL, lambda p: p.school), (BY_TEAM, lambda p: p.team)):
        plan = assign(people, kind, seed)
        assert sorted(person for room in plan for person in room) == ids(seated)
        assert len(seated) == 1 or min(map(len, plan)) > 1
        room_of = {person: index for index, room in enumerate(plan) for person in room}
        for one, other in combinations(seated, 2):
            if origin(one) == origin(other):
                assert room_of[one.id] == room_of[other.id]


@some
@given(people=crowds() | crowds(20), kind=SIZED, seed=SEEDS, rounds=st.integers(0, 3))
def test_never_worse_than_dealing_out_at_random(
    people: list[Person], kind: Kind, seed: int, rounds: int
) -> None:
    chance, seated = random.Random(seed + 1), to_seat(people)
    earlier: Rooms = []
    for turn in range(rounds):
        earlier += assign(people, kind, seed + turn, earlier)
    plan = assign(people, kind, seed, earlier)
    blind = dealt_at_random(ids(seated), sizes(len(seated), kind), chance)
    assert repeats(earlier + plan) <= repeats(earlier + blind)
    if not rounds:
        assert clashes(plan, people) <= clashes(blind, people)


@some
@given(people=crowds(60), seed=SEEDS)
def test_a_bouw_that_stays_together_is_split_less_than_at_random(
    people: list[Person], seed: int
) -> None:
    def kept(rooms: Rooms) -> int:
        bouw = {person.id: person.bouw for person in people}
        known = [(bouw[a], bouw[b]) for a, b in twos(rooms) if bouw[a] and bouw[b]]
        return sum(1 if one == other else -1 for one, other in known)

    seated = to_seat(people)
    blind = dealt_at_random(ids(seated), sizes(len(seated), TEAM), random.Random(seed))
    assert kept(assign(people, TEAM, seed, wishes=Wishes(mix=False))) >= kept(blind)


@settings(some, max_examples=15)
@given(
    number=st.integers(12, 60), kind=st.sampled_from([TRIO, TEAM]), mix=st.booleans(), seed=SEEDS
)
def test_who_must_be_apart_or_together_is(number: int, kind: str, mix: bool, seed: int) -> None:
    everyone = [Person(i, "ab"[i % 2]) for i in range(number)]
    one, two, three, four, five = random.Random(seed).sample(range(number), 5)
    met = [[one, two], [one, two]]
    wishes = Wishes(mix, apart=(frozenset({one, three}),), together=(frozenset({one, two}),))
    room_of = {
        p: i for i, room in enumerate(assign(everyone, kind, seed, met, wishes)) for p in room
    }
    assert room_of[one] == room_of[two] != room_of[three]
    wishes = Wishes(mix, together=(frozenset({one, two, three}), frozenset({four, five})))
    room_of = {
        p: i for i, room in enumerate(assign(everyone, kind, seed, met, wishes)) for p in room
    }
    assert room_of[one] == room_of[two] == room_of[three]
    assert room_of[four] == room_of[five]


def test_a_wish_about_someone_who_is_away_changes_nothing() -> None:
    people = [Person(i, is_present=i > 1) for i in range(8)]
    wishes = Wishes(apart=(frozenset({0, 5}),), together=(frozenset({1, 6}), frozenset({99, 7})))
    assert assign(people, TRIO, 3, wishes=wishes) == assign(people, TRIO, 3)


def test_roles_are_spread() -> None:
    people = [Person(i, roles=frozenset({"aantekenaar"} if i < 4 else ())) for i in range(12)]
    assert all(sum(one < 4 for one in room) == 1 for room in assign(people, TRIO, seed=2))


def test_the_same_seed_gives_the_same_plan_in_another_process() -> None:
    program = (
        "from scholendag.breakouts.assign import Person, Wishes, assign\n"
        "people = [Person(i, 'abc'[i % 3], frozenset(['x', 'y'][: i % 3])) for i in range(50)]\n"
        "wishes = Wishes(apart=(frozenset({1, 9, 30}),), together=(frozenset({4, 20}),))\n"
        "print(assign(people, 'trio', 7, [[1, 2, 3], [4, 5, 6]], wishes))"
    )
    plans = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": str(number)},
            capture_output=True,
            check=True,
        ).stdout
        for number in (1, 2)
    }
    assert len(plans) == 1
