"""What a board looks like to someone. Pure: rows that are at hand in, what to show out."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from scholendag.agenda.models import Block, Step
from scholendag.boards import rules
from scholendag.boards.boardview import (
    BoardView,
    Composer,
    LaneView,
    LeftView,
    NoteView,
    Own,
    Ready,
)
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Board, Lane, Note
from scholendag.boards.rules import Standing, Tally
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
        is_hidden=note.is_hidden,
        order=rules.order_of(note),
        author=note.author.name if named and note.author else "",
        of=str(board.room or board.team or ""),
        is_changeable=rules.is_changeable(note, step),
        is_read_only=role is Role.SCHOOLLEIDER,
    )


def view_notes(
    notes: Iterable[Note], step: Step | None, role: Role | None = None
) -> tuple[NoteView, ...]:
    """These notes in the order that everyone sees."""
    views = (view_note(note, step, role) for note in notes)
    return tuple(sorted(views, key=lambda view: view.order))


def view_own(board: Board, who: Standing, lanes: Iterable[Lane], notes: Collection[Note]) -> Own:
    """What belongs to someone, from their notes; from all notes where a limit counts those."""
    from_them = [note for note in notes if rules.is_from(who, note)]
    tally = Tally(_by_lane(from_them), _by_lane(notes))
    mine = [note for note in notes if rules.is_mine(who, note) and rules.may_read(who, note)]
    hidden = _by_lane(note for note in from_them if note.is_hidden)
    waits: Counter[int] = Counter() if rules.is_shared(board) else _by_lane(mine)
    return Own(
        board,
        tuple(note.dom_id for note in mine),
        {
            lane.pk: LeftView(
                lane,
                rules.left(board.kind, lane.pk, tally, who.people),
                hidden[lane.pk],
                waits[lane.pk],
            )
            for lane in lanes
        },
    )


def view_board(
    board: Board,
    who: Standing,
    lanes: Iterable[Lane],
    notes: Collection[Note],
    *,
    ready: Ready | None,
) -> BoardView:
    """One board as someone may see it, from all its lanes and notes."""
    own = _owns([board], who, lanes, notes)
    may_add = rules.may_add(who, board)
    left = own[0].left if may_add else {}
    readable = [note for note in notes if rules.may_read(who, note)]
    return BoardView(
        board.kind,
        board.block,
        board.dom_id,
        who.actor.role,
        tuple(_view_lane(lane, who, readable, left.get(lane.pk)) for lane in lanes),
        board=board,
        own=own,
        ready=ready,
        is_open=rules.is_open(board, who.step),
        is_shared=rules.is_shared(board),
        may_add=may_add,
        may_reveal=not board.is_revealed and rules.may_reveal(who.actor, board.block, board.kind),
    )


def view_gathered(
    block: Block,
    kind: BoardKind,
    boards: Sequence[Board],
    who: Standing,
    notes: Collection[Note],
    *,
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
        gather(block, kind, readable, who.step, who.actor.role),
        own=_owns(boards, who, (), notes),
        ready=ready,
        is_open=any(rules.is_open(board, who.step) for board in boards),
        is_shared=is_shared,
        may_reveal=not is_shared and rules.may_reveal(who.actor, block, kind),
    )


def gather(
    block: Block,
    kind: BoardKind,
    notes: Collection[Note],
    step: Step | None,
    role: Role | None = None,
) -> tuple[LaneView, ...]:
    """The lanes of a gathered view, with these notes."""
    return tuple(
        LaneView(
            lane,
            kind.gathered_lane_id(block.pk, lane.key),
            view_notes((note for note in notes if note.lane.key == lane.key), step, role),
        )
        for lane in kind.lanes
    )


def view_lists(lanes: Iterable[Lane], step: Step | None) -> list[LaneView]:
    """The lists of these lanes as all who may read them see them: without what the coach hid."""
    return [
        LaneView(
            lane.board.kind.lane(lane.key),
            lane.dom_id,
            view_notes((note for note in lane.notes.all() if not note.is_hidden), step),
        )
        for lane in lanes
    ]


def _owns(
    boards: Iterable[Board], who: Standing, lanes: Iterable[Lane], notes: Collection[Note]
) -> tuple[Own, ...]:
    return tuple(
        view_own(board, who, lanes, [note for note in notes if note.lane.board_id == board.pk])
        for board in boards
        if rules.belongs(who, board)
    )


def _view_lane(
    lane: Lane, who: Standing, readable: Iterable[Note], left: LeftView | None
) -> LaneView:
    kind = lane.board.kind
    lane_kind = kind.lane(lane.key)
    of_lane = (note for note in readable if note.lane_id == lane.pk)
    return LaneView(
        lane_kind,
        lane.dom_id,
        view_notes(of_lane, who.step, who.actor.role),
        Composer(lane, lane_kind.title, left, kind.max_length) if left else None,
    )


def _by_lane(notes: Iterable[Note]) -> Counter[int]:
    return Counter(note.lane_id for note in notes)
