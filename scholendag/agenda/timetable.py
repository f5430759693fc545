"""The planned times of a day. Pure: a start and lengths in, moments out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from django.utils import timezone

from scholendag.agenda.models import Block, Step


@dataclass(frozen=True)
class TimetableStep:
    """A step with its planned times, aware and in local time."""

    step: Step
    starts_at: datetime
    ends_at: datetime
    is_current: bool
    is_done: bool


@dataclass(frozen=True)
class TimetableBlock:
    """A block with its planned times; it is current while one of its steps is."""

    block: Block
    steps: tuple[TimetableStep, ...]
    starts_at: datetime
    ends_at: datetime

    @property
    def minutes(self) -> Decimal:
        """The steps together."""
        return sum((row.step.minutes for row in self.steps), Decimal(0))

    @property
    def is_current(self) -> bool:
        """One of the steps is running."""
        return any(row.is_current for row in self.steps)

    @property
    def is_done(self) -> bool:
        """Every step has been."""
        return bool(self.steps) and all(row.is_done for row in self.steps)


def total_minutes(timetable: Iterable[TimetableBlock]) -> Decimal:
    """The whole day."""
    return sum((row.minutes for row in timetable), Decimal(0))


def plan(
    starts_at: datetime,
    blocks: Iterable[tuple[Block, Sequence[Step]]],
    current: int | None = None,
    ended: bool = False,
) -> list[TimetableBlock]:
    """The timetable of a day that starts at an aware moment.

    `current` is the pk of the running step: what stands before it is done. After the end of the
    day everything is.
    """
    # Added up in UTC: an hour is an hour, also in the night that the clock changes.
    moment = starts_at.astimezone(UTC)
    done = ended or current is not None
    timetable = []
    for block, steps in blocks:
        block_starts_at = moment
        rows = []
        for step in steps:
            is_current = step.pk == current
            done = done and not is_current
            ends_at = moment + step.duration
            rows.append(TimetableStep(step, _local(moment), _local(ends_at), is_current, done))
            moment = ends_at
        timetable.append(
            TimetableBlock(block, tuple(rows), _local(block_starts_at), _local(moment))
        )
    return timetable


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment)
