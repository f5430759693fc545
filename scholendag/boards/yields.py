"""What of the boards of a block is taken along to later blocks: for everyone to read, so nothing
that was not shown, nothing that the coach hid, and no authors."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from scholendag.agenda.models import Block
from scholendag.boards import chain, looks, queries, rules
from scholendag.boards.boardview import LaneView
from scholendag.boards.kinds import BoardKind, LaneKind
from scholendag.boards.models import Cluster, Note
from scholendag.sessies.actors import Role


def yields_of(block: Block, *kinds: BoardKind) -> list[LaneView]:
    """The lanes of these kinds that hold something; lanes that are the same become one.

    In as many queries for six hundred notes as for one.
    """
    boards = list(queries.all_boards().filter(block=block, kind_slug__in=[k.slug for k in kinds]))
    hidden = {board.kind_slug for board in boards if not rules.is_shared(board)}
    shown = [kind for kind in kinds if kind.slug not in hidden]
    lanes = queries.lanes_of([board for board in boards if board.kind_slug not in hidden])
    notes = [note for note in queries.notes_in(lanes) if not note.is_hidden]
    clusters = list(Cluster.objects.filter(block=block))
    chain.know_ways(clusters)
    return _merged(lane for kind in shown for lane in _lanes_of(block, kind, notes, clusters))


def _lanes_of(
    block: Block, kind: BoardKind, notes: Iterable[Note], clusters: Iterable[Cluster]
) -> Collection[LaneView]:
    here = [note for note in notes if note.lane.board.kind_slug == kind.slug]
    together = [cluster for cluster in clusters if cluster.kind_slug == kind.slug]
    return looks.gather(block, kind, here, None, Role.SCHOOLLEIDER, clusters=together)


def _merged(lanes: Iterable[LaneView]) -> list[LaneView]:
    found: dict[LaneKind, LaneView] = {}
    for lane in lanes:
        before = found.get(lane.kind)
        found[lane.kind] = lane if before is None else _both(before, lane)
    return [lane for lane in found.values() if lane.notes or lane.clusters]


def _both(one: LaneView, other: LaneView) -> LaneView:
    return replace(one, notes=one.notes + other.notes, clusters=one.clusters + other.clusters)
