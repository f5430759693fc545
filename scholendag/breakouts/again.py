"""How often people meet again, and how often they cannot but. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import comb

Meetings = set[tuple[int, int]]


def meetings(rooms: Iterable[Iterable[int]]) -> Meetings:
    """Every two people who share one of these rooms, the lowest id first."""
    return {two for room in rooms for two in combinations(sorted(room), 2)}


def repeats(rooms: Iterable[Iterable[int]], met: Meetings) -> int:
    """How many twos in these rooms had met before."""
    return len(meetings(rooms) & met)


def least_repeats(rooms: Sequence[Sequence[int]], earlier: Iterable[Iterable[int]]) -> int:
    """At least so many twos meet again in rooms of these sizes, however these people are divided.

    `earlier` holds the rooms of before. More may be needed than this counts, never less.
    """
    people = {one for room in rooms for one in room}
    if not people:
        return 0
    before = [people.intersection(room) for room in earlier]
    return max(_without_strangers(people, rooms, meetings(before)), _crowded(before, len(rooms)))


def _without_strangers(people: set[int], rooms: Iterable[Sequence[int]], met: Meetings) -> int:
    """Whoever has fewer strangers left than others in the smallest room meets some again."""
    known = Counter(one for two in met for one in two)
    others = min(len(room) for room in rooms if room) - 1
    lacking = (others - (len(people) - 1 - known[one]) for one in people)
    return (sum(max(0, number) for number in lacking) + 1) // 2


def _crowded(before: Iterable[set[int]], rooms: int) -> int:
    """Of four who sat together some two meet again when there are only three rooms."""
    counted: Meetings = set()
    least = 0
    for group in before:
        twos = meetings([group])
        if twos.isdisjoint(counted):
            counted |= twos
            each, more = divmod(len(group), rooms)
            least += more * comb(each + 1, 2) + (rooms - more) * comb(each, 2)
    return least
