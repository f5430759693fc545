"""What could be put together on a board, for the coach to take over or leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from scholendag.boards import clusters
from scholendag.boards.kinds import LaneKind
from scholendag.boards.models import Board, Cluster, Note
from scholendag.boards.suggest import suggest
from scholendag.boards.walls import Wall


@dataclass(frozen=True)
class Proposed:
    """These notes under this name, or into a cluster that is there already."""

    lane: LaneKind
    notes: tuple[Note, ...]
    name: str
    cluster: Cluster | None

    @property
    def to(self) -> str:
        """Where they go, as the form says it."""
        return f"cluster-{self.cluster.pk}" if self.cluster else "nieuw"


def proposals_on(wall: Wall, boards: Sequence[Board]) -> list[Proposed]:
    """For each lane, and each room where rooms cluster apart, what seems to belong together.

    From notes that everyone reads; nothing is stored. Takes up to a second of one core for 600.
    """
    notes = clusters.visible_on(boards)
    there = list(clusters.all_on(wall))
    return [
        proposed
        for lane in wall.kind.lanes
        for board in (boards if wall.kind.clusters_apart else [None])
        for proposed in _in_lane(
            lane,
            [note for note in notes if _is_at(note.lane.key, note.lane.board, lane, board)],
            [one for one in there if _is_at(one.lane_key, one.board, lane, board)],
        )
    ]


def _is_at(key: str, of: Board | None, lane: LaneKind, board: Board | None) -> bool:
    return key == lane.key and (board is None or of == board)


def _in_lane(lane: LaneKind, notes: Sequence[Note], there: Sequence[Cluster]) -> list[Proposed]:
    loose = {note.pk: note for note in notes if note.cluster_id is None}
    by_pk = {one.pk: one for one in there}
    held = [
        (pk, one.name, [note.text for note in notes if note.cluster_id == pk])
        for pk, one in by_pk.items()
    ]
    found = suggest([(pk, note.text) for pk, note in loose.items()], held)
    return [
        Proposed(
            lane,
            tuple(loose[key] for key in one.keys),
            one.name,
            by_pk[one.cluster] if one.cluster else None,
        )
        for one in found
    ]
