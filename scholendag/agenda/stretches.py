"""What is to come, in stretches that each end at a fixed point. Pure.

Speling is nowhere stored as such. It is what lies between the end of what has to be done and the
next fixed point, so it grows when a step ends early and shrinks when one runs over. A step of
speling in the agenda says where it lies and how much of it was planned.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from scholendag.agenda.day import Day
from scholendag.agenda.models import Block, Step
from scholendag.agenda.timetable import NOTHING

# When each step begins and ends, by its pk.
Times = dict[int, tuple[datetime, datetime]]


@dataclass(frozen=True)
class Stretch:
    """Steps up to the next fixed point: the block that hangs on the clock, or the planned end."""

    steps: tuple[Step, ...]
    until: datetime
    block: Block | None

    @property
    def spelings(self) -> list[Step]:
        """Where the speling lies."""
        return [step for step in self.steps if is_speling(step)]

    @property
    def work(self) -> timedelta:
        """What has to be done: everything but speling."""
        return _sum(step.duration for step in self.steps if not is_speling(step))

    @property
    def least_speling(self) -> timedelta:
        """How much speling has to stay."""
        return _sum(step.shortest_duration for step in self.spelings)

    def drift(self, begins_at: datetime) -> timedelta:
        """How late the fixed point is reached with everything at its minutes; negative: early."""
        return begins_at + _sum(step.duration for step in self.steps) - self.until

    def lengths(self, begins_at: datetime) -> dict[int, timedelta]:
        """How long each step will take, by pk. Only speling gives, the first of it first, and
        only the last of it takes."""
        lengths = {step.pk: step.duration for step in self.steps}
        drift = self.drift(begins_at)
        for step in self.spelings:
            given = max(NOTHING, min(drift, step.duration - step.shortest_duration))
            lengths[step.pk] -= given
            drift -= given
        if self.spelings and drift < NOTHING:
            lengths[self.spelings[-1].pk] -= drift
        return lengths


def is_speling(step: Step) -> bool:
    """It gives and takes time by itself."""
    return step.slack == Step.Slack.SPELING


def stretches(day: Day, now: datetime) -> list[Stretch]:
    """What is to come, cut at its fixed points; the last stretch ends with the day."""
    found: list[Stretch] = []
    steps: list[Step] = []
    begun = {day.running.block_id} if day.running else set()
    for block, step in day.to_come():
        anchor = None if block.pk in begun else _awaited(day, block, step, now)
        if anchor:
            found.append(Stretch(tuple(steps), anchor, block))
            steps = []
        begun.add(block.pk)
        steps.append(step)
    return [*found, Stretch(tuple(steps), day.planned_end.astimezone(UTC), None)]


def walk(ahead: Sequence[Stretch], begins_at: datetime) -> tuple[Times, datetime]:
    """The times of everything to come, and when the day ends."""
    times = {}
    moment = begins_at
    for stretch in ahead:
        for pk, length in stretch.lengths(moment).items():
            times[pk] = (moment, moment + length)
            moment += length
        if stretch.block:
            moment = max(moment, stretch.until)
    return times, moment


def room_for(day: Day, speling: Step, now: datetime) -> timedelta:
    """How long this step of speling can take when it is entered now: up to the fixed point."""
    first = stretches(replace(day, current=speling.pk), now)[0]
    planned = _sum(step.duration for step in first.steps)
    return max(first.until - now - planned, speling.shortest_duration)


def _awaited(day: Day, block: Block, first: Step, now: datetime) -> datetime | None:
    """The anchor of a block that is still to begin, also when it was opened too early once."""
    anchor = day.anchor_of(block)
    return None if anchor and first.pk in day.visits and anchor <= now else anchor


def _sum(durations: Iterable[timedelta]) -> timedelta:
    return sum(durations, NOTHING)
