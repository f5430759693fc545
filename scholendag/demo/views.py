"""Signing the demo coach in by one click, in the demo only and on this machine only."""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import login
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from scholendag.accounts.models import User
from scholendag.sessies.models import Sessie

SALT = "scholendag.demo"
LOOPBACK_NAMES = {"127.0.0.1", "localhost"}


def pass_for(user: User, sessie: Sessie) -> str:
    """What the printed link carries: this coach, this day, signed with the SECRET_KEY."""
    return signing.dumps([user.pk, sessie.pk], salt=SALT)


@require_GET
def sign_in(request: HttpRequest, signed: str) -> HttpResponse:
    """Sign the demo coach in and go on to the begeleider page. Raises Http404 elsewhere."""
    if not (settings.DEMO and _is_loopback(request)):
        raise Http404
    try:
        user_id, sessie_id = signing.loads(signed, salt=SALT)
    except signing.BadSignature as error:
        raise Http404 from error
    login(request, get_object_or_404(User, pk=user_id))
    return redirect("stage:begeleider", pk=get_object_or_404(Sessie, pk=sessie_id).pk)


def _is_loopback(request: HttpRequest) -> bool:
    """From this machine and addressed to it: a proxy in front fails on the forwarding header."""
    address = request.META.get("REMOTE_ADDR") or "0.0.0.0"  # noqa: S104 - means: unknown
    return (
        ip_address(address).is_loopback
        and request.get_host().rsplit(":", 1)[0] in LOOPBACK_NAMES
        and "X-Forwarded-For" not in request.headers
    )
