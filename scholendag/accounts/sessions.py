"""Who is signed in, where there is no request but only its cookies: on a socket."""

from collections.abc import Callable, Mapping
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from scholendag.accounts.models import User

# What has to happen when someone has signed out; filled by apps above this one.
after_sign_out: list[Callable[[int], None]] = []


def signed_in(cookies: Mapping[str, str]) -> User | None:
    """The user of the session that these cookies carry, by Django's own checks."""
    return user_of(session_of(cookies))


def session_of(cookies: Mapping[str, str]) -> str:
    """The key of the session that these cookies carry; empty when there is none."""
    return cookies.get(settings.SESSION_COOKIE_NAME, "")


def user_of(key: str) -> User | None:
    """The user of the session with this key, for as long as it lasts."""
    if not key:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    user = get_user(request)
    return user if isinstance(user, User) else None
