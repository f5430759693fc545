"""What each role sees of doelen."""

import pytest
from django.template.loader import render_to_string

from scholendag.agenda.models import Step
from scholendag.doelen import actions, queries
from scholendag.doelen.instrument import INSTRUMENT
from scholendag.doelen.models import Goal
from scholendag.instruments.declaration import Scene
from scholendag.sessies.actors import Actor, Role
from tests.doelen.conftest import COMPLETE
from tests.teams import seat_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(cast):
    return cast.step("doelen", "verbetering", grouping=Step.Grouping.TEAM, division="teams")


def show(step, actor, room=None):
    panel = INSTRUMENT.panel(Scene(step, actor, room))
    return render_to_string(panel.template, dict(panel.context)) if panel else ""


def own(cast, step, person):
    room = person.seats.get().room
    return show(step, cast.actor(person), room)


def scherm(cast):
    return Actor(cast.sessie, Role.SCHERM)


def test_the_writer_gets_fields_and_the_others_read_along(cast, step, goal):
    actions.write(goal, improvement="Meer hulpvragen")

    writer, reader = own(cast, step, cast.anna), own(cast, step, cast.bram)

    assert "Stel het doel vast" in writer
    assert "<textarea" in writer
    assert "<textarea" not in reader
    assert "Stel het doel vast" not in reader
    assert "Meer hulpvragen" in writer
    assert "Meer hulpvragen" in reader


def test_the_names_of_the_team_can_be_chosen(cast, step, goal):
    assert '<option value="Bram">' in own(cast, step, cast.anna)
    assert '<option value="Cas">' not in own(cast, step, cast.anna)


def test_the_phase_opens_its_part_and_all_three_stay(cast, step, goal):
    for phase in queries.PARTS:
        step.phase = phase
        html = own(cast, step, cast.anna)

        assert f'data-focus="{phase}"' in html
        assert f'data-part="{phase}" open' in html
        assert html.count(" open>") == 1
        for part in queries.PARTS:
            assert f'data-part="{part}"' in html


def test_without_a_room_there_is_nothing_yet(cast, step, goal):
    assert show(step, cast.actor(cast.anna)) == ""


def test_once_fixed_the_writer_has_no_fields_for_the_goal_but_still_for_actions(cast, step, fixed):
    html = own(cast, step, cast.anna)

    assert 'name="improvement"' not in html
    assert 'name="what"' in html
    assert "Maak een nieuw doel" in html


def test_the_coach_sees_per_team_the_step_the_goal_and_what_is_missing(
    cast, step, fixed, bovenbouw
):
    actions.open_goal(cast.sessie, bovenbouw)

    html = show(step, cast.coach)

    assert "Doel vastgesteld" in html
    assert fixed.sentence in html
    assert "Stap 1 van 3: verbetering" in html
    assert "Mist: verbetering" in html


def test_the_coach_reads_drafts(cast, step, goal):
    actions.write(goal, improvement="Meer hulpvragen")

    assert "Meer hulpvragen" in show(step, cast.coach)


def test_before_the_teams_are_fixed_the_coach_reads_what_will_come(cast, step):
    assert "Zodra de teams vaststaan" in show(step, cast.coach)


def test_the_scherm_shows_fixed_goals_only(cast, step, goal, bovenbouw):
    goal = actions.write(goal, **COMPLETE)
    html = show(step, scherm(cast))
    assert goal.sentence not in html
    assert "Nog geen doel vastgesteld." in html

    actions.fix(goal)
    assert goal.sentence in show(step, scherm(cast))


def test_in_the_explanation_everyone_but_the_coach_reads_the_three_steps(cast):
    step = cast.step("doelen", "uitleg")

    for actor in (cast.actor(cast.anna), scherm(cast)):
        assert "1. Verbetering" in show(step, actor)


def test_entering_makes_one_draft_for_each_team(cast, step, onderbouw, bovenbouw):
    INSTRUMENT.enter(step)
    INSTRUMENT.enter(step)

    assert {goal.team for goal in Goal.objects.all()} == {onderbouw, bovenbouw}
    assert Goal.objects.count() == 2


def test_review_shows_what_every_team_made_and_says_what_was_not_fixed(cast, step, fixed):
    draft = actions.start_anew(fixed)
    actions.write(draft, improvement="Nog iets")
    actions.add_action(fixed, "Voordoen", who="Anna")

    panel = INSTRUMENT.remains_of(step.block)
    html = render_to_string(panel.template, dict(panel.context))

    for expected in ("Onderbouw", fixed.sentence, "Voordoen", "Nog iets", "nog niet vastgesteld"):
        assert expected in html
    assert "<form" not in html


def test_without_anything_written_there_is_no_review(cast, step, goal):
    assert INSTRUMENT.remains_of(step.block) is None


def test_review_knows_nothing_of_another_day(cast, step, fixed):
    other = seat_team(cast.other_sessie, "Brugklas", cast.zoe).team
    theirs = actions.open_goal(cast.other_sessie, other)
    actions.write(theirs, improvement="Van Het Kompas")

    panel = INSTRUMENT.remains_of(step.block)

    assert "Van Het Kompas" not in render_to_string(panel.template, dict(panel.context))
