"""How often people meet again over a real day: the assignment beside dealing out at random.

    python -m tests.load.meetings

Prints the tables of the decision about the assignment. The seeds are fixed, so on every machine
it prints the same numbers; only the times differ.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from random import Random
from statistics import mean

from scholendag.breakouts.assign import Person, Wishes, assign
from scholendag.breakouts.sizes import DUO, TEAM, TRIO, Kind, OfSize, sizes
from tests.breakouts.meetings import Rooms, repeats

BOUWEN = ("onderbouw", "middenbouw", "bovenbouw")
SEEDS = range(10)
# Of so many people, in such groups, over so many rounds.
DAYS: tuple[tuple[int, str, Kind, int], ...] = (
    (9, "drietallen", TRIO, 4),
    (16, "viertallen", OfSize(4), 5),
    (24, "drietallen", TRIO, 4),
    (25, "drietallen", TRIO, 4),
    (32, "drietallen", TRIO, 4),
    (60, "drietallen", TRIO, 4),
    (150, "drietallen", TRIO, 4),
)
LARGEST = DAYS[-1]

WHOLE_DAYS = (24, 25, 32, 60, 150)
# Threes and duos, with their rest; a team is larger.
MOST_IN_TALK = 4

Deal = Callable[[int, Kind, int, Rooms], Rooms]


def at_random(number: int, kind: Kind, seed: int, earlier: Rooms) -> Rooms:
    """People dealt out like cards, whoever they met before."""
    people = list(range(number))
    Random(seed).shuffle(people)
    rest = iter(people)
    return [[next(rest) for _ in range(size)] for size in sizes(number, kind)]


def assigned(number: int, kind: Kind, seed: int, earlier: Rooms) -> Rooms:
    """People of three bouwen as the coach's press divides them."""
    people = [Person(one, BOUWEN[one % len(BOUWEN)]) for one in range(number)]
    return assign(people, kind, seed, earlier)


def a_day(deal: Deal, number: int, kind: Kind, rounds: int, seed: int) -> Rooms:
    """Every room of so many rounds, of which each knows the ones before."""
    rooms: Rooms = []
    for turn in range(rounds):
        rooms += deal(number, kind, 1000 * seed + turn, rooms)
    return rooms


def whole_day(number: int, seed: int, *, by_chance: bool) -> Rooms:
    """Threes, other threes, teams that keep a bouw together, and duos within those teams."""
    deal = at_random if by_chance else assigned
    threes = a_day(deal, number, TRIO, 2, seed)
    if by_chance:
        teams = at_random(number, TEAM, 1000 * seed + 2, [])
        pairs = [_dealt_within(team, Random(1000 * seed + 3)) for team in teams]
        return threes + teams + [duo for duos in pairs for duo in duos]
    people = [Person(one, BOUWEN[one % len(BOUWEN)]) for one in range(number)]
    teams = assign(people, TEAM, 1000 * seed + 2, threes, Wishes(mix=False))
    team_of = {one: index for index, team in enumerate(teams) for one in team}
    members = [replace(person, team=team_of[person.id]) for person in people]
    rooms = threes + teams
    return rooms + assign(members, DUO, 1000 * seed + 3, rooms, Wishes(within_team=True))


def met_in_talks(rooms: Rooms) -> int:
    """Repeats in threes and duos: that a duo knows each other from the team is meant so."""
    return repeats([room for room in rooms if len(room) <= MOST_IN_TALK])


def _dealt_within(team: list[int], chance: Random) -> Rooms:
    chance.shuffle(team)
    rest = iter(team)
    return [[next(rest) for _ in range(size)] for size in sizes(len(team), DUO)]


def counts(deal: Deal, number: int, kind: Kind, rounds: int) -> tuple[list[int], float]:
    """The repeated meetings of each seed, and the seconds that one day took."""
    began = time.perf_counter()
    found = [repeats(a_day(deal, number, kind, rounds, seed)) for seed in SEEDS]
    return found, (time.perf_counter() - began) / len(SEEDS)


def in_vain(number: int, kind: Kind, seed: int, earlier: Rooms) -> Rooms:
    """The same with a wish that cannot be granted, so that the search goes on to its last swap."""
    people = [Person(one, BOUWEN[one % len(BOUWEN)]) for one in range(number)]
    two = (frozenset({0, 1}),)
    return assign(people, kind, seed, earlier, Wishes(apart=two, together=(frozenset(range(4)),)))


def slowest(deal: Deal, number: int, kind: Kind, rounds: int) -> float:
    """The seconds that the day of the slowest seed took."""
    took = []
    for seed in SEEDS:
        began = time.perf_counter()
        a_day(deal, number, kind, rounds, seed)
        took.append(time.perf_counter() - began)
    return max(took)


def main() -> None:
    """Print the tables, and how long the largest day takes at most."""
    print("| people | groups | rounds | at random: mean (least) | assigned: mean (most) | a day |")
    print("| --- | --- | --- | --- | --- | --- |")
    for number, name, kind, rounds in DAYS:
        chance, _ = counts(at_random, number, kind, rounds)
        chosen, took = counts(assigned, number, kind, rounds)
        print(
            f"| {number} | {name} | {rounds} | {mean(chance):.1f} ({min(chance)}) "
            f"| {mean(chosen):.1f} ({max(chosen)}) | {took:.2f} s |",
            flush=True,
        )
    print("\n| people | at random: mean (least) | assigned: mean (most) |")
    print("| --- | --- | --- |")
    for number in WHOLE_DAYS:
        chance = [met_in_talks(whole_day(number, seed, by_chance=True)) for seed in SEEDS]
        chosen = [met_in_talks(whole_day(number, seed, by_chance=False)) for seed in SEEDS]
        dealt, planned = (
            f"{mean(chance):.1f} ({min(chance)})",
            f"{mean(chosen):.1f} ({max(chosen)})",
        )
        print(f"| {number} | {dealt} | {planned} |", flush=True)
    number, name, kind, rounds = LARGEST
    print(f"\n{number} people in {name} over {rounds} rounds, the slowest of {len(SEEDS)} days:")
    print(f"{slowest(assigned, number, kind, rounds):.2f} s", flush=True)
    print(f"{slowest(in_vain, number, kind, rounds):.2f} s with a wish that cannot be granted")


if __name__ == "__main__":
    main()
