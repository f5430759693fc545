"""Who may add, change, take away and tick off an action."""

from datetime import timedelta

import pytest
from django.utils import timezone

from scholendag.doelen import actions, rules
from scholendag.doelen.models import Action
from tests.doelen.conftest import COMPLETE, post, text

pytestmark = pytest.mark.django_db


def test_an_action_may_miss_who_and_when(cast, goal):
    answer = post(cast, cast.anna, "add-action", goal.pk, what="Voordoen")

    assert answer.status_code == 200
    assert "mist wie" in text(answer)
    assert "mist wanneer" in text(answer)


def test_an_action_needs_what(cast, goal):
    answer = post(cast, cast.anna, "add-action", goal.pk, what=" ", who="Bram")

    assert answer.status_code == 422
    assert "Schrijf op wat je gaat doen." in text(answer)
    assert not Action.objects.exists()


def test_an_action_is_not_planned_for_yesterday(cast, goal):
    yesterday = timezone.localdate() - timedelta(days=1)

    answer = post(cast, cast.anna, "add-action", goal.pk, what="Voordoen", due_on=yesterday)

    assert answer.status_code == 422
    assert "al voorbij" in text(answer)


def test_an_action_that_is_overdue_can_still_be_reworded(cast, fixed):
    action = actions.add_action(fixed, "Voordoen")
    Action.objects.update(due_on=timezone.localdate() - timedelta(days=2))
    action.refresh_from_db()

    answer = post(
        cast,
        cast.bram,
        "change-action",
        action.pk,
        what="Samen voordoen",
        who="Iemand die er niet is",
        due_on=action.due_on,
    )

    assert answer.status_code == 200
    action.refresh_from_db()
    assert (action.what, action.who) == ("Samen voordoen", "Iemand die er niet is")


def test_the_actions_of_a_draft_are_the_writers(cast, goal):
    action = actions.add_action(goal, "Voordoen")

    for answer in (
        post(cast, cast.bram, "add-action", goal.pk, what="Van Bram"),
        post(cast, cast.bram, "change-action", action.pk, what="Van Bram"),
        post(cast, cast.bram, "remove-action", action.pk),
        post(cast, cast.anna, "tick", action.pk),
    ):
        assert answer.status_code == 422
    assert [action.what for action in Action.objects.all()] == ["Voordoen"]


def test_the_writer_takes_an_action_away_until_the_goal_is_fixed(cast, goal):
    first, second = (actions.add_action(goal, what) for what in ("Voordoen", "Nadoen"))
    assert post(cast, cast.anna, "remove-action", first.pk).status_code == 200

    actions.write(goal, **COMPLETE)
    actions.fix(goal)

    assert post(cast, cast.anna, "remove-action", second.pk).status_code == 422
    assert [action.what for action in Action.objects.all()] == ["Nadoen"]


@pytest.mark.parametrize("who", ["anna", "bram", "marieke"])
def test_the_whole_team_and_the_coach_work_with_a_fixed_goal(cast, fixed, who):
    person = getattr(cast, who)

    assert post(cast, person, "add-action", fixed.pk, what="Nieuw").status_code == 200
    action = Action.objects.get()
    assert post(cast, person, "tick", action.pk).status_code == 200
    assert post(cast, person, "untick", action.pk).status_code == 200


@pytest.mark.parametrize("verb", ["change-action", "tick", "untick"])
def test_who_is_too_late_for_an_action_reads_so_and_keeps_the_words(cast, fixed, verb, monkeypatch):
    action = actions.add_action(fixed, "Voordoen")

    def taken_away_meanwhile(*_):
        Action.objects.all().delete()
        return ""

    monkeypatch.setattr(rules, "refusal_of_tick", taken_away_meanwhile)
    monkeypatch.setattr(rules, "refusal_of_action", taken_away_meanwhile)

    answer = post(cast, cast.anna, verb, action.pk, what="Samen nadoen")

    assert answer.status_code == 422
    assert "Iemand haalde deze actie net weg." in text(answer)
    assert ("Samen nadoen" in text(answer)) == (verb == "change-action")
