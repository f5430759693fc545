"""The coach calls everyone back from the rooms."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.sessies.actors import Actor, coach_of
from scholendag.sessies.refused import Refused
from scholendag.stage import recall

WRONG_INPUT = 422


@require_POST
def call_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Start the countdown."""
    actor = coach_of(request, pk)
    given = request.POST.get("seconds", "")
    seconds = next((one for one in recall.PERIODS if str(one) == given), recall.PERIODS[-1])
    return _press(lambda actor: recall.call_back(actor, seconds), actor)


@require_POST
def give_more(request: HttpRequest, pk: int) -> HttpResponse:
    """Half a minute more."""
    return _press(recall.give_more, coach_of(request, pk))


@require_POST
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody has to come back after all."""
    return _press(recall.call_off, coach_of(request, pk))


def _press(act: Callable[[Actor], None], actor: Actor) -> HttpResponse:
    try:
        act(actor)
    except Refused as refusal:
        return HttpResponse(refusal.message, status=WRONG_INPUT)
    return live.refetch()
