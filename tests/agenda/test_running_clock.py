"""What a press does to the clock."""

from collections.abc import Callable

from scholendag.agenda import running
from scholendag.sessies.models import Sessie
from tests.agenda.days import MINUTE, log, progress, remaining, seen
from tests.cast import Cast

SetClock = Callable[[float], None]


def test_a_pause_stops_the_clock_until_it_is_resumed(
    day: Sessie, cast: Cast, wait_until: SetClock
) -> None:
    running.start(day, cast.coach)
    wait_until(0.5)
    running.pause(day, seen(day), cast.coach)
    assert remaining(day, 30) == 1.5 * MINUTE
    wait_until(10)
    running.resume(day, seen(day), cast.coach)
    assert remaining(day, 10) == 1.5 * MINUTE
    assert remaining(day, 11) == 0.5 * MINUTE
    assert log(day) == [("start", "Hallo"), ("pause", "Hallo"), ("resume", "Hallo")]


def test_pausing_or_resuming_twice_is_once(day: Sessie, cast: Cast, wait_until: SetClock) -> None:
    running.start(day, cast.coach)
    running.resume(day, seen(day), cast.coach)
    wait_until(0.5)
    running.pause(day, seen(day), cast.coach)
    wait_until(1)
    running.pause(day, seen(day), cast.coach)
    assert remaining(day, 1) == 1.5 * MINUTE
    wait_until(2)
    running.resume(day, seen(day), cast.coach)
    wait_until(3)
    running.resume(day, seen(day), cast.coach)
    assert remaining(day, 3) == 0.5 * MINUTE
    assert log(day) == [("start", "Hallo"), ("pause", "Hallo"), ("resume", "Hallo")]


def test_the_next_step_runs_also_after_a_pause(
    day: Sessie, cast: Cast, wait_until: SetClock
) -> None:
    running.start(day, cast.coach)
    running.pause(day, seen(day), cast.coach)
    wait_until(4)
    running.next_step(day, seen(day), cast.coach)
    assert progress(day).paused_at is None
    assert remaining(day, 5) == 1.5 * MINUTE


def test_each_press_gives_a_minute_more_for_this_step_only(
    day: Sessie, cast: Cast, wait_until: SetClock
) -> None:
    running.start(day, cast.coach)
    running.extend(day, seen(day), cast.coach)
    running.extend(day, seen(day), cast.coach)
    assert remaining(day, 0) == 4 * MINUTE
    running.next_step(day, seen(day), cast.coach)
    assert remaining(day, 0) == 2.5 * MINUTE


def test_a_step_that_ran_over_gets_a_minute_from_now(
    day: Sessie, cast: Cast, wait_until: SetClock
) -> None:
    running.start(day, cast.coach)
    wait_until(7)
    running.extend(day, seen(day), cast.coach)
    assert remaining(day, 7) == MINUTE
    running.extend(day, seen(day), cast.coach)
    assert remaining(day, 7) == 2 * MINUTE
