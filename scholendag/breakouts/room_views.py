"""What people press in their own room: the pen, help, done, and that they sit wrong."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.breakouts import actions, calls, fragments, queries, rules
from scholendag.breakouts.models import Room, Seat
from scholendag.sessies.actors import deelnemer_of
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused

# What a room says, by the last part of its path.
SAYS: dict[str, Callable[[Room], None]] = {
    "vraag-hulp": calls.call,
    "geen-hulp-nodig": calls.take_back,
    "klaar": calls.say_ready,
    "nog-niet-klaar": calls.go_on,
}
DOUBTS: dict[str, Callable[[Seat], None]] = {
    "zit-verkeerd": calls.doubt,
    "zit-toch-goed": calls.settle_doubt,
}


@require_POST
def say(request: HttpRequest, code: str, pk: int, verb: str) -> HttpResponse:
    """Say something for the whole room, or of your own seat there."""
    room, participant = _own(request, code, pk)
    if verb in DOUBTS:
        DOUBTS[verb](
            Seat.objects.select_related("division").get(room=room, participant=participant)
        )
        return live.refetch()
    if verb not in SAYS:
        raise Http404
    SAYS[verb](room)
    return HttpResponse(fragments.render_room(room.pk))


@require_POST
def pass_pen(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Let someone else in the room write from now on."""
    room, participant = _own(request, code, pk)
    given = request.POST.get("to", "")
    seated = room.seats.filter(participant__removed_at=None).select_related("participant")
    to = next((one.participant for one in seated if f"{one.participant_id}" == given), None)
    if to is None:
        raise Http404
    try:
        actions.pass_pen(room, participant, to)
    except Refused:
        # Somebody took the pen first: the room as it is now says who.
        return HttpResponse(fragments.render_room(room.pk), status=422)
    return HttpResponse(fragments.render_room(room.pk))


def _own(request: HttpRequest, code: str, pk: int) -> tuple[Room, Participant]:
    """The room where who asks sits, while the day lasts. Raises Http404."""
    actor = deelnemer_of(request, code)
    room = get_object_or_404(queries.rooms(), division__sessie=actor.sessie, pk=pk)
    if actor.participant is None or not rules.may_take_pen(actor, room):
        raise Http404
    return room, actor.participant
