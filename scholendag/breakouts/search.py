"""The best division that a bounded search finds, for people numbered 0, 1, 2, … Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from scholendag.breakouts.swaps import Costs, Plan, improve, total

# How far a search goes, in swaps.
LONG, SHORT = 2_000, 300
# Among so few people a round decides whether the next can do without repeats: of 16 people in
# fours only one third round in four leaves such a fourth. So it takes several short searches.
FEW, STARTS = 40, 60


@dataclass(frozen=True)
class Group:
    """Every two of these people in one room cost this much; below zero: they belong together."""

    weight: int
    members: Sequence[int]


def best(
    deal: Callable[[], Plan], groups: Sequence[Group], chance: Random, steps: int = LONG
) -> Plan:
    """The cheapest plan found from one deal of the cards."""
    start = deal()
    return improve(start, _costs(start, groups), chance, steps, _least(start, groups))


def best_for_now_and_next(
    deal: Callable[[], Plan],
    met: Sequence[Sequence[int]],
    weight: int,
    others: Sequence[Group],
    chance: Random,
) -> Plan:
    """The plan found with fewest repeats; of those the one that leaves most to a next round.

    `met` holds the rooms of earlier rounds. Meeting again costs `weight`, more than any swap can
    gain in the lighter of the other groups.
    """
    groups = [*(Group(weight, room) for room in met), *others]
    if sum(map(len, deal())) > FEW:
        return best(deal, groups, chance)
    found: list[tuple[int, int, int, Plan]] = []
    for _ in range(STARTS):
        plan = best(deal, groups, chance, SHORT)
        cost = _above_least(plan, groups)
        found.append((cost // weight, _repeats_next(deal, [*met, *plan], chance), cost, plan))
        if _good_enough(*min(found)[:3], searches=len(found)):
            break
    return min(found)[-1]


def _good_enough(repeats: int, repeats_next: int, cost: int, searches: int) -> bool:
    """Nothing can be better, or only lighter reasons can and those had a long search as well."""
    return not (repeats or repeats_next) and (not cost or searches * SHORT >= LONG)


def _repeats_next(deal: Callable[[], Plan], met: Sequence[Sequence[int]], chance: Random) -> int:
    """How often people meet again in the best next round; 0 also when that must happen anyway."""
    groups = [Group(1, room) for room in met]
    start = deal()
    strangers = min(row.count(0) for row in _costs(start, groups))
    if strangers < min(map(len, start)):
        return 0
    return total(best(deal, groups, chance, SHORT), _costs(start, groups))


def _above_least(plan: Plan, groups: Sequence[Group]) -> int:
    return total(plan, _costs(plan, groups)) - _least(plan, groups)


def _costs(plan: Plan, groups: Iterable[Group]) -> Costs:
    people = sum(map(len, plan))
    costs = [[0] * people for _ in range(people)]
    for group in groups:
        for one, other in combinations(group.members, 2):
            costs[one][other] += group.weight
            costs[other][one] += group.weight
    return costs


def _least(plan: Plan, groups: Iterable[Group]) -> int:
    """No plan with these rooms costs less: groups spread evenly, or all together."""
    return sum(
        group.weight * _fewest_pairs(len(group.members), len(plan) if group.weight > 0 else 1)
        for group in groups
    )


def _fewest_pairs(people: int, rooms: int) -> int:
    """How many twos share a room when people are spread as evenly as can be."""
    each, more = divmod(people, rooms)
    return rooms * (each * (each - 1) // 2) + more * each
