"""Who sees what of notes that come, change or go."""

from collections.abc import Sequence

from scholendag import live
from scholendag.boards import fragments, queries, rules
from scholendag.boards.models import Board, Note
from scholendag.boards.rules import Standing
from scholendag.breakouts import now_fragments
from scholendag.live import audiences
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Participant

# What someone's own page shows of a board; a bord link is nobody.
Owned = dict[Participant | None, list[live.Fragment]]


def push(
    board: Board, here: int, changes: Sequence[tuple[Note, live.Fragment]], who: Sequence[Standing]
) -> Owned:
    """Each change for those who may read its note, the count for all, and for whom it counts.

    All changes are of one board; `here` is the acting sessie. Gives what is theirs for those whom
    it changes and for those of `who`.
    """
    messages: dict[str, list[live.Fragment]] = {}
    for note, change in changes:
        for reader in rules.readers(board, note.author_id, here):
            messages.setdefault(reader, []).append(change)
    concerned = _concerned(board, [note for note, _ in changes])
    own = _own(board, concerned, who)
    if changes:
        _add_what_follows(messages, board)
    for person in concerned:
        messages.setdefault(audiences.participant(person.pk), []).extend(own[person])
    if changes and any(standing.actor.role is Role.AANTEKENAAR for standing in who):
        helpers = audiences.helpers(board.sessie_id, Role.AANTEKENAAR)
        messages.setdefault(helpers, []).extend(own[None])
    for audience, fragments_ in messages.items():
        live.push(audience, *fragments_)
    return own


def push_moved(board: Board, notes: Sequence[Note], who: Standing) -> None:
    """What else changes when these notes hang in another lane: what is left for those whom it
    concerns, how many are ready, and whatever follows from the board."""
    messages: dict[str, list[live.Fragment]] = {}
    _add_what_follows(messages, board)
    concerned = _concerned(board, notes)
    own = _own(board, concerned, [who])
    for person in concerned:
        messages.setdefault(audiences.participant(person.pk), []).extend(own[person])
    for audience, fragments_ in messages.items():
        live.push(audience, *fragments_)


def _add_what_follows(messages: dict[str, list[live.Fragment]], board: Board) -> None:
    if rules.is_counted(board.kind):
        count = fragments.count(board.block, board.kind)
        messages.setdefault(audiences.everyone(board.sessie_id), []).append(count)
    if board.room:
        row = now_fragments.row(board.sessie_id, board.room)
        messages.setdefault(audiences.coaches(board.sessie_id), []).append(row)
    for audience, piece in board.kind.follows(board).items():
        messages.setdefault(audience, []).append(piece)


def _concerned(board: Board, notes: Sequence[Note]) -> list[Participant]:
    """For whom it changes what is theirs or what is left: the authors, or all of the room."""
    if notes and board.room and rules.is_of_the_room(board.kind):
        return list(queries.people_in(board.room))
    return list({note.author: None for note in notes if note.author})


def _own(board: Board, concerned: Sequence[Participant], who: Sequence[Standing]) -> Owned:
    everyone = {standing.actor.participant: standing for standing in who}
    others = [person for person in concerned if person not in everyone]
    actors = [Actor(person.sessie, Role.DEELNEMER, participant=person) for person in others]
    everyone.update(zip(others, queries.standings_on(board, actors), strict=True))
    return dict(zip(everyone, fragments.owns(board, list(everyone.values())), strict=True))
