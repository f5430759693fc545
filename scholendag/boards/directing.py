"""What a coach says of all boards of a kind in a block at once, whatever the step says of them."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.agenda.log import note_down
from scholendag.agenda.queries import current_step
from scholendag.boards import clusters, rules
from scholendag.boards.models import Board, Note, Override
from scholendag.boards.placing import NOT_YOU
from scholendag.boards.walls import Wall
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

WRITTEN = "Er is al geschreven. Meelezen kan alleen als je dat vooraf zegt."
NO_STEP = "Er loopt nu geen stap. Dit bord is dicht tot de dag begint."
DEEDS = {
    Override.OPEN: "zette het bord “{title}” open",
    Override.CLOSED: "sloot het bord “{title}”",
    Override.FIXED: "zette het bord “{title}” vast",
    "": "liet het bord “{title}” de stap weer volgen",
}


@transaction.atomic
def override(actor: Actor, wall: Wall, to: Override | None) -> None:
    """Open or close these boards as long as the running step lasts, or fix them until that is
    lifted; None lets the step say again. Raises Refused."""
    boards = _hold(actor, wall)
    step = current_step(wall.block.sessie_id)
    if to in (Override.OPEN, Override.CLOSED) and step is None:
        raise Refused(NO_STEP)
    _say(boards, override=to or "", override_step=step if to else None)
    note_down(actor, DEEDS[to or ""].format(title=wall.kind.title), step)


@transaction.atomic
def let_cluster(actor: Actor, wall: Wall, *, everyone: bool) -> None:
    """Say whether deelnemers may put notes together too. Raises Refused."""
    _say(_hold(actor, wall), everyone_clusters=everyone)


@transaction.atomic
def read_along(actor: Actor, wall: Wall, *, reads: bool) -> None:
    """Say whether the coaches read what is written before the signal; the screens of those who
    write say so too.

    Nobody who wrote in confidence is read later: it can be said only as long as nobody wrote
    (domein.md, 7.5). To stop is always possible. Raises Refused.
    """
    if not rules.may_read_along(actor, wall.block, wall.kind):
        raise Refused(NOT_YOU)
    boards = _hold(actor, wall)
    if reads and Note.objects.filter(lane__board__in=boards).exists():
        raise Refused(WRITTEN)
    _say(boards, coach_reads_at=timezone.now() if reads else None)


def _hold(actor: Actor, wall: Wall) -> list[Board]:
    if not rules.may_direct(actor, wall.block, wall.kind):
        raise Refused(NOT_YOU)
    return clusters.hold(wall)


def _say(boards: list[Board], **said: Any) -> None:
    """Store it with every board. Every page looks different then, so each fetches its own."""
    for board in boards:
        for name, value in said.items():
            setattr(board, name, value)
        board.save(update_fields=list(said))
    for sessie in {board.sessie_id for board in boards}:
        live.refresh(audiences.everyone(sessie))
