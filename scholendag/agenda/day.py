"""A day that has begun: its agenda, the plan it started with, and where it is. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain

from scholendag.agenda.clock import Clock
from scholendag.agenda.happened import Visit
from scholendag.agenda.models import Block, Step
from scholendag.agenda.timetable import NOTHING, anchor_of


@dataclass(frozen=True)
class Day:
    """What a forecast is made of. All moments are aware.

    `plan_starts_at` and `planned_end` are the plan that it started with; not `anchored` when the
    clock times of that plan say nothing about this day. `visits` are by step.
    """

    plan_starts_at: datetime
    planned_end: datetime
    blocks: Sequence[tuple[Block, Sequence[Step]]]
    current: int | None
    clock: Clock | None
    ended_at: datetime | None = None
    visits: Mapping[int, Visit] = field(default_factory=dict)
    anchored: bool = True

    @property
    def running(self) -> Step | None:
        """The running step."""
        return next((step for _, step in self._steps() if step.pk == self.current), None)

    def to_come(self) -> Iterator[tuple[Block, Step]]:
        """What stands after the running step, without what is skipped."""
        steps = self._steps()
        for _, step in steps:
            if step.pk == self.current:
                break
        return ((block, step) for block, step in steps if not step.is_skipped)

    def anchor_of(self, block: Block) -> datetime | None:
        """When the block has to begin, in UTC."""
        return anchor_of(block, self.plan_starts_at) if self.anchored else None

    def leaves_at(self, now: datetime) -> datetime:
        """When the running step is expected to be left, in UTC: when its clock is done, or now."""
        remaining = self.clock.remaining(now) if self.clock else NOTHING
        return now.astimezone(UTC) + max(remaining, NOTHING)

    def _steps(self) -> Iterator[tuple[Block, Step]]:
        return chain.from_iterable(
            ((block, step) for step in steps) for block, steps in self.blocks
        )
