"""Placing ideas on the matrix. Whoever does waits for the board; the last one decides."""

from django.db import transaction

from scholendag import live
from scholendag.boards import fragments, plane_rules, queries, rules
from scholendag.boards.models import Note
from scholendag.boards.planes import Spot
from scholendag.impactmatrix.models import Placement
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

VOTING = "Er wordt nu gestemd. Sluit eerst het stemmen."
NOT_NOW = "Je kunt de post-its nu niet verplaatsen."
GONE = "Deze post-it is er niet meer. Kijk nog eens op het bord."


@transaction.atomic
def place(actor: Actor, note: Note, spot: Spot | None) -> None:
    """Put an idea somewhere on the matrix, or beside it again for None. Raises Refused."""
    board = queries.lock_boards(pk=note.lane.board_id).get()
    who = queries.standing_of(actor)
    if rules.is_voted_on(board):
        raise Refused(VOTING)
    if not plane_rules.may_place(who, board):
        raise Refused(NOT_NOW)
    fresh = queries.all_notes().filter(pk=note.pk, hidden_at=None).first()
    if fresh is None:
        raise Refused(GONE)
    if spot is None:
        Placement.objects.filter(note=fresh).delete()
    else:
        place = {"impact": spot.y, "feasibility": spot.x}
        Placement.objects.update_or_create(note=fresh, defaults=place)
    live.push(audiences.everyone(board.sessie_id), fragments.note(fresh, who.step))
