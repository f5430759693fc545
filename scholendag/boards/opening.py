"""Making boards. Whoever asks for one that is there already finds it, also at the same moment."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from scholendag.agenda.models import Block
from scholendag.boards import queries
from scholendag.boards.kinds import BoardKind, Scope
from scholendag.boards.models import Board, Lane
from scholendag.breakouts.models import Room
from scholendag.schools.models import Team


def open_board(
    block: Block, kind: BoardKind, room: Room | None = None, team: Team | None = None
) -> Board:
    """The board of this kind with its lanes, made when it is first asked for.

    A room's kind needs its room and a team's its team. Raises ValueError.
    """
    if (kind.scope is Scope.ROOM) is (room is None) or (kind.scope is Scope.TEAM) is (team is None):
        raise ValueError(f"{kind.slug} is a board for {kind.scope.value}")
    found = queries.board_of(block, kind.slug, room, team)
    if found is None:
        _make(block, kind, [{"room": room, "team": team}])
        found = queries.board_of(block, kind.slug, room, team)
    assert found  # noqa: S101 - made just above
    return found


def open_rooms(block: Block, kind: BoardKind, rooms: Iterable[Room]) -> None:
    """A board of this kind for each of these rooms. As many queries for fifty rooms as for one."""
    there = set(queries.boards_of(block, kind).values_list("room_id", flat=True))
    if places := [{"room": room} for room in rooms if room.pk not in there]:
        _make(block, kind, places)


@transaction.atomic
def _make(block: Block, kind: BoardKind, places: Sequence[dict[str, Any]]) -> None:
    # A room that comes late finds the signal given, and whatever else was said of all. They are
    # held, so that nobody says something else while it is made.
    others = list(queries.lock_boards(block=block, kind_slug=kind.slug))
    said: dict[str, Any] = {"everyone_clusters": kind.everyone_clusters}
    if others:
        said = {name: getattr(others[0], name) for name in Board.SAID_OF_ALL}
    Board.objects.bulk_create(
        [
            Board(
                sessie=block.sessie,
                block=block,
                kind_slug=kind.slug,
                **said,
                **place,
            )
            for place in places
        ],
        ignore_conflicts=True,
    )
    new = Board.objects.filter(block=block, kind_slug=kind.slug, lanes=None)
    Lane.objects.bulk_create(
        Lane(board=board, key=lane.key, position=position)
        for board in new
        for position, lane in enumerate(kind.lanes)
    )
