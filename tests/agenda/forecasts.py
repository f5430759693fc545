"""A day with a break, an anchor at 13.30 and speling at the end; and looking at its forecast."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from scholendag.agenda.clock import Clock
from scholendag.agenda.day import Day
from scholendag.agenda.forecast import Forecast, forecast
from scholendag.agenda.happened import visits
from scholendag.agenda.models import Block, Step
from scholendag.agenda.timetable import plan
from tests.agenda.days import MINUTE, ONE_O_CLOCK

SLACK = Step.Slack


def step(pk: int, minutes: float, slack: str = "", shortest: float | None = None) -> Step:
    return Step(
        pk=pk,
        title=f"Stap {pk}",
        block_id=pk // 10,
        minutes=Decimal(str(minutes)),
        slack=slack,
        shortest=None if shortest is None else Decimal(str(shortest)),
    )


def the_day() -> list[tuple[Block, list[Step]]]:
    """13.00 work 15, harvest 5; 13.20 break 10; 13.30 anchored 20; 13.50 work 5, speling 5."""
    return [
        (Block(pk=1, title="Muur"), [step(10, 15), step(11, 5, SLACK.YIELD, 2)]),
        (Block(pk=2, title="Pauze"), [step(20, 10, SLACK.BREAK, 5)]),
        (Block(pk=3, title="Arena", anchor=time(13, 30)), [step(30, 20)]),
        (Block(pk=4, title="Slot"), [step(40, 5), step(41, 5, SLACK.SPELING, 0)]),
    ]


def at(minutes: float) -> datetime:
    return ONE_O_CLOCK + minutes * MINUTE


def running(
    pk: int, since: float, *moves: tuple[int, float], blocks=None, **changed: object
) -> Day:
    """A day in which this step runs since so many minutes past one, after these moves."""
    blocks = the_day() if blocks is None else blocks
    steps = {one.pk: one for _, row in blocks for one in row}
    rows = [row for block in plan(ONE_O_CLOCK, blocks) for row in block.steps]
    for row in rows:
        row.step.planned_at = row.starts_at
    day = {
        "plan_starts_at": ONE_O_CLOCK,
        "planned_end": rows[-1].ends_at,
        "blocks": blocks,
        "current": pk,
        "clock": Clock(steps[pk].duration, at(since)),
        "visits": visits([(one, at(when)) for one, when in (*moves, (pk, since))]),
    }
    return Day(**(day | changed))  # type: ignore[arg-type]


def times(found: Forecast) -> list[str]:
    return [f"{row.starts_at:%H.%M}" for block in found.blocks for row in block.steps]


def minutes(length: timedelta) -> float:
    return length / MINUTE


def look(day: Day, now: float) -> Forecast:
    return forecast(day, at(now))
