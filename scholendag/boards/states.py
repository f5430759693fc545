"""Open, closed or fixed: it follows from the running step, and from what a coach said beside it."""

from enum import StrEnum

from scholendag.agenda.models import Step
from scholendag.boards.models import Board, Override


class State(StrEnum):
    """What may be done on a board. Closed to new notes it can still be clustered; fixed it stays
    as it is."""

    OPEN = "open"
    CLOSED = "dicht"
    FIXED = "vast"


def state_of(board: Board, step: Step | None) -> State:
    """What may be done on the board while `step` runs: as the step says, or as a coach said."""
    if is_over(board) or board.override == Override.FIXED:
        return State.FIXED
    if is_overridden(board, step):
        return State(board.override)
    if board.kind.open_in is None:
        return State.OPEN
    is_asked = step is not None and runs(step, board) and step.phase in board.kind.open_in
    return State.OPEN if is_asked else State.CLOSED


def is_open(board: Board, step: Step | None) -> bool:
    """Can be written on while `step` runs. After the day only a team's board still can."""
    return state_of(board, step) is State.OPEN


def is_overridden(board: Board, step: Step | None) -> bool:
    """A coach said what may be done on it, and that holds while `step` runs."""
    lasts = step is not None and board.override_step_id == step.pk
    return board.override == Override.FIXED or (bool(board.override) and lasts)


def is_fixed(board: Board) -> bool:
    """Nothing on it changes any more, whatever step runs."""
    return state_of(board, None) is State.FIXED


def is_over(board: Board) -> bool:
    """Its day is closed. A team's board never is."""
    return board.team_id is None and board.sessie.is_closed


def runs(step: Step, board: Board) -> bool:
    """`step` is of its block. A team's board outlives its day: then the same instrument of a later
    day opens it."""
    if board.team_id:
        return step.block.instrument == board.block.instrument
    return step.block_id == board.block_id
