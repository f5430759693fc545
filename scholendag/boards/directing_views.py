"""What the coach says of all boards of a kind in a block at once."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards import directing, fragments, rules
from scholendag.boards.cluster_forms import OverrideForm
from scholendag.boards.kinds import kind_called
from scholendag.boards.walls import Wall
from scholendag.sessies.actors import Actor, actor_in
from scholendag.sessies.refused import Refused


@require_POST
def override(request: HttpRequest, block: int, kind: str) -> HttpResponse:
    """Open, close or fix the boards, or let the step say."""
    form = OverrideForm(request.POST)
    if not form.is_valid():
        raise Http404
    return _say(request, block, kind, lambda by, wall: directing.override(by, wall, form.override))


@require_POST
def let_cluster(request: HttpRequest, block: int, kind: str) -> HttpResponse:
    """Let deelnemers put notes together, or no longer."""
    everyone = _is_yes(request)
    return _say(
        request, block, kind, lambda by, wall: directing.let_cluster(by, wall, everyone=everyone)
    )


@require_POST
def read_along(request: HttpRequest, block: int, kind: str) -> HttpResponse:
    """Let the coaches read before the signal, or no longer."""
    reads = _is_yes(request)
    return _say(request, block, kind, lambda by, wall: directing.read_along(by, wall, reads=reads))


def _say(
    request: HttpRequest, block: int, kind: str, say: Callable[[Actor, Wall], None]
) -> HttpResponse:
    found = get_object_or_404(Block.objects.select_related("sessie"), pk=block)
    actor = actor_in(request, found.sessie)
    try:
        wall = Wall(found, kind_called(kind))
    except KeyError:
        raise Http404 from None
    if not rules.may_direct(actor, found, wall.kind):
        raise Http404
    try:
        say(actor, wall)
    except Refused as refusal:
        return live.answer(fragments.blocked(found, wall.kind, refusal.message), status=422)
    return live.refetch()


def _is_yes(request: HttpRequest) -> bool:
    """Raises Http404 for anything but a yes or a no."""
    answers = {"ja": True, "nee": False}
    try:
        return answers[request.POST.get("to", "")]
    except KeyError:
        raise Http404 from None
