"""Keeping the board: one link, one of each plan, and who hears of it."""

from datetime import date, time

import pytest

from scholendag.live import audiences
from scholendag.sessies.models import AccessLink
from scholendag.verbeterbord import actions, queries
from scholendag.verbeterbord.models import BoardRole, PlannedSession
from tests.at_once import in_threads, together

pytestmark = pytest.mark.django_db

WHEN = {"kind": "bordsessie", "on": date(2031, 10, 14), "at": time(15, 30)}


def test_a_team_has_one_link_and_one_board_however_often_it_is_opened(block, onderbouw):
    board, link = actions.open_bord(block, onderbouw)

    assert actions.open_bord(block, onderbouw) == (board, link)
    assert AccessLink.objects.filter(team=onderbouw).count() == 1


@in_threads
@pytest.mark.django_db(transaction=True)
def test_a_link_that_many_ask_for_together_is_one_link(cast, block, onderbouw):
    together(*[lambda: actions.open_link(block.sessie, onderbouw)] * 4)

    assert AccessLink.objects.filter(team=onderbouw).count() == 1


def test_each_team_has_its_own(block, onderbouw, bovenbouw):
    board, link = actions.open_bord(block, onderbouw)
    other_board, other_link = actions.open_bord(block, bovenbouw)

    assert board != other_board
    assert link.token != other_link.token


def test_after_the_link_was_closed_there_is_another(cast, link, onderbouw):
    link.revoke()

    assert actions.open_link(cast.sessie, onderbouw).token != link.token


def test_planning_twice_is_planned_once_and_seen_by_team_coach_and_scherm(
    cast, onderbouw, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        actions.plan(onderbouw, **WHEN, here=cast.sessie)
        actions.plan(onderbouw, **WHEN, here=cast.sessie)

    assert PlannedSession.objects.count() == 1
    assert {audience for audience, _ in sent} == {
        audiences.team(onderbouw.pk),
        audiences.coaches(cast.sessie.pk),
        audiences.everyone(cast.sessie.pk),
    }
    assert all("di 14 okt, 15.30 uur" in message["frame"]["content"] for _, message in sent)


def test_what_everyone_hears_has_no_buttons(
    cast, onderbouw, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        actions.plan(onderbouw, **WHEN, here=cast.sessie)

    public = [m for audience, m in sent if audience == audiences.everyone(cast.sessie.pk)]
    assert "hx-post" not in str(public)


def test_what_is_taken_off_is_gone_for_the_team(
    cast, onderbouw, sent, django_capture_on_commit_callbacks
):
    planned = actions.plan(onderbouw, **WHEN, here=cast.sessie)

    with django_capture_on_commit_callbacks(execute=True):
        actions.cancel(planned, cast.sessie)

    assert list(queries.upcoming(onderbouw)) == []
    assert not any("14 okt" in str(message) for _, message in sent)


def test_a_role_changes_hands_and_the_public_screens_hear_nothing(
    cast, onderbouw, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        actions.give_role(onderbouw, "leider", "Anna", cast.sessie)
        actions.give_role(onderbouw, "leider", "Bram", cast.sessie)

    assert BoardRole.objects.get().name == "Bram"
    assert {audience for audience, _ in sent} == {
        audiences.team(onderbouw.pk),
        audiences.coaches(cast.sessie.pk),
    }
    assert 'value="Bram"' in sent[-1][1]["frame"]["content"]
