"""Who hears what over the socket of a board."""

import pytest

from scholendag.live import audiences
from scholendag.verbeterbord.viewers import bord_viewer

pytestmark = pytest.mark.django_db


def viewer(token):
    return bord_viewer({"url_route": {"kwargs": {"token": token}}})


def test_the_link_hears_its_own_team_and_nothing_else(link, onderbouw):
    assert viewer(link.token).audiences() == {audiences.team(onderbouw.pk)}


def test_a_closed_or_unknown_link_hears_nothing(link):
    link.revoke()

    assert viewer(link.token).audiences() is None
    assert viewer("onbekend").audiences() is None
