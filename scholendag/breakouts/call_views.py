"""What the coach presses about rooms that call, people who doubt and who is alone."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.breakouts import actions, calls, now_fragments, queries, rules
from scholendag.breakouts.forms import MoveForm
from scholendag.breakouts.models import Room, Seat
from scholendag.sessies.actors import Actor, coach_of
from scholendag.sessies.refused import Refused

ANSWERS: dict[str, Callable[[Room, Actor], None]] = {
    "ik-kom": calls.come,
    "geholpen": calls.helped,
    "gezelschap": calls.bring_company,
}
CLOSED = "De dag is afgesloten. De groepjes blijven zoals ze zijn."


@require_POST
def answer(request: HttpRequest, pk: int, number: int, key: str, reply: str) -> HttpResponse:
    """Answer a room that calls, or bring company to who is alone there."""
    actor = coach_of(request, pk)
    found = queries.rooms().filter(division__sessie=actor.sessie, division__key=key)
    room = get_object_or_404(found, number=number)
    if reply not in ANSWERS:
        raise Http404
    return _press(actor, lambda: ANSWERS[reply](room, actor))


@require_POST
def reseat(request: HttpRequest, pk: int, key: str, seat: int) -> HttpResponse:
    """Move who says to be in the wrong place; without a room the place is right after all."""
    actor = coach_of(request, pk)
    found = Seat.objects.select_related("division__sessie", "participant")
    place = get_object_or_404(found, pk=seat, division__sessie=actor.sessie, division__key=key)
    return _press(actor, lambda: _reseat(actor, place, request.POST.get("room", "")))


def _reseat(actor: Actor, seat: Seat, room: str) -> None:
    if not room:
        calls.settle_doubt(seat)
        return
    form = MoveForm({"participant": seat.participant_id, "room": room}, seat.division)
    if not form.is_valid():
        raise Refused(live.problems_in(form))
    if form.cleaned_data["room"].pk == seat.room_id:
        calls.settle_doubt(seat)
    else:
        actions.move(seat.division, seat.participant, form.cleaned_data["room"], actor)


def _press(actor: Actor, act: Callable[[], object]) -> HttpResponse:
    """Carry out a press; the answer is what asks for the coach after it."""
    problem = "" if rules.may_arrange(actor) else CLOSED
    if not problem:
        try:
            act()
        except Refused as refusal:
            problem = refusal.message
    html = now_fragments.render_attention(actor.sessie.pk, problem)
    return HttpResponse(html, status=422 if problem else 200)
