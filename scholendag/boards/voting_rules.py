"""Who may vote on a board, and who opens a poll. Pure, as `rules.py`."""

from scholendag.boards import rules
from scholendag.boards.kinds import Scope
from scholendag.boards.models import Board
from scholendag.boards.rules import Standing
from scholendag.boards.states import is_fixed
from scholendag.sessies.actors import Actor


def is_voter(who: Standing, board: Board) -> bool:
    """Is asked when there is a vote: a deelnemer, who can read what is voted on."""
    person = who.actor.participant
    is_here = person is not None and person.removed_at is None
    return is_here and rules.is_shared(board) and rules.is_one_of(who, board)


def may_vote(who: Standing, board: Board) -> bool:
    """Give dots and take them back: as long as the poll is open and the board is not fixed."""
    return is_voter(who, board) and rules.is_voted_on(board) and not is_fixed(board)


def may_open(actor: Actor, board: Board) -> bool:
    """The coach lets people vote on what all of them can read, once at a time."""
    is_free = not rules.is_voted_on(board) and not is_fixed(board)
    return rules.may_direct(actor, board.block, board.kind) and rules.is_shared(board) and is_free


def votes_on(board: Board, *, gathered: bool) -> bool:
    """Dots are given here: where all rooms vote as one, that is where all of them are shown."""
    if board.kind.scope is Scope.ROOM:
        return gathered is not board.kind.clusters_apart
    return True
