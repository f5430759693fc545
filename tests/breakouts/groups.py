"""What the tests of groups start from."""

from typing import Any

from django.utils import timezone

from scholendag.breakouts import actions
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.live.frames import SOON
from scholendag.sessies.models import Participant, Sessie
from tests.cast import ParticipantFactory

Sent = list[tuple[str, dict[str, Any]]]


def crowd(sessie: Sessie, number: int, bouw: str = "", here: bool = True) -> list[Participant]:
    """People who joined and, when `here`, have the page open."""
    since = timezone.now() if here else None
    return ParticipantFactory.create_batch(number, sessie=sessie, bouw=bouw, present_since=since)


def fixed(sessie: Sessie, key: str = "trio", kind: str = "trio") -> Division:
    """Groups that everyone knows about."""
    division = actions.divide(sessie, key, kind)
    actions.fix(division)
    return division


def seated(division: Division) -> list[set[Participant]]:
    """Who sits together, by room."""
    return [set(members(room)) for room in division.rooms.all()]


def members(room: Room) -> list[Participant]:
    """Who has a seat in this room."""
    return [seat.participant for seat in room.seats.select_related("participant")]


def room_with(division: Division, participant: Participant) -> Room:
    """Where this person sits."""
    return Seat.objects.get(division=division, participant=participant).room


def refreshed(sent: Sent) -> set[str]:
    """The audiences whose pages fetch themselves again."""
    return {to for to, message in sent if message.get("frame") == {"refresh": SOON}}


def regrouped(sent: Sent) -> set[str]:
    """The audiences whose rights are looked up again."""
    return {to for to, message in sent if message["type"] == "live.regroup"}


def content(sent: Sent, audience: str) -> str:
    """Everything that reached this audience."""
    frames = [message["frame"] for to, message in sent if to == audience and "frame" in message]
    return "".join(frame.get("content", "") for frame in frames)
