"""Putting back a note that was just taken back.

Taken back is deleted: no text stays behind in the database. All that is needed to put it back
stands in the button on the page of who took it away, signed, and what comes back is checked as if
it were new.
"""

import uuid
from collections import Counter
from datetime import datetime

from django.core import signing
from django.db import transaction

from scholendag.boards import cluster_fragments, fragments, limits, pushes, queries, rules
from scholendag.boards.limits import Tally
from scholendag.boards.models import Board, Cluster, Note
from scholendag.boards.placing import CLOSED, FULL, NOT_YOU
from scholendag.boards.rules import Standing
from scholendag.boards.spots import lay
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused

SALT = "boards.undo"
AN_HOUR = 3600


def pack(note: Note) -> str:
    """The note, for whoever took it back and nobody else. Its text can be read in it."""
    kept = {
        "pk": note.pk,
        "lane": note.lane_id,
        "cluster": note.cluster_id,
        "author": note.author_id,
        "text": note.text,
        "client_id": str(note.client_id),
        "edited_at": note.edited_at and note.edited_at.isoformat(),
        "attached": note.attached,
    }
    return signing.dumps(kept, salt=SALT, compress=True)


def unpack(packed: str) -> Note | None:
    """The note, not stored. None when it was packed over an hour ago, or by nobody of ours."""
    try:
        kept = signing.loads(packed, salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature:
        return None
    lane = queries.all_lanes().filter(pk=kept["lane"]).first()
    if lane is None:
        return None
    note = Note(
        pk=kept["pk"],
        lane=lane,
        cluster_id=kept["cluster"],
        author=Participant.objects.filter(pk=kept["author"]).first(),
        text=kept["text"],
        client_id=uuid.UUID(kept["client_id"]),
        edited_at=kept["edited_at"] and datetime.fromisoformat(kept["edited_at"]),
    )
    note.attached = kept["attached"]
    return note


@transaction.atomic
def put_back(actor: Actor, note: Note) -> Note:
    """Put an unpacked note back in its lane and, if it is still there, its cluster, with what was
    kept with it. Pressed twice it comes back once. Raises Refused."""
    board = queries.lock_boards(pk=note.lane.board_id).get()
    if there := queries.all_notes().filter(pk=note.pk).first():
        return there
    [who] = queries.standings_on(board, [actor])
    note.lane.board = board
    # Somebody may have taken the cluster apart before the board was ours.
    if note.cluster_id:
        note.cluster = Cluster.objects.filter(pk=note.cluster_id).first()
    _check(who, board, note)
    if Note.objects.filter(client_id=note.client_id).exists():
        note.client_id = uuid.uuid4()
    note.save(force_insert=True)
    if board.kind.attached and note.attached:
        board.kind.attached.restore(note, note.attached)
        lay([note])
    shown = fragments.note(note, who.step)
    changes = [(note, shown)]
    if note.cluster:
        changes.append((note, cluster_fragments.head(note.cluster)))
    pushes.push(board, actor.sessie.pk, changes, [who])
    return note


def _check(who: Standing, board: Board, note: Note) -> None:
    """Raises Refused when who took it back could not have it here now."""
    if not rules.is_mine(who, note):
        raise Refused(NOT_YOU)
    if not rules.may_change(who, note):
        raise Refused(CLOSED)
    notes = queries.notes_that_count(board, [who])
    own = (one.lane_id for one in notes if one.author_id == note.author_id)
    tally = Tally(Counter(own), Counter(one.lane_id for one in notes))
    left = limits.left(board.kind, note.lane_id, tally, who.people)
    if left and not left.left:
        raise Refused(FULL)
