"""What anyone may do on a board: the only interpreter of BoardKind.

Pure: a Standing holds every fact about the one who asks, and a board comes with its sessie, its
block, its room and its team at hand.
"""

from collections.abc import Callable
from dataclasses import dataclass

from scholendag.agenda.models import Block, Step
from scholendag.boards.kinds import Adds, BoardKind, Per, Scope
from scholendag.boards.models import Board, Note
from scholendag.boards.states import is_fixed, is_open, runs
from scholendag.breakouts.models import Room
from scholendag.live import audiences
from scholendag.sessies.actors import Actor, Role

# Random client ids give the notes of a hidden round an order that says nothing of who was first.
ORDERS = 10**9


@dataclass(frozen=True)
class Standing:
    """Someone and what the rules need to know of them, looked up once.

    `step` is the running step of their sessie, `rooms` are all rooms where they have been told
    to sit, `people` is how many take part.
    """

    actor: Actor
    step: Step | None = None
    rooms: tuple[Room, ...] = ()
    is_aantekenaar: bool = False
    people: int = 0


def is_shared(board: Board) -> bool:
    """The others may read it: at once, or after the coach's signal."""
    return board.is_revealed or not board.kind.after_signal


def belongs(who: Standing, board: Board) -> bool:
    """Is one of those for whom the board is there: of the sessie, of the room or of the team."""
    if who.actor.role is Role.BORD:
        return who.actor.team is not None and board.team_id == who.actor.team.pk
    if who.actor.role is Role.AANTEKENAAR:
        takes_notes = board.kind.adds is Adds.AANTEKENAAR
        return takes_notes and board.sessie_id == who.actor.sessie.pk
    if who.actor.participant is None or who.actor.participant.removed_at:
        return False
    if board.room_id or board.team_id:
        return bool(_rooms_for(who, board))
    return who.actor.sessie.pk == board.sessie_id


def may_see(who: Standing, board: Board) -> bool:
    """The board itself, which is not yet to say any of its notes."""
    return belongs(who, board) or (
        _looks_on(who, board) and (who.actor.is_coach or is_shared(board))
    )


def may_read(who: Standing, note: Note) -> bool:
    """Before the signal a note is for its writer, or for the room on a room's board, and for the
    coach who said to read along; hidden by the coach it is for coaches."""
    board = note.lane.board
    if note.is_hidden:
        return who.actor.is_coach and is_shared(board) and may_see(who, board)
    if is_shared(board):
        return may_see(who, board)
    return (
        is_mine(who, note)
        or (board.room_id is not None and belongs(who, board))
        or (reads_along(board) and who.actor.is_coach and may_see(who, board))
    )


def may_add(who: Standing, board: Board) -> bool:
    """Whom the kind lets add, on an open board that is there for them. Limits come on top."""
    return is_open(board, who.step) and belongs(who, board) and ADDS[board.kind.adds](who, board)


def is_from(who: Standing, note: Note) -> bool:
    """Was put up by this person, or without a person: from the bord itself, or by link.

    Who takes notes by a link shares them with the others who do.
    """
    if who.actor.participant:
        return note.author_id == who.actor.participant.pk
    return note.author_id is None and belongs(who, note.lane.board)


def is_mine(who: Standing, note: Note) -> bool:
    """Is theirs to change: the author's, or for a room whose writer writes, the writer's."""
    board = note.lane.board
    if not belongs(who, board):
        return False
    return _has_pen(who, board) if board.kind.adds is Adds.WRITER else is_from(who, note)


def is_changeable(note: Note, step: Step | None) -> bool:
    """Its owner may still change it: the board is open, or nobody else has read it yet."""
    board = note.lane.board
    waits = not is_shared(board) and not is_fixed(board)
    is_free = not note.is_hidden and not is_voted_on(board)
    return is_free and (waits or is_open(board, step))


def may_change(who: Standing, note: Note) -> bool:
    """Change or take back a note of one's own, as long as it can be read and changed."""
    return is_mine(who, note) and may_read(who, note) and is_changeable(note, who.step)


def may_moderate(who: Standing, board: Board) -> bool:
    """The coach may hide what everyone may read, and bring it back."""
    return who.actor.is_coach and is_shared(board) and may_see(who, board)


def may_correct(who: Standing, note: Note) -> bool:
    """The coach may take a name out of what everyone reads, until the board is fixed."""
    board = note.lane.board
    return may_moderate(who, board) and may_read(who, note) and not is_fixed(board)


def may_move(who: Standing, board: Board) -> bool:
    """The coach may put a note in another lane, until the board is fixed."""
    return may_moderate(who, board) and not is_fixed(board) and not is_voted_on(board)


