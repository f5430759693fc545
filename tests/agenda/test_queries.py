from typing import Any

import pytest

from scholendag.agenda.actions import make_sessie
from scholendag.agenda.models import Progress, Step
from scholendag.agenda.programmes import load_programmes
from scholendag.agenda.queries import current_step, next_of, previous_of, timetable
from scholendag.agenda.timetable import total_minutes
from scholendag.sessies.models import Sessie
from tests.agenda.days import ONE_O_CLOCK
from tests.cast import BlockFactory, Cast, StepFactory

CountQueries = Any


def titles(*steps: Step | None) -> list[str | None]:
    return [step.title if step else None for step in steps]


def test_the_next_step_may_be_in_the_next_block(steps: list[Step]) -> None:
    following = [next_of(step) for step in steps]
    assert titles(*following) == ["Plan", "Praten", "Stilte", None]


def test_the_step_before_may_be_in_the_block_before(steps: list[Step]) -> None:
    before = [previous_of(step) for step in steps]
    assert titles(*before) == [None, "Hallo", "Plan", "Praten"]


def test_no_step_is_current_before_the_start_and_after_the_end(day: Sessie) -> None:
    assert current_step(day.pk) is None


def test_the_current_step_comes_with_its_block(
    cast: Cast, steps: list[Step], django_assert_num_queries: CountQueries
) -> None:
    cast.run(steps[2])
    found = current_step(steps[2].block.sessie_id)
    with django_assert_num_queries(0):
        assert found is not None
        assert (found.title, found.block.title) == ("Praten", "Samen")


def test_the_timetable_is_in_the_order_of_the_day(day: Sessie) -> None:
    rows = [(f"{row.starts_at:%H.%M}", row.step.title) for b in timetable(day) for row in b.steps]
    assert rows == [
        ("13.00", "Hallo"),
        ("13.02", "Plan"),
        ("13.04", "Praten"),
        ("13.09", "Stilte"),
    ]


def test_the_timetable_follows_the_progress(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    cast.run(steps[2])
    assert [block.is_done for block in timetable(day)] == [True, False]
    Progress.objects.filter(sessie=day).update(step=None, ended_at=ONE_O_CLOCK)
    assert [block.is_done for block in timetable(day)] == [True, True]


def test_the_timetable_holds_nothing_of_another_day(cast: Cast, day: Sessie) -> None:
    StepFactory.create(block__sessie=cast.other_sessie, title="Geheim")
    StepFactory.create(block__sessie=cast.sessie, title="Eigen school, andere dag")
    found = {row.step.title for block in timetable(day) for row in block.steps}
    assert found == {"Hallo", "Plan", "Praten", "Stilte"}


@pytest.mark.parametrize("blocks", [1, 3])
def test_the_timetable_takes_three_queries_however_long_the_day(
    cast: Cast, blocks: int, django_assert_num_queries: CountQueries
) -> None:
    for _ in range(blocks):
        StepFactory.create_batch(2, block=BlockFactory.create(sessie=cast.sessie))
    with django_assert_num_queries(3):
        rows = [row for block in timetable(cast.sessie) for row in block.steps]
        assert [row.step.block.sessie for row in rows] == [cast.sessie] * blocks * 2


def test_the_scholendag_runs_from_one_to_five(cast: Cast) -> None:
    [programme] = load_programmes()
    day = make_sessie(programme, cast.sessie.school, "Dag", "", ONE_O_CLOCK, cast.marieke)
    blocks = timetable(day)
    assert total_minutes(blocks) == 240
    planned = {block.block.title: f"{block.starts_at:%H.%M}" for block in blocks}
    assert planned["Datamuur"] == "13.35"
    assert planned["Leerlingarena"] == "14.30"
    assert planned["Bord"] == "15.55"
    assert f"{blocks[-1].ends_at:%H.%M}" == "17.00"
