"""Making and renewing links."""

from typing import Any

import pytest

from scholendag.live import audiences
from scholendag.schools.models import Team
from scholendag.sessies import actions
from scholendag.sessies.actors import link_for
from scholendag.sessies.models import AccessLink
from tests.cast import Cast

Role = AccessLink.Role
Sent = list[tuple[str, dict[str, Any]]]


def test_links_are_made_once(cast: Cast) -> None:
    links = actions.ensure_links(cast.sessie)
    assert set(links) == {Role.DEELNEMER, Role.SCHERM, Role.SCHOOLLEIDER}
    assert actions.ensure_links(cast.sessie) == links
    assert AccessLink.objects.count() == 3


def test_a_revoked_link_is_made_anew(cast: Cast) -> None:
    old = actions.ensure_links(cast.sessie)[Role.SCHERM]
    old.revoke()
    assert actions.ensure_links(cast.sessie)[Role.SCHERM] != old


def test_a_renewed_link_replaces_the_old_one(cast: Cast) -> None:
    old = actions.ensure_links(cast.sessie)[Role.SCHERM]
    new = actions.renew_link(old)
    assert new.token != old.token
    assert link_for(old.token, Role.SCHERM) is None
    assert link_for(new.token, Role.SCHERM) == new


def test_two_coaches_who_renew_at_once_make_one_new_link(cast: Cast) -> None:
    link = actions.ensure_links(cast.sessie)[Role.SCHERM]
    as_seen_by_the_other = AccessLink.objects.get(pk=link.pk)
    new = actions.renew_link(link)
    assert actions.renew_link(as_seen_by_the_other) == new


def test_the_link_of_a_team_is_renewed_for_that_team(cast: Cast) -> None:
    first, second = (
        Team.objects.create(school=cast.sessie.school, name=name) for name in ("Onder", "Boven")
    )
    links = [
        AccessLink.objects.create(sessie=cast.sessie, role=Role.BORD, team=team)
        for team in (first, second)
    ]
    assert actions.renew_link(links[0]).team == first
    assert link_for(links[1].token, Role.BORD) == links[1]


@pytest.mark.parametrize("role", [Role.SCHERM, Role.DEELNEMER, Role.SCHOOLLEIDER])
def test_only_the_sockets_that_rest_on_a_link_are_asked_again(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any, role: Role
) -> None:
    link = actions.ensure_links(cast.sessie)[role]
    with django_capture_on_commit_callbacks(execute=True):
        actions.renew_link(link)
    on_a_wall = audiences.everyone(cast.sessie.pk)
    own = on_a_wall if role == Role.SCHERM else audiences.link(link.pk)
    assert sent == [(own, {"type": "live.regroup"})]


def test_the_sockets_of_a_team_are_asked_again(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    team = Team.objects.create(school=cast.sessie.school, name="Onder")
    link = AccessLink.objects.create(sessie=cast.sessie, role=Role.BORD, team=team)
    with django_capture_on_commit_callbacks(execute=True):
        actions.renew_link(link)
    assert sent == [(audiences.team(team.pk), {"type": "live.regroup"})]
