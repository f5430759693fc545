"""The coach hangs notes in another lane."""

from collections import Counter
from collections.abc import Collection

from django.db import transaction

from scholendag import live
from scholendag.boards import limits, pushes, queries, rules
from scholendag.boards.held import Held, hold
from scholendag.boards.limits import Tally
from scholendag.boards.models import Board, Lane, Note
from scholendag.boards.placing import NOT_YOU
from scholendag.boards.walls import Wall
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

FULL = "In dat vak past van deze schrijver geen post-it meer bij. Haal er daar eerst een weg."


@transaction.atomic
def move_to_lane(
    actor: Actor, wall: Wall, pks: Collection[int], lane_key: str
) -> list[live.Fragment]:
    """Hang these notes loose in the lane with this key, each on its own board. Raises Refused.

    Also then nobody has more notes in a lane than the limit lets.
    """
    held = hold(actor, wall)
    if not all(rules.may_move(held.who, board) for board in held.boards):
        raise Refused(NOT_YOU)
    moved = [note for note in held.notes(pks) if note.lane.key != lane_key]
    for note in moved:
        _hang(note, lane_key, held)
    held.move(moved, None)
    for board in {note.lane.board for note in moved}:
        pushes.push_moved(board, [note for note in moved if note.lane.board == board], held.who)
    return held.shown


def _hang(note: Note, lane_key: str, held: Held) -> None:
    board = note.lane.board
    lane = board.lanes.filter(key=lane_key).first()
    if lane is None or _is_full(lane, note, board, held):
        raise Refused(FULL)
    lane.board = board
    note.lane = lane
    note.save(update_fields=["lane"])


def _is_full(lane: Lane, note: Note, board: Board, held: Held) -> bool:
    others = list(Note.objects.filter(lane__board=board).exclude(pk=note.pk))
    own = Counter(one.lane_id for one in others if one.author_id == note.author_id)
    tally = Tally(own, Counter(one.lane_id for one in others))
    [who] = queries.standings_on(board, [held.who.actor])
    left = limits.left(board.kind, lane.pk, tally, who.people)
    return left is not None and not left.left
