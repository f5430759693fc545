"""Moving, skipping, adding and taking away: never what ran, and never by halves."""

from datetime import time
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from scholendag.agenda import adding, moving, running, undo
from scholendag.agenda.content import StepContent
from scholendag.agenda.models import Block, LogEntry, Progress, Step
from scholendag.agenda.queries import steps_of
from scholendag.boards.models import Board
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused
from tests.agenda.days import seen, title
from tests.at_once import in_threads, together
from tests.cast import Cast, StepFactory


def order(day: Sessie) -> list[tuple[str, str]]:
    return [(step.block.title, step.title) for step in steps_of(day.pk)]


def titles(day: Sessie) -> list[str]:
    return [step.title for step in steps_of(day.pk)]


def post(cast: Cast, name: str, day: Sessie, *rest: int, **data: Any) -> HttpResponse:
    url = reverse(f"agenda:{name}", args=[day.pk, *rest])
    return cast.client(cast.marieke).post(url, data, headers={"HX-Request": "true"})


@pytest.fixture
def uitleg(day: Sessie) -> Block:
    """A third block, of the instrument of the first."""
    block = Block.objects.create(sessie=day, position=3, title="Slot", instrument="uitleg")
    StepFactory.create(block=block, title="Dag", position=1)
    return block


def test_a_step_moves_to_another_block_of_its_instrument(
    coach: Actor, steps: list[Step], uitleg: Block
) -> None:
    moving.put_step(coach, steps[0], uitleg, uitleg.steps.get())
    assert order(coach.sessie)[2:] == [
        ("Samen", "Stilte"),
        ("Slot", "Hallo"),
        ("Slot", "Dag"),
    ]
    with pytest.raises(Refused, match="past niet"):
        moving.put_step(coach, steps[1], steps[2].block, None)


def test_a_block_keeps_a_step(coach: Actor, steps: list[Step], uitleg: Block) -> None:
    only = uitleg.steps.get()
    with pytest.raises(Refused, match="enige stap"):
        moving.put_step(coach, only, steps[0].block, None)
    with pytest.raises(Refused, match="enige stap"):
        moving.remove_step(coach, only)


def test_a_block_moves_anywhere_in_one_go(cast: Cast, day: Sessie, uitleg: Block) -> None:
    first = day.blocks.first()
    assert first
    assert post(cast, "block-place", day, uitleg.pk, place=f"voor-{first.pk}").status_code == 200
    assert [block.title for block in day.blocks.all()] == ["Slot", "Begin", "Samen"]
    post(cast, "block-place", day, uitleg.pk, place="eind")
    assert [block.title for block in day.blocks.all()] == ["Begin", "Samen", "Slot"]


@pytest.mark.parametrize("place", ["", "voor-0", "voor-999999", "in-0", "'; --", "x" * 5000])
def test_a_place_that_is_not_there_changes_nothing(
    cast: Cast, day: Sessie, steps: list[Step], place: str
) -> None:
    before = order(day)
    assert post(cast, "step-place", day, steps[0].pk, place=place).status_code == 422
    assert post(cast, "block-place", day, steps[0].block.pk, place=place).status_code == 422
    assert order(day) == before


def test_nothing_moves_to_before_the_running_step(
    cast: Cast, coach: Actor, steps: list[Step]
) -> None:
    running.go_to(coach.sessie, steps[2], None, cast.coach)
    with pytest.raises(Refused, match="al geweest"):
        moving.put_step(coach, steps[3], steps[2].block, steps[2])
    with pytest.raises(Refused, match="al geweest"):
        adding.add_step(coach, steps[0].block, StepContent("Nog", "uitleg", steps[0].minutes), None)
    assert titles(coach.sessie) == ["Hallo", "Plan", "Praten", "Stilte"]


def test_what_the_day_jumped_over_can_still_come(
    cast: Cast, coach: Actor, steps: list[Step]
) -> None:
    running.go_to(coach.sessie, steps[2], None, cast.coach)
    moving.put_block(coach, steps[0].block, None)
    assert titles(coach.sessie) == ["Praten", "Stilte", "Hallo", "Plan"]


