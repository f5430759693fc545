"""What people do with the notes on a board. Whoever writes on one board waits for its row."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.agenda.models import Block
from scholendag.boards import (
    cluster_fragments,
    fragments,
    pushes,
    queries,
    rules,
    voting_pushes,
)
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Board, Note
from scholendag.boards.placing import CLOSED, NOT_YOU
from scholendag.boards.rules import Standing
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

STAYS = "Dit bord is nu dicht. Je kunt deze post-it niet meer weghalen."
HAS_DOTS = "Op deze post-it is gestemd. Daarom blijft hij hangen."
VOTING = "Er wordt nu gestemd. Daarna kun je deze post-it weer wijzigen of weghalen."
GONE = "Deze post-it is er niet meer. Je hebt je tekst nog."
CHANGED = "Iemand heeft deze post-it net veranderd in"
CHANGE_IT = "Wil je toch jouw tekst? Druk nog eens op Bewaar."


@transaction.atomic
def edit_note(actor: Actor, note: Note, text: str, seen: str | None = None) -> None:
    """Change one's own note to a checked text, or as a coach anyone's; that stands in the log.

    Raises Refused when it cannot be changed any more, or when it was `seen` with another text than
    it has now: what a coach corrected does not come back unnoticed.
    """
    who, fresh = queries.standing_of(actor), _lock_note(note)
    if fresh is None:
        raise Refused(GONE)
    if not rules.may_change(who, fresh):
        _check_corrects(who, fresh)
    if seen is not None and fresh.text not in (seen, text):
        raise Refused(f"{CHANGED} “{fresh.text}”. {CHANGE_IT}")
    fresh.text, fresh.edited_at = text, timezone.now()
    fresh.save(update_fields=["text", "edited_at"])
    (_show_coaches if fresh.is_hidden else _show)(fresh, who)


@transaction.atomic
def take_back(actor: Actor, note: Note) -> Note | None:
    """Delete one's own note. Raises Refused when that cannot be any more.

    Gives the note as it was, for putting it back (`undo.py`); None when it was gone already.
    """
    who, fresh = queries.standing_of(actor), _lock_note(note)
    if fresh is None:
        return None
    if not rules.may_change(who, fresh):
        raise Refused(VOTING if rules.is_voted_on(fresh.lane.board) else STAYS)
    if fresh.dots.exists():
        raise Refused(HAS_DOTS)
    if attached := fresh.lane.board.kind.attached:
        fresh.attached = attached.read(fresh)
    Note.objects.filter(pk=fresh.pk).delete()
    _take_away(fresh, who)
    if fresh.cluster and fresh.cluster.pk is None:
        fresh.cluster = None  # it went with its last note
    return fresh


@transaction.atomic
def hide(actor: Actor, note: Note) -> None:
    """Take a note off everyone's board; coaches still see it and can bring it back."""
    who = queries.standing_of(actor)
    fresh = _moderate(who, note, hidden_at=timezone.now())
    if fresh:
        _take_away(fresh, who)
        _show_coaches(fresh, who)


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
    boards = list(queries.lock_boards(block=block, kind_slug=kind.slug, revealed_at=None))
    if not boards:
        return
    for board in boards:
        board.revealed_at = timezone.now()
    Board.objects.bulk_update(boards, ["revealed_at"])
    for board in {board.team_id: board for board in boards}.values():
        for audience in rules.readers(board, None, block.sessie_id):
            live.push(audience, *fragments.lists(block, kind, board.team_id))
    note_down(actor, f"toonde alles op het bord “{kind.title}”")
    live.refresh(audiences.everyone(block.sessie_id))


def _check_corrects(who: Standing, note: Note) -> None:
    if not rules.may_correct(who, note):
        raise Refused(VOTING if rules.is_voted_on(note.lane.board) else CLOSED)
    note_down(who.actor, f"verbeterde een post-it op het bord “{note.lane.board.kind.title}”")


def _lock_note(note: Note) -> Note | None:
    """The note as it is while its board is ours; None when it has been taken back."""
    queries.lock_boards(pk=note.lane.board_id).get()
    return queries.all_notes().filter(pk=note.pk).first()


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
    _push(note, who, fragments.note(note, who.step))


def _show_coaches(note: Note, who: Standing) -> None:
    """What they hid, for coaches alone."""
    for sessie in {note.lane.board.sessie_id, who.actor.sessie.pk}:
        shown = fragments.note(note, who.step, for_coaches=True)
        live.push(audiences.coaches(sessie), shown)


def _take_away(note: Note, who: Standing) -> None:
    _push(note, who, live.remove(note.dom_id))


def _push(note: Note, who: Standing, change: live.Fragment) -> None:
    changes = [(note, change)]
    if note.cluster:
        changes.append((note, cluster_fragments.after_change(note.cluster)))
    pushes.push(note.lane.board, who.actor.sessie.pk, changes, [who])
    voting_pushes.push_changed(note)