def may_cluster(who: Standing, board: Board) -> bool:
    """Put notes together, as long as the board is not fixed: the coach at any time, the others
    while it is asked of them and the coach lets them."""
    kind = board.kind
    if not kind.clustered_in or not is_shared(board) or is_fixed(board) or is_voted_on(board):
        return False
    return (who.actor.is_coach and may_see(who, board)) or _clusters_now(who, board)


def is_one_of(who: Standing, board: Board) -> bool:
    """Is of those who cluster and vote together on it: of its room where each room does so for
    itself, and else of the sessie."""
    if board.kind.clusters_apart:
        return belongs(who, board)
    return who.actor.sessie.pk == board.sessie_id


def is_voted_on(board: Board) -> bool:
    """A poll is open: what dots rest on is not moved, put together or taken away now, and only a
    coach changes its words."""
    return board.voting_id is not None


def may_direct(actor: Actor, block: Block, kind: BoardKind) -> bool:
    """What is said of all boards of a kind in a block is for the coach of the sessie to say."""
    return actor.is_coach and actor.sessie.pk == block.sessie_id and kind.scope is not Scope.TEAM


def may_read_along(actor: Actor, block: Block, kind: BoardKind) -> bool:
    """Before the signal the coach reads nothing, unless that was said before anyone wrote."""
    return kind.after_signal and may_direct(actor, block, kind)


def reads_along(board: Board) -> bool:
    """The coach reads what is written before the signal, and who writes has been told."""
    return board.coach_reads_at is not None


def may_reveal(actor: Actor, block: Block, kind: BoardKind) -> bool:
    """The signal is for the coach of the sessie to give."""
    return kind.after_signal and actor.is_coach and actor.sessie.pk == block.sessie_id


def shows_author(kind: BoardKind) -> bool:
    """The name of who wrote it stands on the note."""
    return kind.shows_author


def is_random(board: Board) -> bool:
    """The order of the notes says nothing of who was first: they were shown all at once."""
    return board.kind.after_signal and board.is_revealed


def order_of(note: Note) -> int:
    """The place of a note among the others: the same for everyone and after every reload."""
    return note.client_id.int % ORDERS if is_random(note.lane.board) else note.pk


def is_of_the_room(kind: BoardKind) -> bool:
    """What one person adds or takes away also changes what the others of the room may do."""
    return kind.adds is Adds.WRITER or any(limit.per is Per.ROOM for limit in kind.limits)


def is_counted(kind: BoardKind) -> bool:
    """Shows how many are ready. Nobody ever is on a team's board, which outlives the day, or
    where one or two take notes for all."""
    return kind.scope is not Scope.TEAM and kind.adds is not Adds.AANTEKENAAR


def readers(board: Board, author_id: int | None, here: int) -> list[str]:
    """The audiences that may read a visible note of this author; `here` is the acting sessie."""
    if is_shared(board) and board.team_id:
        coaches = {audiences.coaches(sessie) for sessie in (board.sessie_id, here)}
        return [audiences.team(board.team_id), *sorted(coaches)]
    if is_shared(board):
        return [audiences.everyone(board.sessie_id)]
    along = [audiences.coaches(board.sessie_id)] if reads_along(board) else []
    if board.room_id:
        return [audiences.room(board.room_id), *along]
    if author_id is None:
        return [audiences.helpers(board.sessie_id, Role.AANTEKENAAR), *along]
    return [audiences.participant(author_id), *along]


def _looks_on(who: Standing, board: Board) -> bool:
    """Is there too, without the board being theirs."""
    if board.team_id is None:
        return who.actor.role is not Role.BORD and who.actor.sessie.pk == board.sessie_id
    of_the_school = who.actor.role in (Role.BEGELEIDER, Role.SCHOOLLEIDER)
    return of_the_school and who.actor.sessie.school_id == board.sessie.school_id


def _clusters_now(who: Standing, board: Board) -> bool:
    """On a board that all rooms cluster as one everyone of the sessie may, on any of its boards."""
    person, step = who.actor.participant, who.step
    if person is None or person.removed_at or step is None or not board.everyone_clusters:
        return False
    return is_one_of(who, board) and runs(step, board) and step.phase in board.kind.clustered_in


def _rooms_for(who: Standing, board: Board) -> list[Room]:
    if board.team_id:
        return [room for room in who.rooms if room.team_id == board.team_id]
    return [room for room in who.rooms if room.pk == board.room_id]


def _has_pen(who: Standing, board: Board) -> bool:
    person = who.actor.participant
    return person is not None and any(
        room.writer_id == person.pk for room in _rooms_for(who, board)
    )


ADDS: dict[Adds, Callable[[Standing, Board], bool]] = {
    Adds.EVERYONE: lambda who, _board: who.actor.participant is not None,
    Adds.WRITER: _has_pen,
    Adds.AANTEKENAAR: lambda who, _board: who.is_aantekenaar,
    Adds.TEAM: lambda _who, _board: True,
}
