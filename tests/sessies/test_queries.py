from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from scholendag.schools.models import Membership
from scholendag.sessies import queries
from scholendag.sessies.models import AccessLink
from scholendag.sessies.queries import DayState
from tests.cast import Cast, SessieFactory


def test_the_roster_is_everyone_who_was_not_removed(cast: Cast) -> None:
    cast.cas.removed_at = timezone.now()
    cast.cas.save()
    rest = [cast.anna, cast.bram]
    assert cast.zoe
    assert list(queries.roster(cast.sessie)) == rest


def test_present_is_whoever_has_a_connected_page(cast: Cast) -> None:
    cast.anna.present_since = timezone.now()
    cast.anna.save()
    assert cast.bram
    assert list(queries.present(cast.sessie)) == [cast.anna]


def test_a_namesake_is_of_the_same_day(cast: Cast) -> None:
    assert cast.zoe
    assert queries.namesake(cast.sessie, "zoe") is None
    assert queries.namesake(cast.other_sessie, "ZOE") == cast.zoe


def test_who_was_removed_is_nobodys_namesake(cast: Cast) -> None:
    cast.anna.removed_at = timezone.now()
    cast.anna.save()
    assert queries.namesake(cast.sessie, "Anna") is None


def test_only_a_living_link_is_found(cast: Cast) -> None:
    old = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHERM)
    old.revoke()
    assert queries.living_link(cast.sessie, AccessLink.Role.SCHERM) is None
    new = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHERM)
    assert queries.living_link(cast.sessie, AccessLink.Role.SCHERM) == new
    assert queries.living_link(cast.other_sessie, AccessLink.Role.SCHERM) is None


def test_a_coach_sees_the_days_of_their_own_schools(cast: Cast) -> None:
    assert cast.other_sessie
    assert [day.sessie for day in queries.days_of(cast.marieke)] == [cast.sessie]


def test_a_coach_who_is_leader_too_sees_a_day_once(cast: Cast) -> None:
    Membership.objects.create(
        school=cast.sessie.school, user=cast.marieke, role=Membership.Role.LEADER
    )
    assert len(queries.days_of(cast.marieke)) == 1


NOON = timezone.make_aware(datetime(2026, 3, 10, 12))


@pytest.mark.parametrize(
    ("offset", "state"),
    [
        (timedelta(hours=11, minutes=59), DayState.TODAY),
        (timedelta(hours=12), DayState.PLANNED),
        (timedelta(hours=-12), DayState.TODAY),
        (timedelta(hours=-12, minutes=-1), DayState.PAST),
    ],
)
def test_where_a_day_stands_by_the_dutch_calendar(
    cast: Cast, offset: timedelta, state: DayState
) -> None:
    sessie = SessieFactory.create(starts_at=NOON + offset)
    assert queries.state_of(sessie, NOON) == state


def test_a_closed_day_is_over_whatever_its_date(cast: Cast) -> None:
    sessie = SessieFactory.create(starts_at=NOON, closed_at=NOON)
    assert queries.state_of(sessie, NOON) == DayState.CLOSED


def test_only_a_coach_may_make_days(cast: Cast) -> None:
    assert queries.coaches_a_school(cast.marieke)
    Membership.objects.update(role=Membership.Role.LEADER)
    assert not queries.coaches_a_school(cast.marieke)
