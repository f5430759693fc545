"""The presses of the coach on the panel of a division, and of a deelnemer in a room."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.breakouts import actions, fragments, noting, queries, rules
from scholendag.breakouts.forms import LinkForm, MoveForm
from scholendag.breakouts.models import Division
from scholendag.sessies.actors import Actor, coach_of, deelnemer_of
from scholendag.sessies.refused import Refused

CLOSED = "De dag is afgesloten. De groepjes blijven zoals ze zijn."


@require_POST
def make(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Make the groups, if nobody did so yet."""
    actor = coach_of(request, pk)
    kind = _kind(actor, key)
    return _press(actor, key, lambda: actions.make(actor.sessie, key, kind))


@require_POST
def shuffle(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Make the groups anew."""
    actor = coach_of(request, pk)
    kind = _kind(actor, key)
    return _press(actor, key, lambda: actions.divide(actor.sessie, key, kind))


@require_POST
def fix(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Tell everyone where they sit."""
    actor = coach_of(request, pk)
    division = _division(actor, key)
    return _press(actor, key, lambda: noting.fix(actor, division))


@require_POST
def reopen(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Let the groups go again."""
    actor = coach_of(request, pk)
    division = _division(actor, key)
    return _press(actor, key, lambda: noting.reopen(actor, division))


@require_POST
def move(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Put someone in another group."""
    actor = coach_of(request, pk)
    division = _division(actor, key)
    return _press(actor, key, lambda: _move(division, request.POST))


@require_POST
def link(request: HttpRequest, pk: int, key: str, number: int) -> HttpResponse:
    """Give a room the link of its video room."""
    actor = coach_of(request, pk)
    room = get_object_or_404(queries.rooms(), division=_division(actor, key), number=number)
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _refused(actor, key, link_form=form, link_room=room)
    return _press(actor, key, lambda: actions.link_room(room, form.cleaned_data["url"]))


@require_POST
def take_pen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Write for your own room from now on."""
    actor = deelnemer_of(request, code)
    room = get_object_or_404(queries.rooms(), division__sessie=actor.sessie, pk=pk)
    if actor.participant is None or not rules.may_take_pen(actor, room):
        raise Http404
    try:
        actions.take_pen(room, actor.participant)
    except Refused as refusal:
        raise Http404 from refusal
    return HttpResponse(fragments.render_room(room.pk))


def _move(division: Division, data: QueryDict) -> None:
    form = MoveForm(data, division)
    if not form.is_valid():
        raise Refused(live.problems_in(form))
    actions.move(division, form.cleaned_data["participant"], form.cleaned_data["room"])


def _division(actor: Actor, key: str) -> Division:
    return get_object_or_404(Division, sessie=actor.sessie, key=key)


def _kind(actor: Actor, key: str) -> str:
    """Raises Http404 for a key that no step of this sessie uses."""
    kind = queries.kind_of(actor.sessie, key)
    if kind is None:
        raise Http404
    return kind


def _press(actor: Actor, key: str, act: Callable[[], object]) -> HttpResponse:
    """Carry out a press on the panel; the answer is the panel as it is after it."""
    if not rules.may_arrange(actor):
        return _refused(actor, key, error=CLOSED)
    try:
        act()
    except Refused as refusal:
        return _refused(actor, key, error=refusal.message)
    return HttpResponse(fragments.render_division(actor.sessie, key))


def _refused(actor: Actor, key: str, **why: object) -> HttpResponse:
    return HttpResponse(fragments.render_division(actor.sessie, key, **why), status=422)
