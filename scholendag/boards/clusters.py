"""Looking up clusters and the notes that are put together."""

from collections.abc import Collection

from django.db.models import Count, Q, QuerySet

from scholendag.agenda.models import Step
from scholendag.agenda.queries import current_step
from scholendag.boards import queries
from scholendag.boards.kinds import LaneKind, Scope
from scholendag.boards.models import Board, Cluster, Lane, Note
from scholendag.boards.walls import Wall

# How many notes everyone sees in a cluster.
SEEN = Count("notes", filter=Q(notes__hidden_at=None))


def hold(wall: Wall) -> list[Board]:
    """The boards, in a transaction: who else changes them waits for us."""
    return list(queries.lock_boards(block=wall.block, kind_slug=wall.kind.slug))


def all_on(wall: Wall) -> QuerySet[Cluster]:
    """All clusters on these boards."""
    return Cluster.objects.filter(block=wall.block, kind_slug=wall.kind.slug)


def notes_on(boards: Collection[Board], pks: Collection[int]) -> list[Note]:
    """Those of these notes that hang on these boards, in the order in which they came."""
    found = queries.all_notes().filter(lane__board__in=boards, pk__in=pks)
    return list(found)


def visible_on(boards: Collection[Board]) -> list[Note]:
    """The notes on these boards that the coach did not hide."""
    return list(queries.all_notes().filter(lane__board__in=boards, hidden_at=None))


def notes_of(pks: Collection[int]) -> list[Note]:
    """All notes of these clusters."""
    return list(queries.all_notes().filter(cluster__in=pks))


def step_at(cluster: Cluster) -> Step | None:
    """The running step of the sessie that it is of."""
    return current_step(cluster.block.sessie_id)


def is_voted_on(cluster: Cluster) -> bool:
    """A poll is open on the boards where it lies."""
    boards = Board.objects.filter(block=cluster.block_id, kind_slug=cluster.kind_slug)
    return boards.exclude(voting=None).exists()


def lanes_under(cluster: Cluster) -> QuerySet[Lane]:
    """The lanes on which it is shown as such; where it spans all rooms only the gathered view."""
    lanes = Lane.objects.filter(
        board__block=cluster.block_id, board__kind_slug=cluster.kind_slug, key=cluster.lane_key
    )
    if cluster.kind.scope is Scope.SESSIE:
        return lanes
    return lanes.filter(board=cluster.board) if cluster.board_id else lanes.none()


def in_lane(cluster: Cluster) -> QuerySet[Cluster]:
    """The other clusters beside it: those that it can be merged with."""
    beside = Cluster.objects.filter(
        block=cluster.block_id,
        kind_slug=cluster.kind_slug,
        lane_key=cluster.lane_key,
        board=cluster.board_id,
    )
    return beside.exclude(pk=cluster.pk)


def for_notes(wall: Wall, notes: Collection[Note]) -> list[Cluster]:
    """The clusters where all of these notes fit: of their lane and, if that counts, their room."""
    keys = {note.lane.key for note in notes}
    if len(keys) > 1:
        return []
    found = all_on(wall).filter(lane_key=keys.pop()).annotate(size=SEEN)
    if wall.kind.clusters_apart:
        found = found.filter(board__in={note.lane.board_id for note in notes})
    return list(found)


def lanes_for(wall: Wall, notes: Collection[Note]) -> list[LaneKind]:
    """The other lanes where these notes can be hung."""
    here = {note.lane.key for note in notes}
    return [lane for lane in wall.kind.lanes if {lane.key} != here]
