"""What people do with boards and notes. Whoever writes on one board waits for its row, so that a
limit holds however many press at once."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards import fragments, queries, rules
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Board, Lane, Note
from scholendag.boards.rules import Standing
from scholendag.live import audiences
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused

CLOSED = "Dit bord is nu dicht. Je tekst staat nog in het vak."
FULL = "Je kunt er niet meer bij plakken. Haal er eerst een weg."
NOT_YOU = "Jij kunt hier nu niet plakken. Je tekst staat nog in het vak."
STAYS = "Dit bord is nu dicht. Je kunt deze post-it niet meer weghalen."
GONE = "Deze post-it is er niet meer. Je tekst staat nog in het vak."
TRY_AGAIN = "Dit lukte niet. Laad de pagina opnieuw en plak je tekst nog eens."


def add_note(actor: Actor, lane: Lane, text: str, client_id: uuid.UUID) -> Note:
    """Put a checked text on a board; a note that is sent again stays one. Raises Refused."""
    return place_note(queries.standing_of(actor), lane, text, client_id)[0]


@transaction.atomic
def place_note(who: Standing, lane: Lane, text: str, client_id: uuid.UUID) -> tuple[Note, bool]:
    """The same, and whether the note is new."""
    lane.board = _lock(pk=lane.board_id).get()
    earlier, client_id = _sent_before(who, client_id, text)
    if earlier:
        return earlier, False
    _check_that_one_can_add(who, lane)
    note = Note.objects.create(
        lane=lane, author=who.actor.participant, text=text, client_id=client_id
    )
    _show(note, who)
    return note, True


@transaction.atomic
def edit_note(actor: Actor, note: Note, text: str) -> None:
    """Change one's own note to a checked text. Raises Refused when that cannot be any more."""
    who, fresh = queries.standing_of(actor), _lock_note(note)
    if fresh is None:
        raise Refused(GONE)
    if not rules.may_change(who, fresh):
        raise Refused(CLOSED)
    fresh.text, fresh.edited_at = text, timezone.now()
    fresh.save(update_fields=["text", "edited_at"])
    _show(fresh, who)


@transaction.atomic
def take_back(actor: Actor, note: Note) -> None:
    """Delete one's own note. Raises Refused when that cannot be any more."""
    who, fresh = queries.standing_of(actor), _lock_note(note)
    if fresh is None:
        return
    if not rules.may_change(who, fresh):
        raise Refused(STAYS)
    Note.objects.filter(pk=fresh.pk).delete()
    _take_away(fresh, who)


@transaction.atomic
def hide(actor: Actor, note: Note) -> None:
    """Take a note off everyone's board; coaches still see it and can bring it back."""
    who = queries.standing_of(actor)
    fresh = _moderate(who, note, hidden_at=timezone.now())
    if fresh:
        _take_away(fresh, who)
        for sessie in {fresh.lane.board.sessie_id, actor.sessie.pk}:
            shown = fragments.note(fresh, actor.sessie.pk, for_coaches=True)
            live.push(audiences.coaches(sessie), shown)


@transaction.atomic
def unhide(actor: Actor, note: Note) -> None:
    """Bring a hidden note back for everyone."""
    who = queries.standing_of(actor)
    fresh = _moderate(who, note, hidden_at=None)
    if fresh:
        _show(fresh, who)


@transaction.atomic
def reveal(block: Block, kind: BoardKind, actor: Actor) -> None:
    """Give the signal: everyone sees all notes of this kind in the block, at the same moment.

    Once; a second press changes nothing. Raises Refused for who may not give it.
    """
    if not rules.may_reveal(actor, block, kind):
        raise Refused(NOT_YOU)
    boards = list(_lock(block=block, kind_slug=kind.slug, revealed_at=None))
    if not boards:
        return
    for board in boards:
        board.revealed_at = timezone.now()
    Board.objects.bulk_update(boards, ["revealed_at"])
    for board in {board.team_id: board for board in boards}.values():
        for audience in rules.readers(board, None, block.sessie_id):
            live.push(audience, *fragments.lists(block, kind, board.team_id))
    live.refresh(audiences.everyone(block.sessie_id))


def _lock(**which: Any) -> QuerySet[Board]:
    return (
        queries.all_boards()
        .select_for_update(of=("self",), no_key=True)
        .filter(**which)
        .order_by("pk")
    )


def _lock_note(note: Note) -> Note | None:
    """The note as it is while its board is ours; None when it has been taken back."""
    _lock(pk=note.lane.board_id).get()
    return queries.all_notes().filter(pk=note.pk).first()


def _sent_before(who: Standing, client_id: uuid.UUID, text: str) -> tuple[Note | None, uuid.UUID]:
    """The note that this very text made when it was sent before, and the id to store it by.

    A browser that sends another text under the same id has mixed something up; it gets an id of
    its own, so that neither text is lost and both may be sent again.
    """
    earlier = queries.all_notes().filter(client_id=client_id).first()
    if earlier and not rules.is_from(who, earlier):
        raise Refused(TRY_AGAIN)
    if earlier is None or earlier.text == text or earlier.edited_at:
        return earlier, client_id
    own_id = uuid.uuid5(client_id, text)
    return queries.all_notes().filter(client_id=own_id).first(), own_id


def _check_that_one_can_add(who: Standing, lane: Lane) -> None:
    board = lane.board
    if not rules.is_open(board, who.step):
        raise Refused(CLOSED)
    if not rules.may_add(who, board):
        raise Refused(NOT_YOU)
    limit = queries.own_of(board, who).left[lane.pk].limit
    if limit and not limit.left:
        raise Refused(FULL)


def _moderate(who: Standing, note: Note, hidden_at: datetime | None) -> Note | None:
    """Hide or bring back; None when someone did so already. Raises Refused."""
    fresh = _lock_note(note)
    if fresh is None or fresh.is_hidden is (hidden_at is not None):
        return None
    if not rules.may_moderate(who, fresh.lane.board):
        raise Refused(NOT_YOU)
    fresh.hidden_at = hidden_at
    fresh.save(update_fields=["hidden_at"])
    return fresh


def _show(note: Note, who: Standing) -> None:
    _push_change(note, who, fragments.note(note, who.actor.sessie.pk))


def _take_away(note: Note, who: Standing) -> None:
    _push_change(note, who, live.remove(note.dom_id))


def _push_change(note: Note, who: Standing, change: live.Fragment) -> None:
    """The change for those who may read the note, the count for all, and for whom it counts."""
    board = note.lane.board
    readers = rules.readers(board, note.author_id, who.actor.sessie.pk)
    changes = {reader: [change] for reader in readers}
    if rules.is_counted(board.kind):
        everyone = audiences.everyone(board.sessie_id)
        changes.setdefault(everyone, []).append(fragments.count(board.block, board.kind))
    for person in _concerned(board, note.author):
        own = fragments.own(board, _standing_of(person, who))
        changes.setdefault(audiences.participant(person.pk), []).extend(own)
    for audience, piece in board.kind.follows(board).items():
        changes.setdefault(audience, []).append(piece)
    for audience, pieces in changes.items():
        live.push(audience, *pieces)


def _concerned(board: Board, author: Participant | None) -> list[Participant]:
    """For whom it changes what is theirs or what is left: the author, or all of the room."""
    if board.room and rules.is_of_the_room(board.kind):
        return list(queries.people_in(board.room))
    return [author] if author else []


def _standing_of(person: Participant, who: Standing) -> Standing:
    if person == who.actor.participant:
        return who
    return queries.standing_of(Actor(person.sessie, Role.DEELNEMER, participant=person))
