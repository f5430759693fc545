"""What the rest of a day looks like."""

from datetime import datetime

from scholendag.agenda.clock import Clock
from scholendag.agenda.day import Day
from scholendag.agenda.forecast import forecast
from scholendag.agenda.happened import Visit, visits
from scholendag.agenda.models import Block
from scholendag.agenda.stretches import room_for
from scholendag.agenda.timetable import plan
from tests.agenda.days import AMSTERDAM, MINUTE
from tests.agenda.forecasts import SLACK, at, look, minutes, running, step, the_day, times


def test_a_day_on_time_goes_as_planned() -> None:
    found = look(running(10, 0), 7)
    assert times(found) == ["13.00", "13.15", "13.20", "13.30", "13.50", "13.55"]
    assert (minutes(found.drift), minutes(found.speling), minutes(found.lack)) == (0, 0, 0)
    assert found.block
    assert found.block.title == "Arena"
    assert f"{found.until:%H.%M}" == "13.30"
    assert f"{found.ends_at:%H.%M}" == "14.00"


def test_who_starts_late_is_late_at_the_anchor_and_takes_it_from_the_speling_at_the_end() -> None:
    found = look(running(10, 4), 6)
    assert times(found) == ["13.04", "13.19", "13.24", "13.34", "13.54", "13.59"]
    assert (minutes(found.drift), minutes(found.lack)) == (4, 4)
    assert f"{found.ends_at:%H.%M}" == "14.00"
    assert [minutes(row.late) for row in found.blocks] == [0, 0, 4, 0]


def test_what_the_speling_cannot_take_makes_the_day_longer() -> None:
    assert f"{look(running(10, 12), 13).ends_at:%H.%M}" == "14.07"


def test_overrun_grows_with_every_minute() -> None:
    day = running(10, 0)
    assert [minutes(look(day, now).drift) for now in (14, 15, 17, 21.5)] == [0, 0, 2, 6.5]
    assert look(day, 14).grows_from == at(15)
    assert look(day, 17).grows_from == at(17)


def test_a_clock_that_stands_still_makes_the_day_late_at_once() -> None:
    paused = running(10, 0, clock=Clock(15 * MINUTE, at(0), paused_at=at(5)))
    assert [minutes(look(paused, now).drift) for now in (5, 6, 9)] == [0, 1, 4]


def test_ending_a_step_early_gives_its_minutes_to_the_speling_before_the_anchor() -> None:
    found = look(running(20, 16, (10, 0), (11, 12)), 16)
    assert minutes(found.drift) == -4
    assert minutes(found.speling) == 4
    arena = found.blocks[2]
    assert (f"{arena.starts_at:%H.%M}", minutes(arena.wait)) == ("13.30", 4)
    assert f"{found.ends_at:%H.%M}" == "14.00"


def test_ending_a_step_early_after_the_last_anchor_gives_its_minutes_to_the_last_speling() -> None:
    found = look(running(40, 47, (30, 30)), 47)
    assert minutes(found.drift) == -3
    assert minutes(found.speling) == 8
    assert [minutes(row.length) for row in found.blocks[3].steps] == [5, 8]
    assert f"{found.ends_at:%H.%M}" == "14.00"


def test_going_back_counts_only_what_is_still_to_do() -> None:
    found = look(running(10, 16, (10, 0), (11, 15)), 16)
    assert minutes(found.drift) == 16
    [first, second] = found.blocks[0].steps
    assert (f"{first.began_at:%H.%M}", first.left_at) == ("13.00", None)
    assert (second.is_done, f"{second.starts_at:%H.%M}") == (False, "13.31")


def test_an_anchor_that_was_opened_too_early_still_stands() -> None:
    mistaken = running(20, 22, (20, 20), (30, 21))
    assert look(mistaken, 22).block
    again = running(20, 52, (20, 20), (30, 31))
    assert look(again, 52).block is None


def test_a_block_that_is_entered_in_the_middle_begins_there() -> None:
    blocks = [*the_day()[:1], (Block(pk=2, title="Gesprek"), [step(20, 5), step(21, 5)])]
    found = look(running(21, -30, blocks=blocks), -29)
    assert f"{found.blocks[1].starts_at:%H.%M}" == "12.30"


