"""The sentence, the end date, and what is worth a word about an action."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from scholendag.doelen.models import Action, Goal
from scholendag.schools.models import Team

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(cast):
    team = Team.objects.create(school=cast.sessie.school, name="Onderbouw")
    return Goal.objects.create(sessie=cast.sessie, team=team)


def test_the_sentence_has_dots_for_what_is_not_there_yet(goal):
    assert goal.sentence == "De leerlingen uit … kunnen …"


def test_the_sentence_ends_with_one_full_stop(goal):
    goal.group, goal.pupils_verb, goal.pupils_text = "groep 5", "weten", "wat ze leren."

    assert goal.sentence == "De leerlingen uit groep 5 weten wat ze leren."


def test_the_end_date_is_so_many_weeks_after_the_local_day(goal):
    # Half past midnight in Amsterdam is still the day before in UTC.
    goal.sessie.starts_at = datetime(2026, 10, 5, 22, 30, tzinfo=UTC)
    goal.weeks = 4

    assert goal.last_day == date(2026, 11, 3)


def test_a_chosen_end_date_wins(goal):
    goal.ends_on = date(2026, 12, 1)

    assert goal.last_day == date(2026, 12, 1)


def test_a_goal_is_over_the_day_after_its_end(goal):
    goal.ends_on = timezone.localdate()
    assert not goal.is_over

    goal.ends_on -= timedelta(days=1)
    assert goal.is_over


def test_there_is_one_draft_for_a_team_but_any_number_of_fixed_goals(goal):
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(sessie=goal.sessie, team=goal.team)
    goal.fixed_at = timezone.now()
    goal.save()
    Goal.objects.create(sessie=goal.sessie, team=goal.team)


def test_an_action_is_marked_for_what_it_misses(goal):
    assert Action(goal=goal, what="x").marks == ["mist wie", "mist wanneer"]
    assert Action(goal=goal, what="x", who="Anna", due_on=timezone.localdate()).marks == []


def test_an_action_after_the_end_of_the_goal_is_marked(goal):
    late = goal.last_day + timedelta(days=1)

    assert Action(goal=goal, what="x", who="A", due_on=late).marks == [
        "na de einddatum van het doel"
    ]
