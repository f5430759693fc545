"""What on a board belongs to the one who looks. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable

from scholendag.boards import limits, rules
from scholendag.boards.boardview import LeftView, Own
from scholendag.boards.limits import Tally
from scholendag.boards.models import Board, Lane, Note
from scholendag.boards.rules import Standing


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
                limits.left(board.kind, lane.pk, tally, who.people),
                hidden[lane.pk],
                waits[lane.pk],
                has_own=any(not note.is_hidden for note in mine),
            )
            for lane in lanes
        },
    )


def owns_of(
    boards: Iterable[Board], who: Standing, lanes: Iterable[Lane], notes: Collection[Note]
) -> tuple[Own, ...]:
    """What belongs to someone on each of these boards that is there for them."""
    return tuple(
        view_own(board, who, lanes, [note for note in notes if note.lane.board_id == board.pk])
        for board in boards
        if rules.belongs(who, board)
    )


def _by_lane(notes: Iterable[Note]) -> Counter[int]:
    return Counter(note.lane_id for note in notes)