def test_a_block_that_comes_again_is_expected_and_not_when_it_was_before() -> None:
    found = look(running(10, 9, (10, 0), (20, 3)), 9)
    assert f"{found.blocks[1].starts_at:%H.%M}" == "13.29"


def test_a_skipped_step_takes_no_time() -> None:
    blocks = the_day()
    blocks[0][1][1].skipped_at = at(0)
    found = look(running(10, 0), 1)
    skipping = look(running(10, 0, blocks=blocks), 1)
    assert minutes(found.drift - skipping.drift) == 5
    assert [float(row.minutes) for row in skipping.blocks] == [15, 10, 20, 10]


def test_a_step_that_was_added_has_no_planned_time() -> None:
    day = running(10, 0)
    day.blocks[3][1].append(step(42, 5))  # type: ignore[attr-defined]
    found = look(day, 1)
    assert found.blocks[3].steps[2].planned_at is None
    assert minutes(found.drift) == 0
    assert f"{found.ends_at:%H.%M}" == "14.00"


def test_a_day_that_is_over_says_what_happened() -> None:
    over = running(41, 58, (10, 0), (20, 20), (40, 50), current=None, clock=None, ended_at=at(63))
    found = look(over, 999)
    assert (minutes(found.drift), f"{found.ends_at:%H.%M}") == (3, "14.03")
    rows = [row for block in found.blocks for row in block.steps]
    assert all(row.is_done for row in rows)
    assert [f"{row.began_at:%H.%M}" if row.began_at else None for row in rows] == [
        "13.00",
        None,
        "13.20",
        None,
        "13.50",
        "13.58",
    ]


def test_without_anchors_that_count_the_end_is_the_fixed_point() -> None:
    found = look(running(10, 4, anchored=False), 6)
    assert found.block is None
    assert (minutes(found.drift), minutes(found.speling), minutes(found.lack)) == (4, 1, 0)


def test_speling_that_is_entered_lasts_until_the_fixed_point() -> None:
    day = running(40, 50)
    speling = day.blocks[3][1][1]
    assert [minutes(room_for(day, speling, at(now))) for now in (52, 58, 70)] == [8, 2, 0]


def test_while_speling_runs_what_is_left_of_it_runs_out() -> None:
    day = running(41, 52, clock=Clock(8 * MINUTE, at(52)))
    assert [minutes(look(day, now).speling) for now in (52, 57, 62)] == [8, 3, 0]
    assert [minutes(look(day, now).drift) for now in (52, 57, 62)] == [0, 0, 2]


def test_the_first_speling_gives_first_and_the_last_takes() -> None:
    blocks = the_day()
    blocks[3][1].insert(0, step(39, 4, SLACK.SPELING, 1))
    for now, lengths in ((52, [2, 5, 5]), (53, [1, 5, 5]), (56, [1, 5, 2]), (48, [4, 5, 7])):
        day = running(30, 30, blocks=blocks, clock=Clock((now - 30) * MINUTE, at(30)))
        assert [minutes(row.length) for row in look(day, 31).blocks[3].steps] == lengths


def test_visits_keep_the_first_start_and_the_last_end() -> None:
    moves = [(1, at(0)), (2, at(5)), (1, at(7)), (3, at(9)), (None, at(12))]
    assert visits(moves) == {
        1: Visit(at(0), at(9)),
        2: Visit(at(5), at(7)),
        3: Visit(at(9), at(12)),
    }


def test_an_hour_is_an_hour_in_the_night_that_the_clock_changes() -> None:
    night = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM)
    blocks = [(Block(pk=1), [step(10, 60), step(11, 30)])]
    rows = plan(night, blocks)
    day = Day(
        plan_starts_at=night,
        planned_end=rows[-1].ends_at,
        blocks=blocks,
        current=10,
        clock=Clock(60 * MINUTE, night),
        visits={10: Visit(night)},
    )
    found = forecast(day, night)
    assert minutes(found.drift) == 0
    assert [minutes(row.length) for row in found.blocks[0].steps] == [60, 30]
    assert times(found) == ["02.30", "02.30"]
    assert f"{found.ends_at:%H.%M}" == "03.00"
