"""What a board looks like to someone. Pure: rows that are at hand in, what to show out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from scholendag.agenda.models import Block, Step
from scholendag.boards import plane_rules, rules, states, voting_rules
from scholendag.boards.boardview import (
    BoardView,
    ClusterView,
    Composer,
    LaneView,
    LeftView,
    NoteView,
    Ready,
)
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Board, Cluster, Lane, Note
from scholendag.boards.owning import owns_of
from scholendag.boards.rules import Standing
from scholendag.sessies.actors import Role


def view_note(note: Note, step: Step | None, role: Role | None = None) -> NoteView:
    """A note while `step` runs. On the public screens and for the schoolleider without author."""
    board = note.lane.board
    named = rules.shows_author(board.kind) and role not in (Role.SCHERM, Role.SCHOOLLEIDER)
    return NoteView(
        note.pk,
        note.dom_id,
        note.edit_id,
        note.text,
        note.sent_as,
        is_hidden=note.is_hidden,
        order=rules.order_of(note),
        author=note.author.name if named and note.author else "",
        of=str(board.room or board.team or ""),
        is_changeable=rules.is_changeable(note, step),
        is_read_only=role is Role.SCHOOLLEIDER,
        is_votable=rules.is_voted_on(board) and note.cluster_id is None,
        plane=board.kind.plane,
        spot=note.spot,
    )


def view_notes(
    notes: Iterable[Note], step: Step | None, role: Role | None = None
) -> tuple[NoteView, ...]:
    """These notes in the order that everyone sees."""
    views = (view_note(note, step, role) for note in notes)
    return tuple(sorted(views, key=lambda view: view.order))


def view_board(
    board: Board,
    who: Standing,
    lanes: Iterable[Lane],
    notes: Collection[Note],
    *,
    clusters: Collection[Cluster],
    ready: Ready | None,
) -> BoardView:
    """One board as someone may see it, from all its lanes, notes and clusters."""
    own = owns_of([board], who, lanes, notes)
    may_add = rules.may_add(who, board)
    left = own[0].left if may_add else {}
    readable = [note for note in notes if rules.may_read(who, note)]
    return BoardView(
        board.kind,
        board.block,
        board.dom_id,
        who.actor.role,
        tuple(_view_lane(lane, who, readable, clusters, left.get(lane.pk)) for lane in lanes),
        board=board,
        own=own,
        ready=ready,
        is_shared=rules.is_shared(board),
        may_add=may_add,
        may_reveal=not board.is_revealed and rules.may_reveal(who.actor, board.block, board.kind),
        **_said_of(board, who),
    )


def view_gathered(
    block: Block,
    kind: BoardKind,
    boards: Sequence[Board],
    who: Standing,
    notes: Collection[Note],
    *,
    clusters: Collection[Cluster],
    ready: Ready | None,
) -> BoardView:
    """All boards of a kind in a block as one, from all their notes: to read, not to add to."""
    is_shared = all(rules.is_shared(board) for board in boards)
    readable = [note for note in notes if rules.may_read(who, note)]
    return BoardView(
        kind,
        block,
        kind.gathered_id(block.pk),
        who.actor.role,
        gather(
            block,
            kind,
            readable,
            who.step,
            who.actor.role,
            clusters=clusters,
            is_votable=any(rules.is_voted_on(board) for board in boards),
        ),
        own=owns_of(boards, who, (), notes),
        ready=ready,
        is_shared=is_shared,
        may_reveal=not is_shared and rules.may_reveal(who.actor, block, kind),
        **(_said_of(boards[0], who) if boards else {}),
    )


def gather(
    block: Block,
    kind: BoardKind,
    notes: Collection[Note],
    step: Step | None,
    role: Role | None = None,
    *,
    clusters: Collection[Cluster],
    is_votable: bool = False,
) -> tuple[LaneView, ...]:
    """The lanes of a gathered view, with these notes and clusters."""
    return tuple(
        _with_clusters(
            LaneView(lane, kind.gathered_lane_id(block.pk, lane.key), (), plane=kind.plane),
            [note for note in notes if note.lane.key == lane.key],
            clusters,
            step,
            role,
            is_votable=is_votable,
        )
        for lane in kind.lanes
    )


def view_lists(
    lanes: Iterable[Lane], clusters: Collection[Cluster], step: Step | None
) -> list[LaneView]:
    """The lists of these lanes as all who may read them see them: without what the coach hid."""
    return [
        _with_clusters(
            LaneView(lane.board.kind.lane(lane.key), lane.dom_id, ()),
            [note for note in lane.notes.all() if not note.is_hidden],
            clusters,
            step,
            is_votable=rules.is_voted_on(lane.board),
        )
        for lane in lanes
    ]


def view_cluster(
    cluster: Cluster,
    notes: Iterable[Note],
    step: Step | None,
    role: Role | None = None,
    *,
    is_votable: bool,
) -> ClusterView:
    """A cluster with these of its notes; one without any can be voted for too."""
    return ClusterView(cluster, view_notes(notes, step, role), is_votable)


def _with_clusters(
    lane: LaneView,
    notes: Iterable[Note],
    clusters: Iterable[Cluster],
    step: Step | None,
    role: Role | None = None,
    *,
    is_votable: bool,
) -> LaneView:
    """The lane with these notes, each loose or in one of these clusters."""
    here = [cluster for cluster in clusters if cluster.lane_key == lane.kind.key]
    held: dict[int | None, list[Note]] = {cluster.pk: [] for cluster in here}
    loose: list[Note] = []
    for note in notes:
        held.get(note.cluster_id, loose).append(note)
    return replace(
        lane,
        notes=view_notes(loose, step, role),
        clusters=tuple(
            view_cluster(one, held[one.pk], step, role, is_votable=is_votable) for one in here
        ),
    )


def _said_of(board: Board, who: Standing) -> dict[str, Any]:
    """What a coach said of this board and the others of its kind, and what it comes to."""
    return {
        "state": states.state_of(board, who.step),
        "may_cluster": rules.may_cluster(who, board),
        "may_direct": rules.may_direct(who.actor, board.block, board.kind),
        "everyone_clusters": board.everyone_clusters,
        "reads_along": rules.reads_along(board),
        "has_override": states.is_overridden(board, who.step),
        "may_place": plane_rules.may_place(who, board),
        "may_open_poll": voting_rules.may_open(who.actor, board),
    }


def _view_lane(
    lane: Lane,
    who: Standing,
    readable: Iterable[Note],
    clusters: Iterable[Cluster],
    left: LeftView | None,
) -> LaneView:
    kind = lane.board.kind
    lane_kind = kind.lane(lane.key)
    composer = Composer(lane, lane_kind.title, left, kind.max_length) if left else None
    of_lane = [note for note in readable if note.lane_id == lane.pk]
    empty = LaneView(lane_kind, lane.dom_id, (), composer, plane=kind.plane)
    return _with_clusters(
        empty,
        of_lane,
        clusters,
        who.step,
        who.actor.role,
        is_votable=rules.is_voted_on(lane.board),
    )
