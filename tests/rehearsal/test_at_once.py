"""Two coaches press at the same moment."""

import pytest

from scholendag.rehearsal import actions
from scholendag.rehearsal.models import Rehearsal
from scholendag.schools.models import School
from scholendag.sessies.models import Sessie
from tests.at_once import in_threads, together

pytestmark = [pytest.mark.django_db(transaction=True), in_threads]


def test_two_presses_on_start_make_one_rehearsal(day, coach, turns):
    before = School.objects.count()

    found = together(lambda: actions.start(coach, 6), lambda: actions.start(coach, 9))

    assert len({rehearsal.pk for rehearsal in found}) == 1
    assert Rehearsal.objects.count() == 1
    assert School.objects.count() == before + 1


def test_two_presses_on_throwing_away_leave_nothing(day, coach, turns):
    rehearsal = actions.start(coach, 6)

    together(lambda: actions.throw_away(rehearsal), lambda: actions.throw_away(rehearsal))

    assert list(Sessie.objects.filter(rehearsal_of=day)) == []
