"""What each role sees of the board in the day."""

from datetime import date, time

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from scholendag.boards.models import Board, Note
from scholendag.boards.placing import add_note
from scholendag.doelen import actions as doelen
from scholendag.instruments.declaration import Scene
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import AccessLink
from scholendag.verbeterbord import actions, queries
from scholendag.verbeterbord.instrument import INSTRUMENT
from tests.cast import StepFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(cast, block):
    step = StepFactory.create(block=block, phase="successen")
    cast.run(step)
    return step


def show(step, actor):
    return _html(INSTRUMENT.panel(Scene(step, actor)))


def review(block):
    return _html(INSTRUMENT.remains_of(block))


def _html(panel):
    return render_to_string(panel.template, dict(panel.context)) if panel else ""


def stick(cast, block, team, words):
    board, _ = actions.open_bord(block, team)
    lane = board.lanes.get()
    return add_note(cast.actor(cast.anna), lane, words, Note().client_id)


def test_a_deelnemer_sees_the_own_board_and_its_link_and_no_other(
    cast, step, goal, onderbouw, bovenbouw
):
    own, other = show(step, cast.actor(cast.bram)), show(step, cast.actor(cast.cas))

    token = queries.link_of(onderbouw).token
    assert goal.sentence in own
    assert f"/bord/{token}/" in own
    assert goal.sentence not in other
    assert token not in other
    assert "Er is nog geen doel vastgesteld." in other


def test_the_part_that_the_step_is_about_stands_open(cast, step, onderbouw):
    html = show(step, cast.actor(cast.anna))

    assert 'data-focus="successen"' in html
    assert 'data-part="successen" open' in html
    assert html.count(" open>") == 1


def test_a_draft_on_the_board_opens_where_the_team_was(cast, step, onderbouw):
    draft = doelen.open_goal(cast.sessie, onderbouw)
    doelen.write(draft, improvement="Bijna klaar")

    assert 'data-part="doel" open' in show(step, cast.actor(cast.anna))


def test_the_explanation_comes_with_the_own_board(cast, block, goal):
    step = StepFactory.create(block=block, phase="uitleg")

    html = show(step, cast.actor(cast.anna))

    assert "1. Successen" in html
    assert goal.sentence in html


def test_without_a_team_there_is_a_word_instead_of_a_board(cast, step, onderbouw):
    assert "Zodra je in een team zit" in show(step, cast.actor(cast.cas))


def test_a_goal_that_was_not_fixed_can_still_be_fixed_by_its_writer(cast, step, onderbouw):
    draft = doelen.open_goal(cast.sessie, onderbouw)
    doelen.write(draft, improvement="Bijna klaar")

    writer, other = show(step, cast.actor(cast.anna)), show(step, cast.actor(cast.bram))

    assert "Stel het doel vast" in writer
    assert "Bijna klaar" in other
    assert "Stel het doel vast" not in other


def test_the_coach_sees_all_teams_with_what_they_have(cast, step, goal, bovenbouw):
    html = show(step, cast.coach)

    for expected in ("Onderbouw", "Bovenbouw", goal.sentence, "1 actie", "nog geen doel"):
        assert expected in html
    assert f"/bord/{queries.link_of(bovenbouw).token}/" in html


def test_before_the_teams_are_fixed_the_coach_reads_what_will_come(cast, step):
    assert "Zodra de teams vaststaan" in show(step, cast.coach)


def test_the_scherm_shows_goal_and_next_session_and_never_the_link(cast, step, goal, onderbouw):
    actions.open_bord(step.block, onderbouw)
    actions.plan(onderbouw, "bordsessie", date(2031, 10, 14), time(15, 30), cast.sessie)

    html = show(step, Actor(cast.sessie, Role.SCHERM))

    assert goal.sentence in html
    assert "di 14 okt, 15.30 uur" in html
    assert queries.link_of(onderbouw).token not in html
    assert "hx-post" not in html


def test_the_scherm_explains_first(cast, block, goal):
    step = StepFactory.create(block=block, phase="uitleg")

    assert "De vier vakken" in show(step, Actor(cast.sessie, Role.SCHERM))


def test_entering_makes_a_board_and_a_link_for_each_team_once(step, onderbouw, bovenbouw):
    INSTRUMENT.enter(step)
    INSTRUMENT.enter(step)

    assert {board.team for board in Board.objects.all()} == {onderbouw, bovenbouw}
    assert AccessLink.objects.filter(role="bord").count() == 2


def test_review_shows_successes_and_plans_without_names_links_or_buttons(
    cast, block, step, onderbouw
):
    stick(cast, block, onderbouw, "Iedereen durfde iets te vragen")
    actions.plan(onderbouw, "werksessie", date(2031, 10, 14), time(9, 0), cast.sessie)

    html = review(block)

    assert "Iedereen durfde iets te vragen" in html
    assert "di 14 okt, 09.00 uur" in html
    assert queries.link_of(onderbouw).token not in html
    assert "hx-post" not in html
    assert "Anna" not in html


def test_without_anything_there_is_no_review(block, onderbouw):
    actions.open_bord(block, onderbouw)

    assert INSTRUMENT.remains_of(block) is None


def test_the_review_of_another_day_shows_nothing_of_this_one(cast, block, onderbouw):
    other = type(block).objects.create(
        sessie=cast.other_sessie, position=1, title="Bord", instrument="verbeterbord"
    )
    actions.plan(onderbouw, "werksessie", timezone.localdate(), time(9, 0), cast.sessie)

    assert INSTRUMENT.remains_of(other) is None
