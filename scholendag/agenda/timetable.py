"""The planned times of a day. Pure: a start, lengths and anchors in, moments out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from scholendag.agenda.models import Block, Step

Blocks = Iterable[tuple[Block, Sequence[Step]]]
NOTHING = timedelta()
A_MINUTE = timedelta(minutes=1)
HALF_A_DAY = timedelta(hours=12)
A_DAY = timedelta(days=1)
# Who starts a day this far from its plan is trying it out, or has another plan.
ANOTHER_PLAN = timedelta(hours=1)


@dataclass(frozen=True)
class TimetableStep:
    """A step with its times, aware and in local time.

    `starts_at` and `ends_at` are planned; in a forecast they are what happened or is expected.
    `planned_at` is what the day started with, None for a step that was added later. `began_at`
    and `left_at` say what really happened, None as long as it did not.
    """

    step: Step
    starts_at: datetime
    ends_at: datetime
    is_current: bool = False
    is_done: bool = False
    planned_at: datetime | None = None
    began_at: datetime | None = None
    left_at: datetime | None = None

    @property
    def length(self) -> timedelta:
        """How long it takes, or took."""
        return elapsed(self.starts_at, self.ends_at)

    @property
    def is_moved(self) -> bool:
        """It begins a minute or more from where the day started with."""
        return _is_moved(self.planned_at, self.starts_at)

    @property
    def expected_minutes(self) -> Decimal:
        """Its minutes; of speling the whole minutes that are expected to be left."""
        is_speling = self.step.slack == Step.Slack.SPELING
        return Decimal(self.length // A_MINUTE) if is_speling else self.step.minutes

    @property
    def ran_minutes(self) -> int | None:
        """How many whole minutes it took, of a step that took one more or less than it has."""
        if not self.is_done or self.left_at is None:
            return None
        off = abs(self.length - self.step.duration) >= A_MINUTE
        return round(self.length / A_MINUTE) if off else None


@dataclass(frozen=True)
class TimetableBlock:
    """A block with its times; it is current while one of its steps is.

    `anchor_at` is when it has to begin, None when nothing outside the day depends on it. `wait` is
    how long everyone is ready before that.
    """

    block: Block
    steps: tuple[TimetableStep, ...]
    starts_at: datetime
    ends_at: datetime
    anchor_at: datetime | None = None
    wait: timedelta = NOTHING

    @property
    def minutes(self) -> Decimal:
        """The steps together, without what is skipped."""
        rows = (row.step for row in self.steps)
        return sum((step.minutes for step in rows if not step.is_skipped), Decimal(0))

    @property
    def expected_minutes(self) -> Decimal:
        """The same, with as much speling as is expected to be left."""
        rows = (row for row in self.steps if not row.step.is_skipped)
        return sum((row.expected_minutes for row in rows), Decimal(0))

    @property
    def is_current(self) -> bool:
        """One of the steps is running."""
        return any(row.is_current for row in self.steps)

    @property
    def is_done(self) -> bool:
        """Every step has been."""
        return bool(self.steps) and all(row.is_done for row in self.steps)

    @property
    def is_skipped(self) -> bool:
        """The day passes all of it by."""
        return bool(self.steps) and all(row.step.is_skipped for row in self.steps)

    @property
    def planned_at(self) -> datetime | None:
        """When it begins by the plan that the day started with; None when it was added later."""
        return next((row.planned_at for row in self.steps if row.planned_at), None)

    @property
    def is_moved(self) -> bool:
        """It begins a minute or more from where the day started with."""
        return _is_moved(self.planned_at, self.starts_at)

    @property
    def late(self) -> timedelta:
        """How long after its anchor it begins; nothing when it is on time or has none."""
        return max(elapsed(self.anchor_at, self.starts_at), NOTHING) if self.anchor_at else NOTHING

    @property
    def late_minutes(self) -> int:
        """`late` in whole minutes."""
        return self.late // A_MINUTE

    @property
    def wait_minutes(self) -> int:
        """`wait` in whole minutes."""
        return self.wait // A_MINUTE


def total_minutes(timetable: Iterable[TimetableBlock]) -> Decimal:
    """The whole day, without what is skipped."""
    return sum((row.minutes for row in timetable), Decimal(0))


def plan(
    starts_at: datetime,
    blocks: Blocks,
    current: int | None = None,
    ended: bool = False,
    anchored: bool = True,
) -> list[TimetableBlock]:
    """The timetable of a day that starts at an aware moment.

    A block with an anchor waits for it; when what stands before takes longer, it begins late.
    `current` is the pk of the running step: what stands before it is done. After the end of the
    day everything is. Not `anchored`: the clock times of the plan say nothing about this day.
    """
    # Added up in UTC: an hour is an hour, also in the night that the clock changes.
    moment = starts_at.astimezone(UTC)
    done = ended or current is not None
    timetable = []
    for block, steps in blocks:
        anchor = anchor_of(block, starts_at) if anchored else None
        ready_at = moment
        moment = max(moment, anchor) if anchor else moment
        block_starts_at = moment
        rows = []
        for step in steps:
            is_current = step.pk == current
            done = done and not is_current
            ends_at = moment + (NOTHING if step.is_skipped else step.duration)
            rows.append(TimetableStep(step, local(moment), local(ends_at), is_current, done))
            moment = ends_at
        timetable.append(
            TimetableBlock(
                block,
                tuple(rows),
                local(block_starts_at),
                local(moment),
                local(anchor) if anchor else None,
                block_starts_at - ready_at,
            )
        )
    return timetable


def plan_from(starts_at: datetime, started_at: datetime | None) -> tuple[datetime, bool]:
    """From when the plan counts, and whether its anchors do.

    A day that begins more than an hour from its plan counts from its real start, and without the
    clock times that belonged to that plan.
    """
    if started_at and abs(started_at - starts_at) > ANOTHER_PLAN:
        return started_at, False
    return starts_at, True


def anchor_of(block: Block, starts_at: datetime) -> datetime | None:
    """The moment in UTC at which the block has to begin.

    On the date that the day starts. A clock time more than half a day before the start is one of
    the next date: who tries the day out in the evening passes midnight.
    """
    if block.anchor is None:
        return None
    today = timezone.localdate(starts_at)
    at = _on_date(block.anchor, today)
    return at if elapsed(at, starts_at) <= HALF_A_DAY else _on_date(block.anchor, today + A_DAY)


def _on_date(anchor: time, day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, anchor)).astimezone(UTC)


def _is_moved(planned_at: datetime | None, starts_at: datetime) -> bool:
    return planned_at is not None and abs(elapsed(planned_at, starts_at)) >= A_MINUTE


def elapsed(start: datetime, end: datetime) -> timedelta:
    """The time in between, also in the night that the clock changes; negative when it is back."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def local(moment: datetime) -> datetime:
    """As the clock on the wall has it."""
    return timezone.localtime(moment)
