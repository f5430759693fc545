"""Who sits with whom. Pure: people in, a plan out; the same seed gives the same plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from random import Random
from typing import Protocol, TypeVar

from scholendag.breakouts.search import Group, best, best_for_now_and_next
from scholendag.breakouts.sizes import Kind, sizes
from scholendag.breakouts.swaps import Plan

# The rooms are the schools or teams that people come from.
BY_SCHOOL, BY_TEAM = "by school", "by team"
# One point of a weight outweighs all that a swap can change in the weight after it.
WISH, FIRST, AGAIN, THEN = 10**12, 10**8, 10**4, 1


class Present(Protocol):
    """Someone who is there, or not."""

    @property
    def is_present(self) -> bool:
        """Whether to count on this person."""


P = TypeVar("P", bound=Present)


@dataclass(frozen=True)
class Person:
    """Someone to seat. People with the same `bouw` work together every day; empty: unknown."""

    id: int
    bouw: str = ""
    roles: frozenset[str] = frozenset()
    team: int | None = None
    school: int | None = None
    is_present: bool = True


@dataclass(frozen=True)
class Wishes:
    """What the coach asks of a division. `apart` and `together`: the ids of each such wish."""

    # Above all meet someone new, in a mix of bouwen; or keep each bouw together as it stays.
    mix: bool = True
    # Meet someone new before anything else, also where a bouw is kept together.
    only_new: bool = False
    # Nobody shares a room with someone of another team, unless there is no one of their own.
    within_team: bool = False
    apart: tuple[frozenset[int], ...] = ()
    together: tuple[frozenset[int], ...] = ()


MIX = Wishes()


def assign(
    people: Iterable[Person],
    kind: Kind,
    seed: int,
    earlier: Iterable[Iterable[int]] = (),
    wishes: Wishes = MIX,
) -> list[list[int]]:
    """The rooms, each a list of ids. Raises KeyError for a kind that is unknown.

    Everyone of `to_seat` sits in exactly one, and nobody alone. `earlier` holds the ids of those
    who shared a room before. Wishes to be apart and together weigh most, then that few people
    meet again, then that bouwen and roles are spread. Rooms by school or team are as people come.
    """
    present = sorted(to_seat(people), key=lambda person: person.id)
    chance = Random(seed)  # noqa: S311 - a game of chance, not a secret
    if kind == BY_SCHOOL:
        return _pooled(present, {person.id: person.school for person in present})
    if kind == BY_TEAM:
        return _pooled(present, {person.id: person.team for person in present})
    teams = {person.id: person.team for person in present} if wishes.within_team else {}
    met = [frozenset(room) for room in earlier]
    by_id = {person.id: person for person in present}
    return [
        room
        for pool in _pooled(present, teams)
        for room in _divide([by_id[one] for one in pool], kind, chance, met, wishes)
    ]


def to_seat(people: Iterable[P]) -> list[P]:
    """Whom the groups are made of: who is present, else everyone."""
    everyone = list(people)
    return [person for person in everyone if person.is_present] or everyone


def _pooled(people: Iterable[Person], origin: Mapping[int, int | None]) -> list[list[int]]:
    known = {person: where for person, where in origin.items() if where is not None}
    return pools([person.id for person in people], known)


def _divide(
    people: list[Person],
    kind: Kind,
    chance: Random,
    earlier: Sequence[frozenset[int]],
    wishes: Wishes,
) -> list[list[int]]:
    place = {person.id: number for number, person in enumerate(people)}
    rooms = _places(earlier, place)
    met = sorted({two for room in rooms for two in combinations(room, 2)})
    bouwen, roles = _sharing(people)
    groups = [Group(WISH, apart) for apart in _places(wishes.apart, place)]
    groups += [Group(-WISH, together) for together in _places(wishes.together, place)]
    groups += [Group(THEN, role) for role in roles]

    def deal() -> Plan:
        return _dealt(people, sizes(len(people), kind), wishes.mix, chance)

    if wishes.mix:
        groups += [Group(THEN, bouw) for bouw in bouwen]
        # Every repeat counts; and among repeats, rather a second time than a third.
        groups += [Group(AGAIN, room) for room in rooms]
        plan = best_for_now_and_next(deal, met, FIRST, groups, chance)
    elif wishes.only_new:
        groups += _kept(bouwen, AGAIN)
        plan = best_for_now_and_next(deal, met, FIRST, groups, chance)
    else:
        groups += _kept(bouwen, FIRST)
        groups += [Group(THEN, room) for room in rooms]
        plan = best(deal, groups, chance)
    return [[people[number].id for number in room] for room in plan]


def _kept(bouwen: Sequence[list[int]], weight: int) -> list[Group]:
    """Another bouw in the room counts against it, someone without a bouw does not."""
    everyone = Group(weight, [one for bouw in bouwen for one in bouw])
    return [everyone, *(Group(-2 * weight, bouw) for bouw in bouwen)]


def _places(groups: Iterable[Iterable[int]], place: Mapping[int, int]) -> list[list[int]]:
    """These people, as far as they are to be seated; only where there are at least two."""
    known = [sorted(place[one] for one in set(group) if one in place) for group in groups]
    return [group for group in known if len(group) > 1]


def _sharing(people: Sequence[Person]) -> tuple[list[list[int]], list[list[int]]]:
    """The places of who have the same bouw, and of who have the same role."""
    bouwen: dict[str, list[int]] = {}
    roles: dict[str, list[int]] = {}
    for place, person in enumerate(people):
        if person.bouw:
            bouwen.setdefault(person.bouw, []).append(place)
        for role in sorted(person.roles):
            roles.setdefault(role, []).append(place)
    return list(bouwen.values()), list(roles.values())


def _dealt(people: Sequence[Person], room_sizes: Sequence[int], mix: bool, chance: Random) -> Plan:
    """Bouw after bouw: dealt out like cards to mix them, or filling room after room."""
    places = list(range(len(people)))
    chance.shuffle(places)
    places.sort(key=lambda place: people[place].bouw)
    seats = [(seat, room) for room, size in enumerate(room_sizes) for seat in range(size)]
    if mix:
        seats.sort()
    plan: Plan = [[] for _ in room_sizes]
    for place, (_, room) in zip(places, seats, strict=True):
        plan[room].append(place)
    return plan


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
