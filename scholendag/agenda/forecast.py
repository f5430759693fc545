"""How the day went, and how it will go if nothing changes. Pure: a day and a moment in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from scholendag.agenda.day import Day
from scholendag.agenda.models import Block, Step
from scholendag.agenda.stretches import Times, is_speling, stretches, walk
from scholendag.agenda.timetable import (
    A_MINUTE,
    NOTHING,
    TimetableBlock,
    TimetableStep,
    elapsed,
    local,
)


@dataclass(frozen=True)
class Forecast:
    """The whole day as it looks from one moment; moments in local time.

    The next fixed point is `block` at its anchor or, without one, the end: `until`. `drift` is how
    late it is reached when all speling is kept, negative when early; `speling` is what is left of
    it before that point, and `lack` how late it is still when that is all used.
    """

    blocks: list[TimetableBlock]
    drift: timedelta
    until: datetime
    ends_at: datetime
    planned_end: datetime
    speling: timedelta = NOTHING
    lack: timedelta = NOTHING
    block: Block | None = None
    # From then on the drift grows with every minute, without a press.
    grows_from: datetime | None = None
    # What is to come before the fixed point.
    ahead: tuple[Step, ...] = ()

    @property
    def is_moved(self) -> bool:
        """It ends a minute or more from its plan."""
        return abs(elapsed(self.planned_end, self.ends_at)) >= A_MINUTE

    @property
    def point_at(self) -> datetime:
        """When the block of the next fixed point will begin."""
        rows = (row.starts_at for row in self.blocks if row.block == self.block)
        return next(rows, self.ends_at)


def forecast(day: Day, now: datetime) -> Forecast:
    """How the day went and will go, seen at this moment."""
    if day.ended_at:
        return _looking_back(day, day.ended_at)
    leaves_at = day.leaves_at(now)
    ahead = stretches(day, now)
    times, ends_at = walk(ahead, leaves_at)
    first = ahead[0]
    free_from = now if day.running and is_speling(day.running) else leaves_at
    left = first.until - free_from - first.work
    return Forecast(
        blocks=_timetable(day, _happened(day, leaves_at) | times),
        drift=first.drift(leaves_at),
        until=local(first.until),
        ends_at=local(ends_at),
        planned_end=local(day.planned_end),
        speling=max(left, NOTHING),
        lack=max(first.least_speling - left, NOTHING),
        block=first.block,
        grows_from=_grows_from(day, now),
        ahead=first.steps,
    )


def _looking_back(day: Day, ended_at: datetime) -> Forecast:
    """A day that is over: only what happened, and how late it ended."""
    return Forecast(
        blocks=_timetable(day, _happened(day, ended_at)),
        drift=elapsed(day.planned_end, ended_at),
        until=local(day.planned_end),
        ends_at=local(ended_at),
        planned_end=local(day.planned_end),
    )


def _grows_from(day: Day, now: datetime) -> datetime | None:
    if day.clock is None:
        return None
    return now if day.clock.is_paused else max(now, day.clock.ends_at)


def _happened(day: Day, leaves_at: datetime) -> Times:
    return {pk: (one.began_at, one.left_at or leaves_at) for pk, one in day.visits.items()}


def _timetable(day: Day, times: Times) -> list[TimetableBlock]:
    """Every block and step at these times; what has none takes no time."""
    moment = day.plan_starts_at
    done = True
    timetable = []
    for block, steps in day.blocks:
        ready_at = moment
        rows = []
        for step in steps:
            done = done and step.pk != day.current
            known = None if step.is_skipped else times.get(step.pk)
            row = _row(day, step, known or (moment, moment), done)
            rows.append(row)
            moment = row.ends_at
        timetable.append(_block(day, block, rows, ready_at))
    return timetable


def _row(day: Day, step: Step, times: tuple[datetime, datetime], done: bool) -> TimetableStep:
    visit = day.visits.get(step.pk)
    return TimetableStep(
        step,
        local(times[0]),
        local(times[1]),
        step.pk == day.current,
        done,
        planned_at=local(step.planned_at) if step.planned_at else None,
        began_at=local(visit.began_at) if visit else None,
        left_at=local(visit.left_at) if visit and visit.left_at else None,
    )


def _block(
    day: Day, block: Block, rows: Sequence[TimetableStep], ready_at: datetime
) -> TimetableBlock:
    first = next((row for row in rows if not row.step.is_skipped), None)
    starts_at = first.starts_at if first else local(ready_at)
    anchor = day.anchor_of(block)
    is_to_come = first is not None and not first.is_done and not first.is_current
    # Who jumps into the middle of a block begins it there; one that comes again is yet to begin.
    begun = [row.began_at for row in rows if row.began_at]
    if begun and not is_to_come:
        starts_at = min(begun)
    return TimetableBlock(
        block,
        tuple(rows),
        starts_at,
        rows[-1].ends_at if rows else starts_at,
        local(anchor) if anchor else None,
        elapsed(ready_at, starts_at) if anchor and is_to_come else NOTHING,
    )
