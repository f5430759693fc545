"""A rehearsal has a school of its own, and is coached by whoever coaches the real day."""

import pytest

from scholendag.schools.models import Membership
from scholendag.sessies import queries
from scholendag.sessies.actors import coached_by
from tests.cast import SessieFactory


@pytest.fixture
def rehearsal(cast):
    return SessieFactory.create(rehearsal_of=cast.sessie, school__name="Oefening")


def test_the_coach_of_the_day_coaches_its_rehearsal_and_an_outsider_does_not(cast, rehearsal):
    assert rehearsal in coached_by(cast.marieke)
    assert rehearsal not in coached_by(cast.olaf)


def test_a_coach_who_leaves_the_school_loses_the_rehearsal_too(cast, rehearsal):
    Membership.objects.filter(user=cast.marieke).delete()

    assert rehearsal not in coached_by(cast.marieke)


def test_a_coach_of_two_schools_coaches_each_day_once(cast, rehearsal):
    Membership.objects.create(
        school=rehearsal.school, user=cast.marieke, role=Membership.Role.COACH
    )

    assert sorted(coached_by(cast.marieke), key=lambda day: day.pk) == [cast.sessie, rehearsal]


def test_a_rehearsal_is_not_among_the_days(cast, rehearsal):
    assert rehearsal.is_rehearsal
    assert [day.sessie for day in queries.days_of(cast.marieke)] == [cast.sessie]
