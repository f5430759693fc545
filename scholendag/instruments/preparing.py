"""What the pages have in common where a coach prepares a block, with a row of things in order."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404

from scholendag.agenda.models import Block
from scholendag.instruments.registry import instrument_called
from scholendag.sessies.actors import HELPERS, Actor, Role, coach_or_helper

PLACES = {"omhoog": -1, "omlaag": 1}


@dataclass(frozen=True)
class Preparation:
    """A block, and who prepares it: the coach, or someone with a link for just this."""

    block: Block
    actor: Actor


def block_to_prepare(request: HttpRequest, pk: int, instrument: str) -> Preparation:
    """The block, found by who prepares it as long as the day is not closed. Raises Http404."""
    blocks = Block.objects.select_related("sessie").filter(instrument=instrument)
    block = get_object_or_404(blocks, pk=pk)
    actor = _preparer(request, block)
    if block.sessie.is_closed:
        raise Http404
    return Preparation(block, actor)


def is_prepared_by(actor: Actor, block: Block) -> bool:
    """May open the preparation of the block."""
    return actor.is_coach or actor.role in instrument_called(block.instrument).prepared_by


def _preparer(request: HttpRequest, block: Block) -> Actor:
    """Ordinary forms say no role, so any right will do that this browser has. Raises Http404."""
    asked = instrument_called(block.instrument).prepared_by | {Role.BEGELEIDER}
    roles = [link_role for link_role, role in HELPERS.items() if role in asked]
    return coach_or_helper(request, block.sessie_id, *roles)


def places_for(direction: str) -> int:
    """How many places down the row this word in a path means. Raises Http404."""
    if direction not in PLACES:
        raise Http404
    return PLACES[direction]


def sent(request: HttpRequest) -> QueryDict | None:
    """What was filled in; None when the page is only opened."""
    return request.POST if request.method == "POST" else None
