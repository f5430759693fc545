"""Who is signed in, where there is no request but only its cookies: on a socket."""

from collections.abc import Mapping
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from scholendag.accounts.models import User


def signed_in(cookies: Mapping[str, str]) -> User | None:
    """The user of the session that these cookies carry, by Django's own checks."""
    key = cookies.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return None
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(key)
    user = get_user(request)
    return user if isinstance(user, User) else None
