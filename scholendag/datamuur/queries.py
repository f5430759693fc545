"""The cards of a data wall, and what each room wrote and chose."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from scholendag.agenda.models import Block, Step
from scholendag.boards.models import Board, Note
from scholendag.breakouts.models import Room
from scholendag.breakouts.queries import key_of, rooms
from scholendag.datamuur.models import DataCard, RoomNotes
from scholendag.sessies.actors import Actor


@dataclass(frozen=True)
class Harvest:
    """How much one room has chosen, by lane of its board."""

    room: Room
    proud: int
    better: int

    @property
    def is_ready(self) -> bool:
        """At least one of each: the facilitator's guide asks for one to three."""
        return self.proud > 0 and self.better > 0


def cards_of(block: Block) -> QuerySet[DataCard]:
    """The cards in the order that the coach gave them."""
    return DataCard.objects.filter(block=block)


def guiding_questions(block: Block) -> list[str]:
    """What helps a room to talk about the cards, from the programme."""
    return [str(question) for question in block.settings.get("guiding", [])]


def wrong_settings(settings: dict[str, Any]) -> str:
    """What is wrong with the guiding questions of a programme; nothing for good ones."""
    guiding = settings.get("guiding", [])
    if isinstance(guiding, list) and all(isinstance(one, str) for one in guiding):
        return ""
    return "guiding moet een lijst van teksten zijn"


def notes_of(block: Block, room: Room) -> RoomNotes:
    """The notes of the room; empty and not stored as long as nothing was written."""
    notes = RoomNotes.objects.filter(block=block, room=room).first()
    return notes or RoomNotes(block=block, room=room)


def rooms_at(block: Block) -> QuerySet[Room]:
    """The rooms in which people talk about this data wall, as far as they have been fixed."""
    keys = {key_of(step) for step in block.steps.exclude(grouping="")}
    return rooms().filter(
        division__sessie=block.sessie_id,
        division__key__in=keys,
        division__fixed_at__isnull=False,
    )


def own_rooms(actor: Actor, block: Block) -> QuerySet[Room]:
    """The rooms of this data wall where the actor has a seat; none for who is no deelnemer."""
    if actor.participant is None:
        return Room.objects.none()
    return rooms_at(block).filter(seats__participant=actor.participant)


def harvests(block: Block) -> list[Harvest]:
    """How far each room is, in numbers; no text, because before the signal nobody reads it."""
    counts = Counter(
        Note.objects.filter(
            lane__board__block=block, lane__board__room__isnull=False, hidden_at=None
        ).values_list("lane__board__room", "lane__key")
    )
    return [
        Harvest(room, counts[room.pk, "trots"], counts[room.pk, "beter"])
        for room in rooms_at(block)
    ]


def rooms_with_notes(step: Step, rooms: Iterable[int]) -> Iterable[int]:
    """Which of these rooms (by pk) wrote something down in the block of the step."""
    notes = RoomNotes.objects.filter(block=step.block_id, room__in=list(rooms)).exclude(text="")
    return notes.values_list("room_id", flat=True)


def empty_lanes(board: Board) -> list[str]:
    """The titles of the lanes of a room's board where nothing was put up yet."""
    written = Q(notes__isnull=False, notes__hidden_at=None)
    filled = set(board.lanes.filter(written).values_list("key", flat=True))
    return [lane.title for lane in board.kind.lanes if lane.key not in filled]
