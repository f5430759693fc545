"""Placing an idea. Every answer is fragments."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.agenda.queries import current_step
from scholendag.boards import fragments, queries, rules
from scholendag.boards.models import Note
from scholendag.impactmatrix import actions
from scholendag.impactmatrix.forms import WHERE, PlaceForm
from scholendag.impactmatrix.kinds import BOARD
from scholendag.sessies.actors import Actor, Role, actor_in
from scholendag.sessies.refused import Refused


@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an idea somewhere on the matrix, or beside it again."""
    note, actor = _note(request, pk)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return _shown(note, actor, WHERE, status=422)
    try:
        actions.place(actor, note, form.spot)
    except Refused as refusal:
        return _shown(note, actor, refusal.message, status=422)
    return _shown(note, actor)


def _shown(note: Note, actor: Actor, message: str = "", status: int = 200) -> HttpResponse:
    """The idea where it lies now, and why it did not go elsewhere."""
    shown = fragments.note(note, current_step(actor.sessie.pk))
    blocked = fragments.blocked(note.lane.board.block, BOARD, message)
    return live.answer(shown, blocked, status=status)


def _note(request: HttpRequest, pk: int) -> tuple[Note, Actor]:
    """An idea on a matrix, found by someone who can ever place it. Raises Http404 for others."""
    ideas = queries.all_notes().filter(lane__board__kind_slug=BOARD.slug)
    note = get_object_or_404(ideas, pk=pk)
    actor = actor_in(request, note.lane.board.sessie)
    [who] = queries.standings_on(note.lane.board, [actor])
    if actor.role not in (Role.DEELNEMER, Role.BEGELEIDER) or not rules.may_read(who, note):
        raise Http404
    return note, actor
