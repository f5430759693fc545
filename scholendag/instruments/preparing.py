"""What the pages have in common where a coach prepares a block, with a row of things in order."""

from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404

from scholendag.agenda.models import Block
from scholendag.agenda.rules import may_prepare
from scholendag.sessies.actors import coach_of

PLACES = {"omhoog": -1, "omlaag": 1}


def block_to_prepare(request: HttpRequest, pk: int, instrument: str) -> Block:
    """The block, found by its coach as long as the day is not closed. Raises Http404."""
    blocks = Block.objects.select_related("sessie").filter(instrument=instrument)
    block = get_object_or_404(blocks, pk=pk)
    if not may_prepare(coach_of(request, block.sessie_id)):
        raise Http404
    return block


def places_for(direction: str) -> int:
    """How many places down the row this word in a path means. Raises Http404."""
    if direction not in PLACES:
        raise Http404
    return PLACES[direction]


def sent(request: HttpRequest) -> QueryDict | None:
    """What was filled in; None when the page is only opened."""
    return request.POST if request.method == "POST" else None
