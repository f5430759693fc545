"""The notes and clusters of a terugblik that can become actions, and those that did."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from scholendag.agenda.models import Block
from scholendag.boards.models import Board, Cluster, Note
from scholendag.breakouts.models import Room, Seat
from scholendag.breakouts.queries import key_of, rooms
from scholendag.retrospective.choices import SLUGS
from scholendag.retrospective.models import Arrangement, FollowUp
from scholendag.sessies.actors import Actor


@dataclass(frozen=True)
class Source:
    """A note or a cluster that an action is made of, and the room that it is of, if any."""

    of: Note | Cluster
    room: Room | None

    @property
    def key(self) -> str:
        """How a form names it."""
        return self.of.dom_id

    @property
    def label(self) -> str:
        """How it is called in a list."""
        return f"Cluster: {self.of}" if isinstance(self.of, Cluster) else str(self.of)


@dataclass(frozen=True)
class TeamNow:
    """How far one team is: how many notes hang there, and what it chose to do."""

    room: Room
    notes: int
    follow_ups: tuple[FollowUp, ...]

    @property
    def first(self) -> FollowUp | None:
        """What the team names at the close; None as long as it is choosing."""
        return self.follow_ups[0] if self.follow_ups else None


def is_per_team(block: Block) -> bool:
    """Each team has a board of its own, as was decided when people began to write."""
    return Arrangement.objects.filter(block=block, per_team=True).exists()


def is_written_on(block: Block) -> bool:
    """Somebody put up a note, or made an action."""
    return _notes(block).exists() or follow_ups(block).exists()


def rooms_at(block: Block) -> QuerySet[Room]:
    """The rooms in which people look back, as far as they have been fixed."""
    keys = {key_of(step) for step in block.steps.exclude(grouping="")}
    return rooms().filter(
        division__sessie=block.sessie_id,
        division__key__in=keys,
        division__fixed_at__isnull=False,
    )


def own_room(actor: Actor, block: Block) -> Room | None:
    """Where this deelnemer looks back with the team; None for who is no deelnemer."""
    if actor.participant is None or actor.participant.removed_at:
        return None
    return rooms_at(block).filter(seats__participant=actor.participant).first()


def follow_ups(block: Block, room: Room | None = None) -> QuerySet[FollowUp]:
    """The actions of this terugblik, or of one team in it."""
    found = FollowUp.objects.filter(block=block).select_related(
        "room__team", "room__division__sessie__techniekkaart"
    )
    return found.filter(room=room) if room else found


def sources(block: Block, room: Room | None = None) -> list[Source]:
    """The clusters and visible notes that are not an action yet, of one team or of all."""
    notes = _notes(block).filter(hidden_at=None, follow_ups=None).select_related("lane__board")
    clusters = Cluster.objects.select_related("board").filter(
        block=block,
        kind_slug__in=SLUGS,
        follow_ups=None,
        notes__isnull=False,
        notes__hidden_at=None,
    )
    if room:
        notes, clusters = notes.filter(lane__board__room=room), clusters.filter(board__room=room)
    by_pk = rooms().filter(boards__block=block).in_bulk()
    return [
        *(Source(one, _room_of(one.board, by_pk)) for one in clusters.distinct()),
        *(Source(note, _room_of(note.lane.board, by_pk)) for note in notes),
    ]


def teams_now(block: Block) -> list[TeamNow]:
    """How far every team is that has people or left something; in a few queries for any number."""
    counts = dict(
        _notes(block)
        .filter(hidden_at=None, lane__board__room__isnull=False)
        .values_list("lane__board__room")
        .annotate(Count("pk"))
    )
    made = list(follow_ups(block))
    seated = Counter(
        Seat.objects.filter(room__in=rooms_at(block), participant__removed_at=None).values_list(
            "room", flat=True
        )
    )
    teams = [
        TeamNow(room, counts.get(room.pk, 0), tuple(one for one in made if one.room_id == room.pk))
        for room in rooms().filter(Q(pk__in=[*seated, *counts]) | Q(follow_ups__block=block))
    ]
    return list({team.room.pk: team for team in teams}.values())


def _notes(block: Block) -> QuerySet[Note]:
    return Note.objects.filter(lane__board__block=block, lane__board__kind_slug__in=SLUGS)


def _room_of(board: Board | None, rooms: Mapping[int, Room]) -> Room | None:
    return rooms[board.room_id] if board and board.room_id else None
