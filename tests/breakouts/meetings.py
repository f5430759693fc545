"""Who met whom, counted from the rooms of a day."""

from collections import Counter
from itertools import combinations

Rooms = list[list[int]]


def twos(rooms: Rooms) -> list[tuple[int, int]]:
    """Every two people who share a room, once for each time."""
    return [two for room in rooms for two in combinations(sorted(room), 2)]


def repeats(rooms: Rooms) -> int:
    """How often two people meet again over all these rooms."""
    return sum(times - 1 for times in Counter(twos(rooms)).values())
