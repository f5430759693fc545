"""How many notes may still come: the only interpreter of a kind's limits. Pure."""

from collections import Counter
from dataclasses import dataclass, field

from scholendag.boards.kinds import BoardKind, Limit, Per


@dataclass(frozen=True)
class Tally:
    """How many notes there are by lane pk: of one person, and of the whole board."""

    own: Counter[int] = field(default_factory=Counter)
    all: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True)
class Left:
    """How many notes may still be added, out of how many, and for whom that counts."""

    left: int
    of: int
    per: Per = Per.PERSON


def left(kind: BoardKind, lane_id: int, tally: Tally, people: int) -> Left | None:
    """What the tightest limit leaves in this lane; None without a limit.

    A note that the coach hid still counts, so bringing it back never exceeds a limit. A bord link
    counts as one person.
    """
    leaves = [_left(limit, lane_id, tally, people) for limit in kind.limits]
    return min(leaves, key=lambda one: (one.left, one.of), default=None)


def _left(limit: Limit, lane_id: int, tally: Tally, people: int) -> Left:
    counts = tally.own if limit.per is Per.PERSON else tally.all
    used = counts[lane_id] if limit.each_lane else counts.total()
    most = limit.count(people)
    return Left(max(most - used, 0), most, limit.per)
