"""The pages of a running day: deelnemer, begeleider, scherm."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from scholendag import live
from scholendag.agenda import shortening
from scholendag.agenda.models import Block, Step
from scholendag.agenda.running import TooLate
from scholendag.instruments.registry import instrument_called
from scholendag.sessies import rules
from scholendag.sessies.actors import (
    Actor,
    Role,
    coach_of,
    deelnemer_of,
    link_cookie,
    link_for,
)
from scholendag.sessies.models import AccessLink
from scholendag.sessies.refused import Refused
from scholendag.sessies.remembering import remember
from scholendag.sessies.sharing import join_url, qr_svg
from scholendag.stage import actions, pages
from scholendag.stage.readiness import ready_context
from scholendag.stage.scenes import progress_of


@require_safe
@gzip_page
def deelnemer(request: HttpRequest, code: str) -> HttpResponse:
    """The day as a deelnemer follows it. Who is not in yet is asked for a name first."""
    try:
        actor = deelnemer_of(request, code)
    except Http404:
        return redirect(f"{reverse('sessies:join')}?code={code}")
    assert actor.participant  # noqa: S101 - deelnemer_of found the actor through it
    progress = progress_of(actor.sessie)
    actions.arrive(actor.participant, progress.step)
    context = pages.deelnemer_page(actor, actor.participant, progress)
    return live.conditional(request, render(request, "stage/deelnemer.html", context))


@require_safe
@gzip_page
def look_back(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """An earlier block, read-only, with one press back to now."""
    actor = deelnemer_of(request, code)
    block = get_object_or_404(Block, sessie=actor.sessie, pk=pk)
    context = pages.look_back(actor, block)
    return live.conditional(request, render(request, "stage/look_back.html", context))


@require_safe
@gzip_page
def begeleider(request: HttpRequest, pk: int) -> HttpResponse:
    """The coach runs the day from here."""
    return live.conditional(request, _begeleider_page(request, coach_of(request, pk)))


@require_safe
def log(request: HttpRequest, pk: int) -> HttpResponse:
    """Who did what on this day."""
    return render(request, "stage/log.html", pages.log_page(coach_of(request, pk)))


@require_safe
@gzip_page
def scherm(request: HttpRequest, token: str) -> HttpResponse:
    """The page for a beamer or a shared screen."""
    link = link_for(token, AccessLink.Role.SCHERM)
    if link is None:
        raise Http404
    url = join_url(request, link.sessie)
    context = pages.scherm_page(Actor(link.sessie, Role.SCHERM))
    context |= {"token": token, "join_url": url, "qr": qr_svg(url)}
    page = live.conditional(request, render(request, "stage/scherm.html", context))
    # What is shown on it may have an address of its own, which has to know who asks.
    return remember(page, link_cookie(link), token)


@require_POST
@gzip_page
def press(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """One press of the coach; the answer is the page as it is after it."""
    actor = coach_of(request, pk)
    if verb not in actions.MOVES | actions.CLOCK_PRESSES:
        raise Http404
    if verb == "sluit" and not rules.may_end(actor):
        raise Http404
    try:
        actions.press(actor.sessie, verb, _seen(request), actor)
    except TooLate as error:
        return _begeleider_page(request, actor, too_late=error.message)
    return _begeleider_page(request, coach_of(request, pk))


@require_POST
@gzip_page
def go_to(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Open a step of the agenda, wherever it stands."""
    actor = coach_of(request, pk)
    target = get_object_or_404(Step, pk=step, block__sessie=actor.sessie)
    try:
        actions.go_to(actor.sessie, target, _seen(request), actor)
    except TooLate as error:
        return _begeleider_page(request, actor, too_late=error.message)
    return _begeleider_page(request, actor)


@require_POST
@gzip_page
def shorten(request: HttpRequest, pk: int) -> HttpResponse:
    """Shorten what was proposed on the coach's screen; the answer is the page after it."""
    actor = coach_of(request, pk)
    cuts = shortening.cuts_in(request.POST.getlist("cut"))
    if not cuts:
        raise Http404
    try:
        shortening.shorten(actor, _seen(request), cuts)
    except Refused as refusal:
        return _begeleider_page(request, actor, too_late=refusal.message)
    return _begeleider_page(request, actor)


@require_safe
def prepare_block(request: HttpRequest, pk: int) -> HttpResponse:
    """To the page where the instrument of this block is prepared."""
    block = get_object_or_404(Block, pk=pk)
    coach_of(request, block.sessie_id)
    instrument = instrument_called(block.instrument)
    if not instrument.coach_prepares:
        raise Http404
    return redirect(instrument.prepare_url, pk=block.pk)


def _begeleider_page(request: HttpRequest, actor: Actor, too_late: str = "") -> HttpResponse:
    context = pages.begeleider_page(actor) | {"too_late": too_late}
    context |= ready_context(actor, context["progress"], context["timetable"])
    return render(request, "stage/begeleider.html", context)


def _seen(request: HttpRequest) -> int | None:
    """The step that was on the coach's screen at the press; None before the start."""
    seen = request.POST.get("seen", "")
    return int(seen) if re.fullmatch(r"[0-9]{1,18}", seen) else None
