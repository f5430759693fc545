"""Joining what is most alike, step by step. Pure; knows nothing of texts."""

import heapq
from collections.abc import Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """Some of the items, by number, and how much they are alike on the average."""

    members: tuple[int, ...]
    likeness: float


def group(
    alike: Sequence[dict[int, float]], sizes: Sequence[int], apart: Set[int], least: float
) -> list[Group]:
    """Join the two groups that are most alike until none is as alike as `least`.

    `alike` says of each item how much which others are like it, and is used up; no word of two
    items means not at all. An item counts for its size. Two items of `apart` never come together.
    """
    members: dict[int, tuple[int, ...]] = {number: (number,) for number in range(len(sizes))}
    weight = dict(enumerate(sizes))
    likeness = dict.fromkeys(members, 1.0)
    held = set(apart)
    pairs = [
        (-how, one, other)
        for one, others in enumerate(alike)
        for other, how in others.items()
        if one < other and how >= least and not (one in held and other in held)
    ]
    heapq.heapify(pairs)
    near = dict(enumerate(alike))
    while pairs:
        how, one, other = heapq.heappop(pairs)
        if near.get(one, {}).get(other) != -how or one not in members or other not in members:
            continue
        if one in held and other in held:
            continue
        joined = _join(near, weight, one, other)
        members[one] = tuple(sorted(members[one] + members.pop(other)))
        likeness[one] = -how
        if other in held:
            held.add(one)
        for third, new in joined.items():
            if new >= least:
                heapq.heappush(pairs, (-new, min(one, third), max(one, third)))
    return [Group(ones, likeness[number]) for number, ones in members.items()]


def _join(
    near: dict[int, dict[int, float]], weight: dict[int, int], one: int, other: int
) -> dict[int, float]:
    """Put `other` in `one`; how much every third group is like the two together."""
    mine, its = near[one], near.pop(other)
    whole = weight[one] + weight[other]
    joined = {
        third: (mine.get(third, 0.0) * weight[one] + its.get(third, 0.0) * weight[other]) / whole
        for third in mine.keys() | its.keys()
        if third not in (one, other)
    }
    near[one] = joined
    weight[one] = whole
    for third, new in joined.items():
        near[third].pop(other, None)
        near[third][one] = new
    return joined
