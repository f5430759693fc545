"""What a press does to the agenda."""

from collections.abc import Callable

import pytest

from scholendag.agenda import running
from scholendag.agenda.models import LogEntry, Step
from scholendag.agenda.running import TooLate
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from tests.agenda.days import MINUTE, NOON, log, progress, remaining, seen, title
from tests.cast import Cast, StepFactory

SetClock = Callable[[float], None]


def test_a_day_begins_with_its_first_step(day: Sessie, cast: Cast, wait_until: SetClock) -> None:
    running.start(day, cast.coach)
    now = progress(day)
    assert title(day) == "Hallo"
    assert now.started_at == now.step_started_at == NOON
    assert remaining(day, 0) == 2 * MINUTE
    assert log(day) == [("start", "Hallo")]
    assert LogEntry.objects.get().by == "Marieke de Wit"


def test_a_day_begins_once(day: Sessie, cast: Cast, joris: Actor) -> None:
    running.start(day, cast.coach)
    running.next_step(day, seen(day), cast.coach)
    with pytest.raises(TooLate):
        running.start(day, joris)
    assert title(day) == "Plan"


def test_next_goes_through_the_day_and_stays_at_the_end(day: Sessie, cast: Cast) -> None:
    running.start(day, cast.coach)
    visited = [title(day)]
    for _ in range(4):
        running.next_step(day, seen(day), cast.coach)
        visited.append(title(day))
    assert visited == ["Hallo", "Plan", "Praten", "Stilte", "Stilte"]
    assert log(day) == [
        ("start", "Hallo"),
        ("enter", "Plan"),
        ("enter", "Praten"),
        ("enter", "Stilte"),
    ]


def test_next_at_the_end_leaves_the_clock_alone(
    day: Sessie, steps: list[Step], cast: Cast, wait_until: SetClock
) -> None:
    running.go_to(day, steps[3], None, cast.coach)
    wait_until(2)
    running.next_step(day, steps[3].pk, cast.coach)
    assert remaining(day, 2) == 0.5 * MINUTE


def test_previous_goes_back_with_a_fresh_clock_and_stays_at_the_beginning(
    day: Sessie, cast: Cast, wait_until: SetClock
) -> None:
    running.start(day, cast.coach)
    running.next_step(day, seen(day), cast.coach)
    wait_until(7)
    running.previous_step(day, seen(day), cast.coach)
    assert title(day) == "Hallo"
    assert remaining(day, 7) == 2 * MINUTE
    wait_until(8)
    running.previous_step(day, seen(day), cast.coach)
    assert remaining(day, 8) == MINUTE


def test_any_step_can_be_opened(day: Sessie, steps: list[Step], cast: Cast) -> None:
    running.start(day, cast.coach)
    running.go_to(day, steps[3], steps[0].pk, cast.coach)
    assert title(day) == "Stilte"
    running.go_to(day, steps[1], steps[3].pk, cast.coach)
    assert title(day) == "Plan"


def test_opening_a_step_before_the_start_begins_the_day_there(
    day: Sessie, steps: list[Step], cast: Cast, wait_until: SetClock
) -> None:
    running.go_to(day, steps[2], None, cast.coach)
    assert title(day) == "Praten"
    assert progress(day).started_at == NOON
    with pytest.raises(TooLate):
        running.start(day, cast.coach)


def test_opening_the_running_step_lets_it_run_on(
    day: Sessie, steps: list[Step], cast: Cast, wait_until: SetClock
) -> None:
    running.start(day, cast.coach)
    wait_until(1)
    running.go_to(day, steps[0], steps[0].pk, cast.coach)
    assert remaining(day, 1) == MINUTE
    assert log(day) == [("start", "Hallo")]


def test_a_step_of_another_day_cannot_be_opened(day: Sessie, cast: Cast) -> None:
    stranger = StepFactory.create(block__sessie=cast.other_sessie)
    running.start(day, cast.coach)
    with pytest.raises(Step.DoesNotExist):
        running.go_to(day, stranger, seen(day), cast.coach)
    assert title(day) == "Hallo"


def test_before_the_start_there_is_nothing_to_press(day: Sessie, cast: Cast) -> None:
    for press in (
        running.next_step,
        running.previous_step,
        running.pause,
        running.resume,
        running.extend,
    ):
        press(day, None, cast.coach)
    assert title(day) is None
    assert log(day) == []


def test_the_end_closes_the_day(day: Sessie, cast: Cast, wait_until: SetClock) -> None:
    running.start(day, cast.coach)
    wait_until(3)
    running.end(day, seen(day), cast.coach)
    day.refresh_from_db()
    now = progress(day)
    assert day.is_closed
    assert day.closed_at == now.ended_at == NOON + 3 * MINUTE
    assert now.step is None
    assert now.clock is None
    assert log(day)[-1] == ("end", "Hallo")


def test_a_day_that_never_began_can_be_closed(day: Sessie, cast: Cast) -> None:
    running.end(day, None, cast.coach)
    assert Sessie.objects.get(pk=day.pk).is_closed


def test_a_day_without_steps_does_not_begin(cast: Cast) -> None:
    running.start(cast.sessie, cast.coach)
    assert progress(cast.sessie).started_at is None
