"""Starting a rehearsal, who may, and when it goes by itself."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from scholendag.agenda.models import Step
from scholendag.agenda.queries import steps_of
from scholendag.datamuur.models import DataCard
from scholendag.rehearsal import actions, company, queries, rules
from scholendag.rehearsal.models import SILENT, Rehearsal
from scholendag.rehearsal.queries import KEEP
from scholendag.schools.models import School
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import AccessLink, Sessie
from scholendag.sessies.queries import days_of
from scholendag.sessies.refused import Refused
from scholendag.stage import actions as stage
from tests.cast import SessieFactory

pytestmark = pytest.mark.django_db


def test_a_rehearsal_is_the_day_but_now_and_in_a_school_of_its_own(rehearsal, day):
    copy = rehearsal.sessie

    assert (copy.title, copy.theme, copy.is_rehearsal) == (day.title, day.theme, True)
    assert abs(copy.starts_at - timezone.now()) <= timedelta(minutes=1)
    assert copy.code != day.code
    assert copy.school != day.school
    assert not copy.school.memberships.exists()
    assert list(copy.school.teams.values_list("name", flat=True)) == ["Onderbouw"]
    assert copy.techniekkaart.host == "Youssef"
    assert DataCard.objects.get(block__sessie=copy).subject == "Verzuim"
    fields = ("title", "phase", "minutes", "grouping", "division", "prompt", "slack", "shortest")
    assert list(steps_of(copy.pk).values(*fields)) == list(steps_of(day.pk).values(*fields))


def test_a_very_long_name_of_a_school_still_fits(coach, turns, day):
    School.objects.filter(pk=day.school_id).update(name="x" * 120)
    coach.sessie.school.refresh_from_db()

    school = actions.start(coach, 6).sessie.school

    school.full_clean()
    assert school.name.endswith("(proefrit)")


def test_it_is_not_among_the_days_and_opens_nothing_of_the_real_day(rehearsal, cast, day):
    assert rehearsal.sessie not in [one.sessie for one in days_of(cast.marieke)]
    of_the_day = AccessLink.objects.filter(sessie=day).values_list("token_hash", flat=True)
    of_the_copy = AccessLink.objects.filter(sessie=rehearsal.sessie)
    assert not of_the_copy.filter(token_hash__in=of_the_day).exists()


def test_a_second_press_gives_the_same_rehearsal(rehearsal, coach):
    assert actions.start(coach, 20) == rehearsal
    assert Rehearsal.objects.count() == 1


def test_each_day_has_its_own(rehearsal, cast, turns):
    other = Actor(cast.other_sessie, Role.BEGELEIDER, user=cast.olaf)

    assert actions.start(other, 6).sessie.school != rehearsal.sessie.school


def test_there_are_only_so_many_at_once_and_then_nothing_is_made(rehearsal, coach, turns, cast):
    for group in range(company.MOST_REHEARSALS):
        turns.add(group, lambda: None)
    olaf = Actor(cast.other_sessie, Role.BEGELEIDER, user=cast.olaf)
    before = Sessie.objects.count()

    with pytest.raises(actions.NoPlace):
        actions.start(olaf, 6)

    assert Sessie.objects.count() == before


@pytest.mark.parametrize("role", [Role.DEELNEMER, Role.SCHERM, Role.SCHOOLLEIDER])
def test_only_a_coach_rehearses(day, cast, role):
    assert not rules.may_rehearse(Actor(day, role))


def test_a_rehearsal_is_not_rehearsed(rehearsal, cast):
    assert not rules.may_rehearse(Actor(rehearsal.sessie, Role.BEGELEIDER, user=cast.marieke))


def test_who_coaches_by_a_link_does_not_start_one(day):
    link = AccessLink.objects.create(sessie=day, role="medebegeleider", holder="Youssef")

    assert not rules.may_rehearse(Actor(day, Role.BEGELEIDER, link=link))


def test_when_the_real_day_starts_its_rehearsal_goes(
    rehearsal, day, coach, django_capture_on_commit_callbacks
):
    other = SessieFactory.create(rehearsal_of=SessieFactory.create())
    Rehearsal.objects.create(sessie=other, colleagues=6)

    with django_capture_on_commit_callbacks(execute=True):
        stage.press(day, "start", None, coach)

    assert queries.rehearsal_of(day) is None
    assert not Sessie.objects.filter(pk=rehearsal.sessie_id).exists()
    assert Sessie.objects.filter(pk=other.pk).exists()
    with pytest.raises(Refused, match="al begonnen"):
        actions.start(coach, 6)


def test_starting_the_rehearsal_itself_leaves_it(
    rehearsal, cast, django_capture_on_commit_callbacks
):
    coach = Actor(rehearsal.sessie, Role.BEGELEIDER, user=cast.marieke)

    with django_capture_on_commit_callbacks(execute=True):
        stage.press(rehearsal.sessie, "start", None, coach)

    assert Step.objects.filter(block__sessie=rehearsal.sessie).exists()


def test_after_a_day_it_is_thrown_away(rehearsal, day):
    Sessie.objects.filter(pk=rehearsal.sessie_id).update(
        created_at=timezone.now() - timedelta(hours=23)
    )
    assert actions.throw_away_expired() == 0

    Sessie.objects.filter(pk=rehearsal.sessie_id).update(
        created_at=timezone.now() - timedelta(hours=25)
    )
    assert actions.throw_away_expired() == 1
    assert not Sessie.objects.filter(pk=rehearsal.sessie_id).exists()
    assert Sessie.objects.filter(pk=day.pk).exists()


def test_the_colleagues_are_there_as_long_as_their_process_says_so(rehearsal):
    assert rehearsal.is_attended
    rehearsal.seen_at = timezone.now() - SILENT
    assert not rehearsal.is_attended


def test_colleagues_who_went_come_back_as_a_new_run(rehearsal):
    run = rehearsal.run
    actions.bring_back(rehearsal)
    assert rehearsal.run == run

    Rehearsal.objects.update(seen_at=None)
    actions.bring_back(rehearsal)

    assert rehearsal.is_attended
    assert rehearsal.run != run


def test_nobody_comes_back_to_a_rehearsal_that_is_closed(rehearsal):
    Rehearsal.objects.update(seen_at=None)
    rehearsal.sessie.closed_at = timezone.now()
    rehearsal.sessie.save()

    actions.bring_back(rehearsal)

    assert not rehearsal.is_attended


def test_throwing_away_twice_is_as_good_as_once(rehearsal, day):
    actions.throw_away(rehearsal)
    actions.throw_away(rehearsal)

    assert Sessie.objects.filter(pk=day.pk).exists()
    assert School.objects.filter(pk=day.school_id).exists()


def test_a_command_clears_what_was_forgotten(rehearsal, day):
    Sessie.objects.filter(pk=rehearsal.sessie_id).update(created_at=timezone.now() - 2 * KEEP)
    out = StringIO()

    call_command("clear_rehearsals", stdout=out)

    assert out.getvalue() == "1 rehearsals thrown away\n"
    assert queries.rehearsal_of(day) is None


def test_a_server_that_runs_on_clears_by_itself(coach, turns, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        rehearsal = actions.start(coach, 6)

    assert turns.groups == {rehearsal.run}
    [clear] = [turn for _, _, group, turn in company.CARE._queue if group == "expired"]
    Sessie.objects.filter(pk=rehearsal.sessie_id).update(created_at=timezone.now() - 2 * KEEP)
    clear()
    assert not Rehearsal.objects.exists()
    assert turns.groups == frozenset()
