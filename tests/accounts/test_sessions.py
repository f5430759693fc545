"""Who is signed in on a socket, by the cookies alone."""

import pytest
from django.conf import settings

from scholendag.accounts.sessions import signed_in

pytestmark = pytest.mark.django_db


def test_who_signed_in_is_known_by_the_cookies(cast):
    assert signed_in(cast.cookies(cast.marieke)) == cast.marieke


def test_nobody_is_anyone_without_a_session_that_holds(cast):
    cookies = cast.cookies(cast.marieke)
    for strange in ({}, {settings.SESSION_COOKIE_NAME: "verzonnen"}, cast.cookies(cast.anna)):
        assert signed_in(strange) is None

    cast.marieke.set_password("een ander wachtwoord")
    cast.marieke.save()
    assert signed_in(cookies) is None


def test_who_may_no_longer_sign_in_is_nobody(cast):
    cookies = cast.cookies(cast.marieke)
    cast.marieke.is_active = False
    cast.marieke.save()
    assert signed_in(cookies) is None
