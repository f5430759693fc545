"""Writing, fixing and ticking: what is stored, and who sees it when."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from scholendag.doelen import actions
from scholendag.doelen.models import Action, Goal
from scholendag.live import audiences
from tests.doelen.conftest import COMPLETE

pytestmark = pytest.mark.django_db


@pytest.fixture
def pushed(sent, django_capture_on_commit_callbacks):
    """Does something and gives what each audience was sent: the HTML, or what to do."""

    def push(verb, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            verb(*args, **kwargs)
        heard = {}
        for audience, message in sent:
            heard[audience] = heard.get(audience, "") + str(message.get("frame", "regroup"))
        sent.clear()
        return heard

    return push


def test_asking_for_the_goal_of_a_team_twice_gives_one_draft(goal):
    assert actions.open_goal(goal.sessie, goal.team) == goal
    assert Goal.objects.filter(team=goal.team).count() == 1


def test_a_fixed_goal_is_what_the_team_works_on(fixed):
    assert actions.open_goal(fixed.sessie, fixed.team) == fixed


def test_another_day_of_the_same_team_starts_with_an_empty_draft(fixed, cast):
    later = type(cast.sessie).objects.create(
        school=fixed.team.school, title="Dag 2", starts_at=timezone.now()
    )

    assert actions.open_goal(later, fixed.team).improvement == ""


def test_what_the_writer_types_is_read_along_by_the_team_and_the_coaches(goal, cast, pushed):
    heard = pushed(actions.write, goal, improvement="Meer hulpvragen")

    assert set(heard) == {
        audiences.team(goal.team_id),
        audiences.coaches(cast.sessie.pk),
        audiences.participant(cast.anna.pk),
    }
    assert all("Meer hulpvragen" in html for html in heard.values())
    assert "<form" not in heard[audiences.team(goal.team_id)]


def test_only_the_fields_that_changed_are_stored(goal):
    stale = Goal.objects.get(pk=goal.pk)
    actions.write(goal, improvement="Van mijn laptop")
    actions.write(stale, group="groep 5")

    goal.refresh_from_db()
    assert (goal.improvement, goal.group) == ("Van mijn laptop", "groep 5")


def test_other_weeks_give_another_end_date(goal):
    chosen = timezone.localdate() + timedelta(days=50)
    goal = actions.write(goal, ends_on=chosen)
    assert goal.last_day == chosen

    goal = actions.write(goal, weeks=4)
    start = timezone.localdate(goal.sessie.starts_at)
    assert goal.last_day == start + timedelta(weeks=4)


def test_a_goal_that_is_not_complete_is_not_fixed(goal):
    actions.write(goal, improvement="Meer hulpvragen")

    with pytest.raises(actions.Incomplete) as refused:
        actions.fix(goal)

    assert set(refused.value.gaps) == {"group", "pupils_text"}
    goal.refresh_from_db()
    assert not goal.is_fixed


def test_fixing_keeps_the_end_date_also_when_the_day_moves(fixed):
    end = timezone.localdate(fixed.sessie.starts_at) + timedelta(weeks=6)
    assert fixed.ends_on == end

    fixed.sessie.starts_at += timedelta(days=7)
    assert fixed.last_day == end


def test_fixing_refetches_the_pages_of_the_team_and_shows_everyone_the_goal(goal, cast, pushed):
    actions.write(goal, **COMPLETE)

    heard = pushed(actions.fix, goal)

    assert "refresh" in heard[audiences.team(goal.team_id)]
    assert "refresh" in heard[audiences.coaches(cast.sessie.pk)]
    assert "zelf een hulpvraag stellen" in heard[audiences.everyone(cast.sessie.pk)]


def test_a_fixed_goal_does_not_change(fixed):
    for late in (
        lambda: actions.write(fixed, improvement="Te laat"),
        lambda: actions.fix(fixed),
    ):
        with pytest.raises(actions.AlreadyFixed):
            late()

    fixed.refresh_from_db()
    assert fixed.improvement == COMPLETE["improvement"]


def test_wanting_something_else_makes_a_new_goal_and_the_old_one_stays(fixed):
    new = actions.start_anew(fixed)

    assert actions.start_anew(fixed) == new
    assert list(Goal.objects.filter(team=fixed.team)) == [fixed, new]
    assert actions.open_goal(fixed.sessie, fixed.team) == new


def test_an_action_that_is_sent_twice_is_there_once(goal):
    client_id = uuid4()

    first = actions.add_action(goal, "Voordoen", client_id=client_id)
    second = actions.add_action(goal, "Voordoen", client_id=client_id)

    assert first == second
    assert Action.objects.count() == 1


def test_other_words_under_the_id_of_a_stored_action_are_not_lost(goal):
    client_id = uuid4()
    actions.add_action(goal, "Voordoen", client_id=client_id)

    actions.add_action(goal, "Samen nadoen", client_id=client_id)

    assert [action.what for action in Action.objects.all()] == ["Voordoen", "Samen nadoen"]


def test_a_new_action_reaches_the_team_and_the_coaches(fixed, cast, pushed):
    heard = pushed(actions.add_action, fixed, "Voordoen")

    team, coaches = audiences.team(fixed.team_id), audiences.coaches(cast.sessie.pk)
    assert set(heard) == {team, coaches}
    assert all("Voordoen" in html and "1 actie" in html for html in heard.values())


def test_taking_away_an_action_of_a_draft_removes_it_everywhere(goal, pushed):
    action = actions.add_action(goal, "Voordoen")

    target = f'hx-target="#{action.dom_id}" hx-swap="delete"'

    heard = pushed(actions.remove_action, action)

    assert not Action.objects.exists()
    assert target in heard[audiences.team(goal.team_id)]
    assert target in heard[audiences.coaches(goal.sessie_id)]
    assert "Voordoen" not in str(heard)


def test_an_action_of_a_fixed_goal_stays(fixed):
    action = actions.add_action(fixed, "Voordoen")

    with pytest.raises(actions.AlreadyFixed):
        actions.remove_action(action)

    assert Action.objects.filter(pk=action.pk).exists()


def test_ticking_again_keeps_the_day_on_which_it_was_done(fixed):
    action = actions.add_action(fixed, "Voordoen")
    earlier = timezone.localdate() - timedelta(days=3)
    Action.objects.update(done_on=earlier)

    actions.tick(action)

    action.refresh_from_db()
    assert action.done_on == earlier


def test_ticking_and_unticking(fixed, pushed):
    action = actions.add_action(fixed, "Voordoen")

    heard = pushed(actions.tick, action)
    action.refresh_from_db()
    assert action.done_on == timezone.localdate()
    assert "af op" in heard[audiences.team(fixed.team_id)]

    actions.untick(action)
    action.refresh_from_db()
    assert action.done_on is None
