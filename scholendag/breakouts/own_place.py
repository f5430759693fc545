"""What only one person sees of their own room: where they sit, as they are told it full screen."""

from typing import Any

from scholendag.agenda.models import Step
from scholendag.breakouts.models import Room, Seat
from scholendag.breakouts.wording import listed
from scholendag.sessies.models import Participant


def place_context(participant: Participant, step: Step, room: Room | None) -> dict[str, Any]:
    """What `breakouts/_own_place.html` is filled with; nothing for who has no room.

    `news` is another one for each division, room and block: so often someone is told to go.
    """
    if room is None:
        return {"room": None}
    seated = Seat.objects.filter(room=room, participant__removed_at=None)
    seats = list(seated.select_related("participant"))
    fixed = room.division.fixed_at
    return {
        "room": room,
        "participant": participant,
        "seat": next((seat for seat in seats if seat.participant_id == participant.pk), None),
        "others": listed([s.participant.name for s in seats if s.participant_id != participant.pk]),
        "news": f"{room.pk}-{step.block_id}-{fixed.timestamp() if fixed else 0:.0f}",
    }
