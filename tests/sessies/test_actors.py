import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import RequestFactory

from scholendag.accounts.models import User
from scholendag.schools.models import Membership, Team
from scholendag.sessies.actors import (
    Role,
    actor_in,
    coach_of,
    cookie_name,
    deelnemer_of,
    link_for,
    participant_from,
)
from scholendag.sessies.models import AccessLink, Participant, Sessie
from tests.cast import Cast, SessieFactory, UserFactory


def request_of(user: User | None = None, participant: Participant | None = None, role: str = ""):
    request = RequestFactory().get("/", headers={"X-Als": role} if role else {})
    request.user = user or AnonymousUser()
    if participant:
        request.COOKIES[cookie_name(participant.sessie)] = participant.token
    return request


def test_the_coach_of_the_school_is_its_begeleider(cast: Cast) -> None:
    actor = coach_of(request_of(cast.marieke), cast.sessie.pk)
    assert (actor.role, actor.user, actor.is_coach) == (Role.BEGELEIDER, cast.marieke, True)


def test_the_coach_of_another_school_is_an_outsider(cast: Cast) -> None:
    with pytest.raises(Http404):
        coach_of(request_of(cast.olaf), cast.sessie.pk)


def test_a_leader_is_not_a_coach(cast: Cast) -> None:
    leader = UserFactory.create()
    Membership.objects.create(school=cast.sessie.school, user=leader, role=Membership.Role.LEADER)
    Membership.objects.create(
        school=cast.other_sessie.school, user=leader, role=Membership.Role.COACH
    )
    with pytest.raises(Http404):
        coach_of(request_of(leader), cast.sessie.pk)


def test_nobody_is_an_outsider(cast: Cast) -> None:
    with pytest.raises(Http404):
        coach_of(request_of(), cast.sessie.pk)
    with pytest.raises(Http404):
        deelnemer_of(request_of(), cast.sessie.code)


def test_a_cookie_makes_the_deelnemer(cast: Cast) -> None:
    actor = deelnemer_of(request_of(participant=cast.anna), cast.sessie.code.lower())
    assert actor.participant == cast.anna
    assert not actor.is_coach


def test_the_token_of_another_day_opens_nothing(cast: Cast) -> None:
    assert participant_from({cookie_name(cast.sessie): cast.zoe.token}, cast.sessie) is None


def test_an_empty_token_opens_nothing(cast: Cast) -> None:
    assert cast.anna
    assert participant_from({cookie_name(cast.sessie): ""}, cast.sessie) is None


def test_a_page_says_for_which_role_it_asks(cast: Cast) -> None:
    request = request_of(cast.marieke, cast.anna, "begeleider")
    assert actor_in(request, cast.sessie).is_coach
    request = request_of(cast.marieke, cast.anna, "deelnemer")
    assert actor_in(request, cast.sessie).participant == cast.anna


def test_saying_that_you_are_a_coach_does_not_make_you_one(cast: Cast) -> None:
    with pytest.raises(Http404):
        actor_in(request_of(participant=cast.anna, role="begeleider"), cast.sessie)


def test_a_link_gives_only_its_own_role(cast: Cast) -> None:
    link = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHERM)
    assert link_for(link.token, AccessLink.Role.SCHERM) == link
    assert link_for(link.token, AccessLink.Role.SCHOOLLEIDER) is None


def test_a_revoked_link_gives_nothing(cast: Cast) -> None:
    link = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHERM)
    link.revoke()
    assert link_for(link.token, AccessLink.Role.SCHERM) is None


def test_a_session_of_a_day_that_is_gone_opens_nothing(cast: Cast) -> None:
    request = request_of(participant=cast.anna)
    code = cast.sessie.code
    Sessie.objects.all().delete()
    with pytest.raises(Http404):
        deelnemer_of(request, code)


def test_the_bord_of_a_team_asks_about_days_of_its_own_school_only(cast: Cast) -> None:
    team = Team.objects.create(school=cast.sessie.school, name="Onderbouw")
    link = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.BORD, team=team)
    request = RequestFactory().get("/", headers={"X-Als": "bord", "X-Bord": link.token})

    later = SessieFactory.create(school=cast.sessie.school)
    assert actor_in(request, later).team == team
    with pytest.raises(Http404):
        actor_in(request, cast.other_sessie)
