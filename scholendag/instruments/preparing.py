"""What the pages have in common where a coach prepares a block, with a row of things in order."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404

from scholendag.agenda.models import Block
from scholendag.instruments.registry import instrument_called
from scholendag.sessies.actors import HELPERS, Actor, Role, coach_or_helper, helper_in
from scholendag.sessies.models import AccessLink

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
    instrument = instrument_called(block.instrument)
    return actor.role in instrument.prepared_by or (actor.is_coach and instrument.coach_prepares)


def _preparer(request: HttpRequest, block: Block) -> Actor:
    """Ordinary forms say no role, so any right will do that this browser has. Raises Http404."""
    instrument = instrument_called(block.instrument)
    if instrument.private:
        return helper_in(request, block.sessie_id, *_links_of(instrument.prepared_by))
    asked = instrument.prepared_by | {Role.BEGELEIDER}
    return coach_or_helper(request, block.sessie_id, *_links_of(asked))


def _links_of(roles: frozenset[Role]) -> list[AccessLink.Role]:
    return [link_role for link_role, role in HELPERS.items() if role in roles]


def places_for(direction: str) -> int:
    """How many places down the row this word in a path means. Raises Http404."""
    if direction not in PLACES:
        raise Http404
    return PLACES[direction]


def sent(request: HttpRequest) -> QueryDict | None:
    """What was filled in; None when the page is only opened."""
    return request.POST if request.method == "POST" else None
