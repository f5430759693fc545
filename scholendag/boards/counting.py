"""How much has been put up, for those who only need the number."""

from collections.abc import Iterable, Mapping

from django.db.models import Count, Exists, OuterRef

from scholendag.agenda.models import Block, Step
from scholendag.boards.boardview import Ready
from scholendag.boards.kinds import BoardKind, Scope
from scholendag.boards.models import Board, Lane, Note
from scholendag.breakouts.models import Room, Seat
from scholendag.sessies.models import Sessie
from scholendag.sessies.queries import roster, there


def notes_in_rooms(step: Step, rooms: Iterable[int]) -> Mapping[int, int]:
    """How many visible notes each of these rooms (by pk) has in the block of the step."""
    notes = Note.objects.filter(
        lane__board__block=step.block_id, lane__board__room__in=list(rooms), hidden_at=None
    )
    return dict(notes.values_list("lane__board__room").annotate(Count("pk")))


def ready(block: Block, kind: BoardKind) -> Ready:
    """How many are ready: rooms with something in every lane, or people who put up something.

    Of the people who are present; as long as nobody is, of all who joined. Whoever wrote and
    left still counts.
    """
    counts = _rooms_ready if kind.scope is Scope.ROOM else _people_ready
    return Ready(*counts(block, kind), kind.count_id(block.pk))


def _rooms_ready(block: Block, kind: BoardKind) -> tuple[int, int, str]:
    boards = Board.objects.filter(block=block, kind_slug=kind.slug)
    seats = Seat.objects.filter(room=OuterRef("pk"), participant__removed_at=None)
    rooms = Room.objects.filter(Exists(seats), division__rooms__boards__in=boards).distinct()
    empty = Lane.objects.filter(board=OuterRef("pk"), notes__isnull=True)
    found = list(rooms.values_list("pk", "division__kind"))
    are_teams = any(grouping == Step.Grouping.TEAM for _, grouping in found)
    return (
        boards.filter(~Exists(empty), room__in=rooms).count(),
        len(found),
        _units(len(found), are_teams),
    )


def _units(number: int, are_teams: bool) -> str:
    one = "team" if are_teams else "groepje"
    return one if number == 1 else f"{one}s"


def _people_ready(block: Block, kind: BoardKind) -> tuple[int, int, str]:
    written = Note.objects.filter(
        author=OuterRef("pk"), lane__board__block=block, lane__board__kind_slug=kind.slug
    )
    return *of_those_here(block.sessie, Exists(written)), ""


def of_those_here(sessie: Sessie, did: Exists) -> tuple[int, int]:
    """How many participants did something, of how many: of those who are present, as `ready`."""
    people = roster(sessie).annotate(did=did, there=there())
    rows = list(people.values_list("did", "there"))
    done = sum(they_did for they_did, _ in rows)
    if not any(since for _, since in rows):
        return done, len(rows)
    return done, sum(bool(they_did or since) for they_did, since in rows)
