"""The plan that a day starts with stays, and what is skipped is passed by."""

from collections.abc import Callable
from datetime import datetime, time

import pytest
from django.utils import timezone

from scholendag.agenda import running
from scholendag.agenda.forecast import forecast
from scholendag.agenda.models import Step
from scholendag.agenda.queries import day_of, steps_of, timetable
from scholendag.sessies.models import Sessie
from tests.agenda.days import MINUTE, NOON, ONE_O_CLOCK, log, progress, seen, title
from tests.cast import Cast

SetClock = Callable[[float], None]


def planned(day: Sessie) -> list[str | None]:
    moments = [step.planned_at for step in steps_of(day.pk)]
    return [f"{timezone.localtime(one):%H:%M:%S}" if one else None for one in moments]


def skip(step: Step) -> None:
    step.skipped_at = NOON
    step.save()


def clock_ends(day: Sessie) -> datetime:
    clock = progress(day).clock
    assert clock
    return clock.ends_at


@pytest.mark.parametrize("jump", [False, True])
def test_the_start_keeps_the_plan_also_when_the_day_begins_further_on(
    day: Sessie, steps: list[Step], cast: Cast, wait_until: SetClock, jump: bool
) -> None:
    assert planned(day) == [None] * 4
    wait_until(3)
    if jump:
        running.go_to(day, steps[2], None, cast.coach)
    else:
        running.start(day, cast.coach)
    assert planned(day) == ["13:00:00", "13:02:00", "13:04:30", "13:09:30"]
    assert progress(day).planned_end == ONE_O_CLOCK + 12 * MINUTE


def test_the_plan_stays_whatever_happens(
    day: Sessie, steps: list[Step], cast: Cast, wait_until: SetClock
) -> None:
    running.start(day, cast.coach)
    before = planned(day)
    wait_until(9)
    running.next_step(day, steps[0].pk, cast.coach)
    running.previous_step(day, steps[1].pk, cast.coach)
    assert planned(day) == before
    assert progress(day).planned_end == ONE_O_CLOCK + 12 * MINUTE


def test_a_day_that_begins_hours_from_its_plan_counts_from_its_start(
    day: Sessie, cast: Cast, wait_until: SetClock
) -> None:
    day.blocks.filter(title="Samen").update(anchor=time(13, 4, 30))
    wait_until(-150)
    running.start(day, cast.coach)
    assert planned(day) == ["10:30:00", "10:32:00", "10:34:30", "10:39:30"]
    found = forecast(day_of(day, progress(day)), timezone.now())
    assert (found.drift.total_seconds(), found.block) == (0, None)
    assert [f"{block.starts_at:%H:%M:%S}" for block in timetable(day)] == ["10:30:00", "10:34:30"]


def test_a_skipped_step_is_passed_both_ways(
    day: Sessie, steps: list[Step], cast: Cast, wait_until: SetClock
) -> None:
    skip(steps[1])
    running.start(day, cast.coach)
    assert planned(day) == ["13:00:00", None, "13:02:00", "13:07:00"]
    running.next_step(day, seen(day), cast.coach)
    assert title(day) == "Praten"
    running.previous_step(day, seen(day), cast.coach)
    assert title(day) == "Hallo"


def test_a_day_does_not_start_with_what_is_skipped(
    day: Sessie, steps: list[Step], cast: Cast
) -> None:
    skip(steps[0])
    running.start(day, cast.coach)
    assert title(day) == "Plan"


def test_nothing_comes_after_the_last_step_that_is_not_skipped(
    day: Sessie, steps: list[Step], cast: Cast
) -> None:
    skip(steps[3])
    running.go_to(day, steps[2], None, cast.coach)
    running.next_step(day, steps[2].pk, cast.coach)
    assert title(day) == "Praten"


def test_whoever_opens_a_skipped_step_does_not_skip_it(
    day: Sessie, steps: list[Step], cast: Cast
) -> None:
    running.start(day, cast.coach)
    skip(steps[2])
    running.go_to(day, steps[2], steps[0].pk, cast.coach)
    steps[2].refresh_from_db()
    assert not steps[2].is_skipped


@pytest.mark.parametrize(("entered", "left"), [(7, 5), (10, 2), (15, 0)])
def test_the_clock_of_speling_runs_until_the_planned_end(
    day: Sessie, cast: Cast, wait_until: SetClock, entered: int, left: int
) -> None:
    steps = steps_of(day.pk)
    Step.objects.filter(pk=steps[3].pk).update(slack=Step.Slack.SPELING, shortest=0)
    running.start(day, cast.coach)
    wait_until(entered)
    running.go_to(day, steps[3], steps[0].pk, cast.coach)
    assert clock_ends(day) == NOON + (entered + left) * MINUTE


def test_the_log_says_when_each_step_really_ran(
    day: Sessie, steps: list[Step], cast: Cast, wait_until: SetClock
) -> None:
    running.start(day, cast.coach)
    for minute, press in ((3, running.next_step), (4, running.pause), (6, running.next_step)):
        wait_until(minute)
        press(day, seen(day), cast.coach)
    assert log(day)[-1] == ("enter", "Praten")
    rows = [
        row for block in forecast(day_of(day, progress(day)), NOON).blocks for row in block.steps
    ]
    assert [
        (f"{row.began_at:%H.%M}", f"{row.left_at:%H.%M}" if row.left_at else None)
        for row in rows
        if row.began_at
    ] == [("13.00", "13.03"), ("13.03", "13.06"), ("13.06", None)]
