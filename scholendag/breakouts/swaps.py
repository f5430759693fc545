"""Let people change places as long as that helps. Pure, and bounded by steps instead of seconds:
the same chance gives the same plan on every machine.

People are the numbers 0, 1, 2, …; `costs[one][other]` is what it costs that two share a room,
below zero for who had better sit together. The search is a tabu search: it takes the best swap
for someone unhappy even if that makes things worse, and then lets both sit still for a while.
"""

from collections.abc import Iterable, Sequence
from random import Random

Costs = Sequence[Sequence[int]]
Plan = list[list[int]]
# How many steps someone who has just moved sits still, at most.
REST = 10


def total(plan: Plan, costs: Costs) -> int:
    """What the plan costs: the sum over every two people in one room."""
    return sum(costs[one][other] for room in plan for one in room for other in room) // 2


def improve(plan: Plan, costs: Costs, chance: Random, steps: int, goal: int = 0) -> Plan:
    """The cheapest plan met in this many swaps, with rooms of the same size; never a dearer one.

    Stops as soon as it costs no more than the goal. `costs` is zero on its diagonal.
    """
    table, cost = _Table(plan, costs), total(plan, costs)
    best, lowest = table.plan(), cost
    rested = [0] * len(costs)
    for step in range(steps):
        if lowest <= goal:
            break
        movable = [person for person, since in enumerate(rested) if since <= step]
        found = table.swap_for_someone(movable, chance)
        if not found:
            continue
        one, other, change = found
        for person in (one, other):
            rested[person] = step + 2 + chance.randrange(min(REST, len(costs) // 2))
        cost += change
        if cost < lowest:
            best, lowest = table.plan(), cost
    return best


class _Table:
    """Who sits where, and what everyone would cost in each room, so that a swap is weighed by a
    few additions."""

    def __init__(self, plan: Plan, costs: Costs) -> None:
        self.costs, self.rooms = costs, range(len(plan))
        room_of = {person: number for number, room in enumerate(plan) for person in room}
        self.room_of = [room_of[person] for person in range(len(costs))]
        self.in_room = [[sum(row[other] for other in room) for room in plan] for row in costs]
        self.at_best = [sum(cost for cost in row if cost < 0) for row in costs]

    def plan(self) -> Plan:
        """The people of each room, lowest first."""
        found: Plan = [[] for _ in self.rooms]
        for person, room in enumerate(self.room_of):
            found[room].append(person)
        return found

    def swap_for_someone(
        self, movable: Sequence[int], chance: Random
    ) -> tuple[int, int, int] | None:
        """Swap an unhappy person as well as possible: who, with whom and what that changed."""
        unhappy = [p for p in movable if self.in_room[p][self.room_of[p]] > self.at_best[p]]
        if not unhappy:
            return None
        one = chance.choice(unhappy)
        others = [person for person in movable if self.room_of[person] != self.room_of[one]]
        if not others:
            return None
        changes = self._changes(one, others)
        change = min(changes)
        other = chance.choice(
            [who for who, its in zip(others, changes, strict=True) if its == change]
        )
        self._swap(one, other)
        return one, other, change

    def _changes(self, one: int, others: Iterable[int]) -> list[int]:
        room_of, in_room = self.room_of, self.in_room
        here, own, row = room_of[one], in_room[one], self.costs[one]
        return [
            own[room_of[other]]
            - own[here]
            + in_room[other][here]
            - in_room[other][room_of[other]]
            - 2 * row[other]
            for other in others
        ]

    def _swap(self, one: int, other: int) -> None:
        here, there = self.room_of[one], self.room_of[other]
        rows = zip(self.in_room, self.costs[one], self.costs[other], strict=True)
        for in_room, of_one, of_other in rows:
            in_room[here] += of_other - of_one
            in_room[there] += of_one - of_other
        self.room_of[one], self.room_of[other] = there, here
