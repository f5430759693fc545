"""Who may do what with groups."""

from scholendag.breakouts.models import Room, Seat
from scholendag.sessies.actors import Actor


def may_arrange(actor: Actor) -> bool:
    """The coach makes and changes the groups, until the day is closed."""
    return actor.is_coach and not actor.sessie.is_closed


def sits_in(actor: Actor, room: Room) -> bool:
    """This deelnemer was given a seat here and has been told so."""
    if actor.participant is None or actor.participant.removed_at:
        return False
    return Seat.objects.filter(
        room=room, participant=actor.participant, division__fixed_at__isnull=False
    ).exists()


def may_take_pen(actor: Actor, room: Room) -> bool:
    """Whoever sits in the room may write for it, as long as the day lasts."""
    return not actor.sessie.is_closed and sits_in(actor, room)
