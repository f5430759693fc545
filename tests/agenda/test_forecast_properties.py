"""What holds for every day, however late or early, whatever gives way and whatever is anchored."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scholendag.agenda.clock import Clock
from scholendag.agenda.day import Day
from scholendag.agenda.forecast import Forecast, forecast
from scholendag.agenda.happened import Visit
from scholendag.agenda.models import Block, Step
from scholendag.agenda.proposal import propose
from scholendag.agenda.timetable import elapsed, plan
from tests.agenda.days import AMSTERDAM, MINUTE

SLACK = Step.Slack
NIGHTS = [
    datetime(2026, 3, 12, 9, 0, tzinfo=AMSTERDAM),
    datetime(2026, 3, 29, 0, 30, tzinfo=AMSTERDAM),
    datetime(2026, 10, 25, 0, 30, tzinfo=AMSTERDAM),
]
halves = st.integers(1, 60).map(lambda n: Decimal(n) / 2)


@st.composite
def a_step(draw: Any) -> Step:
    minutes = draw(halves)
    slack = draw(st.sampled_from(["", "", *SLACK.values]))
    least = min(minutes, draw(halves)) if slack else None
    skipped = draw(st.sampled_from([None, None, None, NIGHTS[0]]))
    return Step(minutes=minutes, slack=slack, shortest=least, skipped_at=skipped)


@st.composite
def an_agenda(draw: Any) -> list[tuple[Block, list[Step]]]:
    lengths = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    anchors = st.none() | st.integers(30, 240).map(lambda n: time(n // 60, n % 60))
    agenda = []
    for number, length in enumerate(lengths, start=1):
        steps = [draw(a_step()) for _ in range(length)]
        for place, step in enumerate(steps):
            step.pk, step.block_id = number * 10 + place, number
        agenda.append((Block(pk=number, anchor=draw(anchors)), steps))
    return agenda


@st.composite
def a_running_day(draw: Any) -> tuple[Day, datetime]:
    """A day somewhere in a step that is not skipped, some minutes into it, maybe paused."""
    agenda = draw(an_agenda())
    agenda[0][1][0].skipped_at = None
    starts_at = draw(st.sampled_from(NIGHTS))
    rows = [row for block in plan(starts_at, agenda) for row in block.steps]
    current = draw(st.sampled_from([row for row in rows if not row.step.is_skipped]))
    # As the database gives every moment. A local one plus an hour may fall in a night's gap.
    began_at = current.starts_at.astimezone(UTC) + draw(st.integers(-20, 40)) * MINUTE
    now = began_at + draw(st.integers(0, 4000)) * timedelta(seconds=1)
    paused_at = draw(st.sampled_from([None, None, now]))
    day = Day(
        plan_starts_at=starts_at,
        planned_end=rows[-1].ends_at,
        blocks=agenda,
        current=current.step.pk,
        clock=Clock(current.step.duration, began_at, paused_at),
        visits={current.step.pk: Visit(began_at)},
        anchored=draw(st.booleans()),
    )
    return day, now


def to_come(day: Day, found: Forecast) -> list[Any]:
    coming = {step.pk for _, step in day.to_come()}
    return [row for block in found.blocks for row in block.steps if row.step.pk in coming]


@given(a_running_day())
def test_the_order_and_the_steps_never_change(given_day: tuple[Day, datetime]) -> None:
    day, now = given_day
    found = forecast(day, now)
    assert [row.step for block in found.blocks for row in block.steps] == [
        step for _, steps in day.blocks for step in steps
    ]
    rows = to_come(day, found)
    leaves_at = day.leaves_at(now)
    assert all(elapsed(leaves_at, row.starts_at) >= timedelta() for row in rows)
    assert all(
        elapsed(one.ends_at, other.starts_at) >= timedelta() for one, other in pairwise(rows)
    )


@given(a_running_day())
def test_only_speling_changes_its_length_and_never_below_its_shortest(
    given_day: tuple[Day, datetime],
) -> None:
    day, now = given_day
    for row in to_come(day, forecast(day, now)):
        if row.step.slack == SLACK.SPELING:
            assert row.length >= row.step.shortest_duration
        else:
            assert row.length == row.step.duration


@given(a_running_day())
def test_nobody_is_expected_before_an_anchor(given_day: tuple[Day, datetime]) -> None:
    day, now = given_day
    found = forecast(day, now)
    if found.block:
        [block] = [one for one in found.blocks if one.block == found.block]
        late = elapsed(found.until, block.starts_at)
        assert late >= timedelta()
        # Speling that runs now can be ended at once.
        is_free = day.running is not None and day.running.slack == SLACK.SPELING
        assert found.lack <= late if is_free else found.lack == late


@given(a_running_day())
def test_what_is_lacking_is_the_drift_that_the_speling_cannot_take(
    given_day: tuple[Day, datetime],
) -> None:
    day, now = given_day
    found = forecast(day, now)
    assert found.lack <= max(found.drift, timedelta())
    if found.lack:
        least = [one.shortest_duration for one in found.ahead if one.slack == SLACK.SPELING]
        assert found.speling <= sum(least, timedelta())


@given(a_running_day(), st.integers(1, 3600))
def test_the_drift_grows_only_when_the_clock_is_done_or_stands_still(
    given_day: tuple[Day, datetime], seconds: int
) -> None:
    day, now = given_day
    before = forecast(day, now)
    later = now + timedelta(seconds=seconds)
    after = forecast(day, later)
    assert before.grows_from
    if after.block == before.block:
        grown = max(elapsed(before.grows_from, later), timedelta())
        assert after.drift - before.drift == grown


@given(
    st.lists(st.tuples(halves, st.integers(-10, 20)), min_size=1, max_size=6),
    st.sampled_from(NIGHTS),
)
def test_the_drift_is_the_sum_of_what_ran_over_and_under(
    ran: list[tuple[Decimal, int]], starts_at: datetime
) -> None:
    """Every step but the last took so much longer or shorter than planned."""
    steps = [Step(pk=n, block_id=1, minutes=minutes) for n, (minutes, _) in enumerate(ran)]
    steps.append(Step(pk=99, block_id=1, minutes=Decimal(10)))
    blocks = [(Block(pk=1), steps)]
    over = [max(off * MINUTE, -step.duration) for step, (_, off) in zip(steps, ran, strict=False)]
    planned = plan(starts_at, blocks)[0].steps[-1].starts_at
    now = planned.astimezone(UTC) + sum(over, timedelta())
    day = Day(
        plan_starts_at=starts_at,
        planned_end=plan(starts_at, blocks)[0].ends_at,
        blocks=blocks,
        current=99,
        clock=Clock(10 * MINUTE, now),
    )
    assert forecast(day, now).drift == sum(over, timedelta())


@given(a_running_day())
def test_a_proposal_gains_what_is_needed_or_all_there_is(given_day: tuple[Day, datetime]) -> None:
    day, now = given_day
    before = forecast(day, now)
    proposal = propose(day, before, now)
    if proposal is None:
        assert before.drift < MINUTE
        return
    assert proposal.before.drift - proposal.after.drift == float(proposal.gained) * MINUTE
    assert proposal.after.drift > -MINUTE
    for cut in proposal.cuts:
        assert cut.step.slack in {SLACK.BREAK, SLACK.YIELD}
        assert cut.step.shortest is not None
        assert cut.step.shortest <= cut.then < cut.now
    if proposal.after.drift > timedelta() and proposal.cuts:
        assert all(
            cut.then - (cut.step.shortest or 0) == 0
            for cut in proposal.cuts
            if cut.step.pk != day.current
        )
