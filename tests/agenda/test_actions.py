from datetime import time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from scholendag.agenda import actions, editing, moving, running
from scholendag.agenda.content import ProgrammeError
from scholendag.agenda.models import Block, Programme, Progress, Step
from scholendag.agenda.moving import Direction
from scholendag.agenda.queries import steps_of
from scholendag.live import audiences
from scholendag.live.frames import SOON
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import AccessLink, Sessie
from scholendag.sessies.refused import Refused
from tests.agenda.days import ONE_O_CLOCK, seen
from tests.cast import Cast

Commits = Any
Sent = list[tuple[str, dict[str, Any]]]


def order(day: Sessie) -> list[str]:
    return [step.title for step in steps_of(day.pk)]


def test_a_day_has_what_its_programme_has(day: Sessie, cast: Cast) -> None:
    assert (day.title, day.theme, day.starts_at) == ("Onze dag", "Gelijke kansen", ONE_O_CLOCK)
    assert (day.school, day.created_by) == (cast.sessie.school, cast.marieke)
    begin, samen = day.blocks.all()
    assert (begin.title, begin.instrument, begin.settings) == ("Begin", "uitleg", {})
    assert samen.settings == {"vragen": ["Hoe is het?"]}
    talk = samen.steps.get(title="Praten")
    assert (talk.phase, talk.minutes, talk.prompt) == ("gesprek", 5, "Praat met elkaar.")
    assert (talk.grouping, talk.division, talk.goal) == ("trio", "trio", "Elkaar kennen.")


def test_a_block_that_hangs_on_the_clock_gets_its_time_when_the_day_is_made(
    cast: Cast, small: dict[str, Any]
) -> None:
    small["blocks"][1]["anchor"] = True
    small["blocks"][1]["steps"][0] |= {"slack": "opbrengst", "shortest": 3}
    programme = Programme.objects.create(slug="kleine-dag", title="Kleine dag", content=small)
    made = actions.make_sessie(programme, cast.sessie.school, "Dag", "", ONE_O_CLOCK, cast.marieke)
    assert [block.anchor for block in made.blocks.all()] == [None, time(13, 4, 30)]
    talk = steps_of(made.pk)[2]
    assert (talk.slack, talk.shortest) == ("opbrengst", 3)


def test_a_new_day_has_not_begun_and_can_be_shared(day: Sessie) -> None:
    progress = Progress.objects.get(sessie=day)
    assert (progress.step, progress.started_at, progress.ended_at) == (None, None, None)
    assert {link.role for link in day.links.all()} == {
        AccessLink.Role.DEELNEMER,
        AccessLink.Role.SCHERM,
        AccessLink.Role.SCHOOLLEIDER,
    }


def test_two_days_of_one_programme_are_apart(
    day: Sessie, programme: Programme, coach: Actor, cast: Cast
) -> None:
    other = actions.make_sessie(
        programme, day.school, "Nog een", "", ONE_O_CLOCK + timedelta(days=7), cast.marieke
    )
    step = steps_of(day.pk)[0]
    editing.change_step(coach, step, {"minutes": Decimal(9)})
    assert [step.minutes for step in steps_of(other.pk)] == [2, Decimal("2.5"), 5, Decimal("2.5")]


def test_a_day_of_a_bad_programme_is_not_made(cast: Cast) -> None:
    bad = Programme.objects.create(slug="fout", title="Fout", content={"title": "Fout"})
    before = Sessie.objects.filter(school=cast.sessie.school).count()
    with pytest.raises(ProgrammeError):
        actions.make_sessie(bad, cast.sessie.school, "Dag", "", ONE_O_CLOCK, cast.marieke)
    assert Sessie.objects.filter(school=cast.sessie.school).count() == before


def test_minutes_and_texts_can_change(coach: Actor, steps: list[Step]) -> None:
    editing.change_step(coach, steps[2], {"minutes": Decimal("7.5")})
    editing.change_step(coach, steps[2], {"title": "Verhalen", "prompt": "Vertel om de beurt."})
    talk = Step.objects.get(pk=steps[2].pk)
    assert (talk.minutes, talk.title, talk.prompt) == (
        Decimal("7.5"),
        "Verhalen",
        "Vertel om de beurt.",
    )


def test_more_minutes_for_the_running_step_are_on_its_clock(
    coach: Actor, steps: list[Step], cast: Cast
) -> None:
    running.start(coach.sessie, cast.coach)
    editing.change_step(coach, steps[0], {"minutes": Decimal(6)})
    clock = Progress.objects.get(sessie=coach.sessie).clock
    assert clock is not None
    assert clock.duration == timedelta(minutes=6)