@pytest.mark.parametrize("verb", ["skip", "remove", "move"])
def test_what_ran_stays_also_after_going_back(
    cast: Cast, coach: Actor, steps: list[Step], verb: str
) -> None:
    running.start(coach.sessie, cast.coach)
    running.next_step(coach.sessie, seen(coach.sessie), cast.coach)
    running.previous_step(coach.sessie, seen(coach.sessie), cast.coach)
    acts: dict[str, Any] = {
        "skip": lambda step: moving.skip_step(coach, step, True),
        "remove": lambda step: moving.remove_step(coach, step),
        "move": lambda step: moving.put_step(coach, step, steps[0].block, None),
    }
    for step in steps[:2]:
        with pytest.raises(Refused, match="al"):
            acts[verb](step)
    with pytest.raises(Refused, match="al"):
        moving.remove_block(coach, steps[0].block)
    assert titles(coach.sessie) == ["Hallo", "Plan", "Praten", "Stilte"]
    assert not Step.objects.exclude(skipped_at=None).exists()


def test_a_step_that_is_skipped_is_passed_by_and_can_come_back(
    cast: Cast, coach: Actor, day: Sessie, steps: list[Step]
) -> None:
    page = post(cast, "step-skip", day, steps[1].pk).content.decode()
    assert "Slaan we over" in page
    assert "Samen 9,5 minuten" in page
    running.start(day, cast.coach)
    running.next_step(day, seen(day), cast.coach)
    assert title(day) == "Praten"
    assert LogEntry.objects.filter(sessie=day, deed="slaat Plan over").exists()


def test_a_block_is_skipped_with_all_its_steps(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    block = steps[0].block
    post(cast, "block-skip", day, block.pk)
    assert [step.is_skipped for step in steps_of(day.pk)] == [True, True, False, False]
    post(cast, "block-do", day, block.pk)
    assert not any(step.is_skipped for step in steps_of(day.pk))


def test_a_block_in_which_something_was_written_is_not_taken_away(
    cast: Cast, day: Sessie, steps: list[Step]
) -> None:
    block = steps[2].block
    Board.objects.create(sessie=day, block=block, kind_slug="verwachtingen")
    response = post(cast, "block-remove", day, block.pk)
    assert response.status_code == 409
    assert "In Samen is al iets geschreven of klaargezet." in response.content.decode()
    assert Block.objects.filter(pk=block.pk).exists()


def test_what_was_taken_away_can_be_put_back_as_it_was(
    coach: Actor, day: Sessie, steps: list[Step]
) -> None:
    block = steps[2].block
    block.anchor = time(14, 30)
    block.save()
    before = order(day)
    packed = undo.taken_step(Step.objects.get(pk=steps[2].pk)).packed
    moving.remove_step(coach, steps[2])
    undo.put_back(coach, packed)
    assert order(day) == before
    talk = steps_of(day.pk)[2]
    assert (talk.goal, talk.grouping, talk.minutes) == ("Elkaar kennen.", "trio", 5)
    first = Block.objects.get(pk=block.pk)
    packed = undo.taken_block(first).packed
    moving.remove_block(coach, first)
    undo.put_back(coach, packed)
    assert order(day) == before
    back = day.blocks.last()
    assert back
    assert (back.anchor, back.settings) == (time(14, 30), {"vragen": ["Hoe is het?"]})


@pytest.mark.parametrize("forged", ["", "abc", "a:b:c"])
def test_nothing_is_put_back_that_was_not_taken_away_here(
    cast: Cast, coach: Actor, day: Sessie, steps: list[Step], forged: str
) -> None:
    foreign = StepFactory.create(block__sessie=cast.other_sessie, title="Geheim")
    for packed in (forged, undo.taken_step(foreign).packed):
        response = post(cast, "put-back", day, wat=packed)
        assert response.status_code == 409
    assert titles(day) == ["Hallo", "Plan", "Praten", "Stilte"]


@in_threads
@pytest.mark.django_db(transaction=True)
def test_a_step_that_is_opened_and_taken_away_at_one_moment_is_one_of_both(
    cast: Cast, coach: Actor, day: Sessie, steps: list[Step]
) -> None:
    running.start(day, cast.coach)
    now = seen(day)
    together(
        lambda: running.next_step(day, now, cast.coach),
        lambda: moving.remove_step(coach, steps[1]),
    )
    progress = Progress.objects.select_related("step").get(sessie=day)
    assert progress.step
    if progress.step == steps[1]:
        assert titles(day) == ["Hallo", "Plan", "Praten", "Stilte"]
    else:
        assert (progress.step, titles(day)) == (steps[2], ["Hallo", "Praten", "Stilte"])
    assert not LogEntry.objects.filter(sessie=day, verb="enter", step=None).exists()
