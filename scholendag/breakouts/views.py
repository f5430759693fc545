"""The presses of the coach on the panel of a division, and of a deelnemer in a room."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.breakouts import actions, arranging, fragments, queries, rules
from scholendag.breakouts.forms import LinkForm, LinksForm, MoveForm, WayForm
from scholendag.breakouts.models import Division
from scholendag.sessies.actors import Actor, coach_of, deelnemer_of
from scholendag.sessies.refused import Refused

CLOSED = "De dag is afgesloten. De groepjes blijven zoals ze zijn."


@require_POST
def make(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Make the groups, if nobody did so yet."""
    actor = coach_of(request, pk)
    kind = _kind(actor, key)
    return _press(actor, key, lambda: actions.make(actor.sessie, key, kind, by=actor))


@require_POST
def shuffle(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Make the groups anew; in another way when the form of that came along."""
    actor = coach_of(request, pk)
    kind = _kind(actor, key)
    return _press(actor, key, lambda: _shuffle(actor, key, kind, request.POST))


@require_POST
def take_over(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Make the same groups as at another step."""
    actor = coach_of(request, pk)
    kind = _kind(actor, key)
    return _press(actor, key, lambda: _take_over(actor, key, kind, request.POST))


@require_POST
def update(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Bring the proposal up to date with who is there."""
    actor = coach_of(request, pk)
    division, seen = _division(actor, key), _seen(request.POST)
    return _press(actor, key, lambda: arranging.bring_up_to_date(division, actor, seen))


@require_POST
def hold(request: HttpRequest, pk: int, key: str, number: int) -> HttpResponse:
    """Leave a room as it is when the others are shuffled."""
    return _hold(request, pk, key, number, keep=True)


@require_POST
def let_go(request: HttpRequest, pk: int, key: str, number: int) -> HttpResponse:
    """Shuffle this room along with the others again."""
    return _hold(request, pk, key, number, keep=False)


@require_POST
def fix(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Tell everyone where they sit."""
    actor = coach_of(request, pk)
    division, seen = _division(actor, key), _seen(request.POST)
    repeats = _number(request.POST, "repeats") or 0
    return _press(actor, key, lambda: actions.fix(division, actor, seen, repeats))


@require_POST
def reopen(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Let the groups go again."""
    actor = coach_of(request, pk)
    division = _division(actor, key)
    return _press(actor, key, lambda: actions.reopen(division, actor))


@require_POST
def move(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Put someone in another group."""
    actor = coach_of(request, pk)
    division = _division(actor, key)
    return _press(actor, key, lambda: _move(actor, division, request.POST))


@require_POST
def link_many(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Give the rooms the links that were pasted, a line each."""
    actor = coach_of(request, pk)
    form = LinksForm(request.POST, _division(actor, key))
    if not form.is_valid():
        return _refused(actor, key, links_form=form)
    return _press(actor, key, lambda: actions.link_rooms(form.cleaned_data["urls"]))


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


def _shuffle(actor: Actor, key: str, kind: str, data: QueryDict) -> None:
    way = None
    if "split" in data:
        form = WayForm(data)
        if not form.is_valid():
            raise Refused(live.problems_in(form))
        way = form.way
    actions.divide(actor.sessie, key, kind, way, by=actor, seen=_seen(data))


def _take_over(actor: Actor, key: str, kind: str, data: QueryDict) -> None:
    source = queries.division_called(actor.sessie, data.get("source", ""))
    if source is None or source.key == key:
        raise Refused("Kies welke groepjes je wilt overnemen.")
    arranging.take_over(actor.sessie, key, kind, source, by=actor, seen=_seen(data))


def _hold(request: HttpRequest, pk: int, key: str, number: int, *, keep: bool) -> HttpResponse:
    actor = coach_of(request, pk)
    room = get_object_or_404(queries.rooms(), division=_division(actor, key), number=number)
    return _press(actor, key, lambda: arranging.hold(room, actor, keep=keep))


def _move(actor: Actor, division: Division, data: QueryDict) -> None:
    form = MoveForm(data, division)
    if not form.is_valid():
        raise Refused(live.problems_in(form))
    actions.move(division, form.cleaned_data["participant"], form.cleaned_data["room"], actor)


def _seen(data: QueryDict) -> int | None:
    """The version of the groups that was on the screen; None when the page did not say."""
    return _number(data, "seen")


def _number(data: QueryDict, name: str) -> int | None:
    text = data.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004


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
