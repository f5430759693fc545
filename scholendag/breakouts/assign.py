"""Who sits with whom. Pure: people in, a plan out; the same seed gives the same plan."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

TRIO, TEAM, DUO = "trio", "team", "duo"
LARGEST_TEAM = 10
# Meeting someone again is worse than meeting someone of your own bouw.
MET_BEFORE, SAME_BOUW = 10, 1


@dataclass(frozen=True)
class Person:
    """Someone to seat. People with the same `bouw` work together every day; empty: unknown."""

    id: int
    bouw: str = ""


Plan = list[list[Person]]
Clash = Callable[[Person, Iterable[Person]], int]


def sizes(people: int, kind: str) -> list[int]:
    """How many people each room gets. Raises KeyError for an unknown kind.

    From the facilitator's guide: threes for talking, where a rest makes fours, so that nobody
    is left alone when someone drops out (5 becomes 3 and 2); teams of about 8 to 10, never
    more than 10, that differ by one at most; twos, with one three when the number is odd.
    One person is one room of one: only who tries the day alone sees that.
    """
    return _SIZES[kind](people) if people else []


def _trio_sizes(people: int) -> list[int]:
    if people < 3:  # noqa: PLR2004
        return [people]
    if people == 5:  # noqa: PLR2004
        return [3, 2]
    fours = people % 3
    return [3] * ((people - 4 * fours) // 3) + [4] * fours


def _team_sizes(people: int) -> list[int]:
    teams = -(-people // LARGEST_TEAM)
    smaller, larger = divmod(people, teams)
    return [smaller + 1] * larger + [smaller] * (teams - larger)


def _duo_sizes(people: int) -> list[int]:
    if people == 1:
        return [1]
    odd = people % 2
    return [2] * (people // 2 - odd) + [3] * odd


_SIZES = {TRIO: _trio_sizes, TEAM: _team_sizes, DUO: _duo_sizes}


def assign(
    people: Iterable[Person], kind: str, seed: int, earlier: Iterable[Iterable[int]] = ()
) -> list[list[int]]:
    """The rooms, each a list of ids. Everyone sits in exactly one. Raises KeyError like `sizes`.

    Threes and twos mix the bouwen and avoid whom you already sat with: `earlier` holds the
    ids of those who shared a room before. Teams keep a bouw together, because they stay.
    """
    everyone = sorted(people, key=lambda person: person.id)
    random.Random(seed).shuffle(everyone)  # noqa: S311 - a game of chance, not a secret
    room_sizes = sizes(len(everyone), kind)
    if kind == TEAM:
        plan = _together(everyone, room_sizes)
    else:
        plan = _apart(everyone, room_sizes)
        _swap(plan, _clashes(earlier))
    return [[person.id for person in room] for room in plan]


def _together(people: Sequence[Person], room_sizes: Sequence[int]) -> Plan:
    """The largest bouw goes whole to the emptiest room; who chose none fills what is left."""
    plan: Plan = [[] for _ in room_sizes]
    bouwen = [[p for p in people if p.bouw == bouw] for bouw in {p.bouw: None for p in people}]
    waiting = [bouw for bouw in bouwen if bouw[0].bouw]
    unknown = [person for person in people if not person.bouw]
    while waiting or unknown:
        group = max(waiting, key=len) if waiting else unknown
        free = [size - len(room) for size, room in zip(room_sizes, plan, strict=True)]
        emptiest = free.index(max(free))
        plan[emptiest] += group[: free[emptiest]]
        del group[: free[emptiest]]
        waiting = [bouw for bouw in waiting if bouw]
    return plan


def _apart(people: Sequence[Person], room_sizes: Sequence[int]) -> Plan:
    """Dealt out like cards, one bouw after the other."""
    plan: Plan = [[] for _ in room_sizes]
    seats = sorted((seat, room) for room, size in enumerate(room_sizes) for seat in range(size))
    by_bouw = sorted(people, key=lambda person: person.bouw)
    for person, (_, room) in zip(by_bouw, seats, strict=True):
        plan[room].append(person)
    return plan


def _clashes(earlier: Iterable[Iterable[int]]) -> Clash:
    met = Counter(pair for room in earlier for pair in combinations(sorted(room), 2))

    def clash(one: Person, others: Iterable[Person]) -> int:
        return sum(
            MET_BEFORE * met[min(one.id, other.id), max(one.id, other.id)]
            + SAME_BOUW * (one.bouw == other.bouw != "")
            for other in others
            if other != one
        )

    return clash


def _swap(plan: Plan, clash: Clash) -> None:
    """Let two people change places as long as that helps. Ends: each swap lowers the total."""
    helped = True
    while helped:
        helped = False
        for one, other in combinations(plan, 2):
            helped |= _swap_between(one, other, clash)


def _swap_between(one: list[Person], other: list[Person], clash: Clash) -> bool:
    helped = False
    for i, j in product(range(len(one)), range(len(other))):
        here, there = one[:i] + one[i + 1 :], other[:j] + other[j + 1 :]
        now = clash(one[i], here) + clash(other[j], there)
        if now > clash(other[j], here) + clash(one[i], there):
            one[i], other[j] = other[j], one[i]
            helped = True
    return helped


def pools(people: Iterable[int], team_of: Mapping[int, int]) -> list[list[int]]:
    """People by team, for duos that work on the same goal. Nobody is a pool alone.

    Who has no team, or is the only one of it, is put with others like that, else with a team
    of an odd number: that makes it even.
    """
    by_team: dict[int | None, list[int]] = {}
    for person in people:
        by_team.setdefault(team_of.get(person), []).append(person)
    loose = by_team.pop(None, [])
    loose += [person for team in by_team.values() if len(team) == 1 for person in team]
    whole = [team for team in by_team.values() if len(team) > 1]
    if len(loose) == 1 and whole:
        min(whole, key=lambda team: (len(team) % 2 == 0, len(team))).extend(loose)
        return whole
    return whole + [loose] * bool(loose)


def match(rooms: Sequence[Sequence[str]], names: Sequence[str]) -> list[int | None]:
    """Which of the lasting teams, by position in `names`, sits in which room; None for a new one.

    `rooms` holds the bouw of each person. A team called after a bouw goes to the room with
    most people of it; the other rooms get the teams that are left, in order.
    """
    scores = sorted(
        (-sum(_called_after(name, bouw) for bouw in room), number, index)
        for (index, room), (number, name) in product(enumerate(rooms), enumerate(names))
    )
    found: dict[int, int] = {}
    for score, number, index in scores:
        if score < 0 and index not in found and number not in found.values():
            found[index] = number
    left = iter([number for number in range(len(names)) if number not in found.values()])
    return [found[i] if i in found else next(left, None) for i in range(len(rooms))]


def _called_after(name: str, bouw: str) -> bool:
    return bool(bouw) and bouw.casefold() in name.casefold()
