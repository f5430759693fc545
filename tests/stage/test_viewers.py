"""Who hears what over the sockets of a running day."""

import pytest
from django.utils import timezone

from scholendag.breakouts import actions as breakouts
from scholendag.breakouts.queries import room_of
from scholendag.live import audiences
from scholendag.sessies.models import AccessLink
from scholendag.stage.viewers import (
    begeleider_viewer,
    deelnemer_viewer,
    rol_viewer,
    scherm_viewer,
    terugkijken_viewer,
)
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def scope(who=None, **path):
    return {"cookies": Cast().cookies(who), "url_route": {"kwargs": path}}


@pytest.fixture
def trio(cast: Cast):
    """A step for Anna, Bram and Cas together, and their groups, which only the coach sees yet."""
    step = cast.step("checkin", "gesprek", grouping="trio")
    assert [cast.anna, cast.bram, cast.cas]
    return step, breakouts.divide(cast.sessie, "trio", "trio")


def hears(cast: Cast, who):
    return deelnemer_viewer(scope(who=who, code=cast.sessie.code)).audiences()


def test_a_deelnemer_hears_everyone_and_themselves(cast):
    everyone, anna = audiences.everyone(cast.sessie.pk), audiences.participant(cast.anna.pk)
    assert hears(cast, cast.anna) == {everyone, anna}


def test_a_room_is_heard_once_one_has_been_told_to_sit_there(cast, trio):
    step, division = trio
    room = audiences.room(division.rooms.get().pk)
    assert room not in hears(cast, cast.anna)

    breakouts.fix(division)
    assert room_of(cast.anna, step) == division.rooms.get()
    assert room in hears(cast, cast.anna)


def test_a_team_is_heard_by_who_sits_in_its_room(cast):
    assert [cast.anna, cast.bram]
    division = breakouts.divide(cast.sessie, "team", "team")
    breakouts.fix(division)
    team = division.rooms.get().team
    assert audiences.team(team.pk) in hears(cast, cast.anna)


def test_who_was_removed_hears_nothing(cast):
    viewer = deelnemer_viewer(scope(who=cast.anna, code=cast.sessie.code))
    cast.anna.removed_at = timezone.now()
    cast.anna.save()
    assert viewer.audiences() is None


def test_a_deelnemer_of_another_day_is_nobody_here(cast):
    assert deelnemer_viewer(scope(who=cast.zoe, code=cast.sessie.code)) is None
    assert deelnemer_viewer(scope(code=cast.sessie.code)) is None


def test_only_the_coach_of_the_school_hears_the_coaches(cast):
    own, foreign = (
        begeleider_viewer(scope(user, pk=cast.sessie.pk)).audiences()
        for user in (cast.marieke, cast.olaf)
    )
    assert own == {
        audiences.everyone(cast.sessie.pk),
        audiences.coaches(cast.sessie.pk),
        audiences.account(cast.marieke.pk),
    }
    assert foreign is None
    assert begeleider_viewer(scope(pk=cast.sessie.pk)) is None


def test_who_signs_out_hears_nothing_in_that_browser_and_goes_on_in_another(cast):
    here, there = cast.client(cast.marieke), cast.client(cast.marieke)
    viewers = [
        begeleider_viewer({**scope(pk=cast.sessie.pk), "cookies": cookies_of(client)})
        for client in (here, there)
    ]
    here.post("/uitloggen/")
    assert viewers[0].audiences() is None
    assert audiences.coaches(cast.sessie.pk) in viewers[1].audiences()


def cookies_of(client):
    return {name: cookie.value for name, cookie in client.cookies.items()}


def test_a_scherm_hears_what_everyone_hears_for_as_long_as_its_link_lives(cast):
    link = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHERM)
    viewer = scherm_viewer(scope(token=link.token))
    assert viewer.audiences() == {audiences.everyone(cast.sessie.pk), audiences.link(link.pk)}

    link.revoke()
    assert viewer.audiences() is None


def test_the_link_of_the_schoolleider_hears_nothing_but_its_end(cast):
    link = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHOOLLEIDER)
    assert scherm_viewer(scope(token=link.token)).audiences() is None
    assert rol_viewer(scope(token=link.token)).audiences() is None
    assert terugkijken_viewer(scope(token=link.token)).audiences() == {audiences.link(link.pk)}
