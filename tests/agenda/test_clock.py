from datetime import UTC, datetime, timedelta

from scholendag.agenda.clock import Clock

START = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def at(minutes: float) -> datetime:
    return START + minutes * MINUTE


def test_runs_from_its_start_to_its_end() -> None:
    clock = Clock(5 * MINUTE, START)
    assert clock.ends_at == at(5)
    assert clock.remaining(at(0)) == 5 * MINUTE
    assert clock.remaining(at(4)) == MINUTE
    assert not clock.is_paused


def test_counts_on_below_zero() -> None:
    assert Clock(5 * MINUTE, START).remaining(at(7)) == -2 * MINUTE


def test_stands_still_while_paused() -> None:
    clock = Clock(5 * MINUTE, START, paused_at=at(2))
    assert clock.is_paused
    assert clock.remaining(at(2)) == clock.remaining(at(60)) == 3 * MINUTE


def test_runs_on_after_a_pause_with_what_was_left() -> None:
    paused = Clock(5 * MINUTE, START, paused_at=at(2))
    resumed = Clock(5 * MINUTE, paused.resumed_start(at(12)))
    assert resumed.remaining(at(12)) == 3 * MINUTE
    assert resumed.ends_at == at(15)


def test_a_running_clock_has_nothing_to_resume() -> None:
    assert Clock(5 * MINUTE, START).resumed_start(at(3)) == START


def test_an_extension_is_added_to_what_is_left() -> None:
    assert Clock(5 * MINUTE, START).extension(at(3), MINUTE) == MINUTE


def test_an_extension_after_the_end_counts_from_now() -> None:
    late = Clock(5 * MINUTE, START)
    extended = Clock(late.duration + late.extension(at(8), MINUTE), START)
    assert extended.remaining(at(8)) == MINUTE


def test_an_extension_of_a_paused_clock_counts_from_the_pause() -> None:
    paused = Clock(5 * MINUTE, START, paused_at=at(6))
    assert paused.extension(at(30), MINUTE) == 2 * MINUTE
