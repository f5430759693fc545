"""Who may place notes on a plane. Pure, as `rules.py`."""

from scholendag.boards import rules
from scholendag.boards.models import Board
from scholendag.boards.rules import Standing
from scholendag.boards.states import is_fixed, runs


def may_place(who: Standing, board: Board) -> bool:
    """The coach at any time, deelnemers while it is asked of them; nobody while people vote."""
    if board.kind.plane is None or is_fixed(board) or rules.is_voted_on(board):
        return False
    if not rules.is_shared(board):
        return False
    return (who.actor.is_coach and rules.may_see(who, board)) or _is_asked(who, board)


def _is_asked(who: Standing, board: Board) -> bool:
    person, step, plane = who.actor.participant, who.step, board.kind.plane
    if person is None or person.removed_at or step is None or plane is None:
        return False
    return rules.is_one_of(who, board) and runs(step, board) and step.phase in plane.placed_in
