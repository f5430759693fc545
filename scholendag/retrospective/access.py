"""Whoever makes actions in a terugblik, found through the one who asks."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from scholendag.agenda.models import Block
from scholendag.breakouts.models import Room
from scholendag.retrospective.queries import is_per_team, own_room
from scholendag.sessies.actors import Actor, actor_in


@dataclass(frozen=True)
class Maker:
    """Someone who makes actions: the coach for everyone, a deelnemer for the own team."""

    actor: Actor
    block: Block
    room: Room | None = None


def maker_in(request: HttpRequest, block: Block) -> Maker:
    """Who makes actions here. Raises Http404 for anyone else, and once the day is closed."""
    actor = actor_in(request, block.sessie)
    if actor.sessie.is_closed:
        raise Http404
    if actor.is_coach:
        return Maker(actor, block)
    room = own_room(actor, block) if is_per_team(block) else None
    if room is None:
        raise Http404
    return Maker(actor, block, room)
