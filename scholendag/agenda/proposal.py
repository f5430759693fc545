"""What to shorten when the day runs late. Pure: a forecast in, a proposal out.

The order is that of domein.md, 2E: a break first, down to five minutes, then the plenary yield,
and speling last, so that it lasts as long as possible. Nothing here changes anything.
"""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from math import ceil

from scholendag.agenda.day import Day
from scholendag.agenda.forecast import Forecast, forecast
from scholendag.agenda.models import Step
from scholendag.agenda.timetable import A_MINUTE, NOTHING

ORDER = (Step.Slack.BREAK, Step.Slack.YIELD)


@dataclass(frozen=True)
class Cut:
    """A step that gives way, and the minutes it has now and would get."""

    step: Step
    now: Decimal
    then: Decimal

    @property
    def minutes(self) -> Decimal:
        """How many it gives."""
        return self.now - self.then


@dataclass(frozen=True)
class Proposal:
    """The cuts, and the day without and with them."""

    cuts: tuple[Cut, ...]
    before: Forecast
    after: Forecast

    @property
    def gained(self) -> Decimal:
        """The minutes of all cuts together."""
        return sum((cut.minutes for cut in self.cuts), Decimal(0))


def propose(day: Day, before: Forecast, now: datetime) -> Proposal | None:
    """How to be on time at the next fixed point; None when the day is less than a minute late."""
    if day.ended_at or before.drift < A_MINUTE:
        return None
    cuts = tuple(_cuts(day, before, now))
    return Proposal(cuts, before, forecast(_shortened(day, cuts), now))


def _cuts(day: Day, before: Forecast, now: datetime) -> Iterator[Cut]:
    """In the order in which they give way, until there are minutes enough."""
    needed = Decimal(ceil(before.drift / A_MINUTE))
    room = _room(day, before, now)
    for kind in ORDER:
        for step, most in room.items():
            given = min(needed, most)
            if step.slack == kind and given > 0:
                needed -= given
                yield Cut(step, step.minutes, step.minutes - given)


def _room(day: Day, before: Forecast, now: datetime) -> Mapping[Step, Decimal]:
    """What each step before the fixed point can give, in minutes: to its shortest, and the
    running one no more than is left on its clock."""
    running = next((one for _, steps in day.blocks for one in steps if one.pk == day.current), None)
    room = {one: _spare(one) for one in before.ahead}
    if running is None:
        return room
    left = max(day.clock.remaining(now), NOTHING) if day.clock else NOTHING
    return {running: min(_spare(running), Decimal(left // A_MINUTE))} | room


def _spare(step: Step) -> Decimal:
    return step.minutes - (step.minutes if step.shortest is None else step.shortest)


def _shortened(day: Day, cuts: tuple[Cut, ...]) -> Day:
    """The same day with other minutes; the steps themselves stay as they are."""
    then = {cut.step.pk: cut.then for cut in cuts}
    given = sum((cut.minutes for cut in cuts if cut.step.pk == day.current), Decimal(0))
    clock = day.clock and replace(
        day.clock, duration=day.clock.duration - timedelta(minutes=float(given))
    )
    blocks = [
        (block, [_with(one, then[one.pk]) if one.pk in then else one for one in steps])
        for block, steps in day.blocks
    ]
    return replace(day, blocks=blocks, clock=clock)


def _with(step: Step, minutes: Decimal) -> Step:
    changed = copy(step)
    changed.minutes = minutes
    return changed