def test_after_the_start_only_what_is_to_come_changes(
    coach: Actor, steps: list[Step], cast: Cast
) -> None:
    running.go_to(coach.sessie, steps[1], None, cast.coach)
    with pytest.raises(Refused, match="al geweest"):
        editing.change_step(coach, steps[0], {"minutes": Decimal(30)})
    with pytest.raises(Refused, match="al geweest"):
        editing.change_step(coach, steps[0], {"title": "Anders", "prompt": ""})
    editing.change_step(coach, steps[3], {"minutes": Decimal(30)})
    minutes = [step.minutes for step in steps_of(coach.sessie.pk)]
    assert minutes == [2, Decimal("2.5"), 5, 30]


def test_steps_change_places_within_their_block(coach: Actor, steps: list[Step]) -> None:
    moving.move_step(coach, steps[0], Direction.LATER)
    assert order(coach.sessie) == ["Plan", "Hallo", "Praten", "Stilte"]
    moving.move_step(coach, steps[3], Direction.EARLIER)
    assert order(coach.sessie) == ["Plan", "Hallo", "Stilte", "Praten"]


def test_at_the_edge_a_step_or_block_stays(coach: Actor, steps: list[Step]) -> None:
    moving.move_step(coach, steps[0], Direction.EARLIER)
    moving.move_step(coach, steps[1], Direction.LATER)
    moving.move_block(coach, steps[0].block, Direction.EARLIER)
    moving.move_block(coach, steps[3].block, Direction.LATER)
    assert order(coach.sessie) == ["Hallo", "Plan", "Praten", "Stilte"]


def test_a_block_moves_with_its_steps(coach: Actor, steps: list[Step]) -> None:
    moving.move_block(coach, steps[2].block, Direction.EARLIER)
    assert order(coach.sessie) == ["Praten", "Stilte", "Hallo", "Plan"]
    moving.move_block(coach, steps[2].block, Direction.LATER)
    assert order(coach.sessie) == ["Hallo", "Plan", "Praten", "Stilte"]


def test_two_coaches_who_move_the_same_block_move_it_twice(coach: Actor, steps: list[Step]) -> None:
    Block.objects.create(sessie=coach.sessie, position=3, title="Slot", instrument="uitleg")
    stale = Block.objects.get(pk=steps[0].block.pk)
    moving.move_block(coach, Block.objects.get(pk=stale.pk), Direction.LATER)
    moving.move_block(coach, stale, Direction.LATER)
    assert [block.title for block in coach.sessie.blocks.all()] == ["Samen", "Slot", "Begin"]


def test_what_runs_or_has_been_does_not_move(coach: Actor, steps: list[Step], cast: Cast) -> None:
    running.go_to(coach.sessie, steps[2], None, cast.coach)
    with pytest.raises(Refused, match="blijft op zijn plaats"):
        moving.move_step(coach, steps[2], Direction.LATER)
    with pytest.raises(Refused, match="al geweest"):
        moving.move_step(coach, steps[3], Direction.EARLIER)
    with pytest.raises(Refused, match="blijft op zijn plaats"):
        moving.move_block(coach, steps[2].block, Direction.EARLIER)
    assert order(coach.sessie) == ["Hallo", "Plan", "Praten", "Stilte"]


def test_the_day_itself_can_change(coach: Actor) -> None:
    later = ONE_O_CLOCK + timedelta(hours=1)
    actions.change_day(coach, "Andere naam", "Ander thema", later)
    day = Sessie.objects.get(pk=coach.sessie.pk)
    assert (day.title, day.theme, day.starts_at) == ("Andere naam", "Ander thema", later)


def test_a_closed_day_does_not_change(coach: Actor, steps: list[Step], cast: Cast) -> None:
    running.start(coach.sessie, cast.coach)
    running.end(Sessie.objects.get(pk=coach.sessie.pk), seen(coach.sessie), cast.coach)
    changes: list[Any] = [
        lambda: editing.change_step(coach, steps[3], {"minutes": Decimal(1)}),
        lambda: editing.change_step(coach, steps[3], {"title": "Anders", "prompt": ""}),
        lambda: actions.change_day(coach, "Anders", "", ONE_O_CLOCK),
        lambda: moving.move_step(coach, steps[2], Direction.LATER),
        lambda: moving.move_block(coach, steps[2].block, Direction.EARLIER),
    ]
    for change in changes:
        with pytest.raises(Refused, match="De dag is afgesloten"):
            change()
    assert order(coach.sessie) == ["Hallo", "Plan", "Praten", "Stilte"]
    assert Sessie.objects.get(pk=coach.sessie.pk).title == "Onze dag"


def test_every_screen_hears_of_a_change(
    coach: Actor, steps: list[Step], sent: Sent, django_capture_on_commit_callbacks: Commits
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        editing.change_step(coach, steps[2], {"minutes": Decimal(8)})
    refresh = {"type": "live.frame", "frame": {"refresh": SOON}}
    assert sent == [(audiences.everyone(coach.sessie.pk), refresh)]


def test_nobody_hears_of_what_did_not_change(
    coach: Actor, steps: list[Step], sent: Sent, django_capture_on_commit_callbacks: Commits
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        moving.move_step(coach, steps[0], Direction.EARLIER)
    assert sent == []
