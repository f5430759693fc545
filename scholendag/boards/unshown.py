"""Hidden rounds that never got their signal: what was written there would be seen by nobody."""

from dataclasses import dataclass

from django.db.models import Count

from scholendag.agenda.models import Block
from scholendag.boards.kinds import BoardKind, Scope, kind_called
from scholendag.boards.models import Note
from scholendag.sessies.models import Participant, Sessie


@dataclass(frozen=True)
class Unshown:
    """So many notes of the boards of this kind in this block; without a word of what they say."""

    block_id: int
    title: str
    kind: BoardKind
    notes: int


def unshown_in(sessie: Sessie) -> list[Unshown]:
    """What still waits for the signal, in the order of the day. In one query."""
    rows = (
        Note.objects.filter(
            lane__board__block__sessie=sessie, lane__board__revealed_at=None, hidden_at=None
        )
        .order_by("lane__board__block__position", "lane__board__kind_slug")
        .values_list("lane__board__block_id", "lane__board__block__title", "lane__board__kind_slug")
        .annotate(Count("pk"))
    )
    found = [Unshown(pk, title, kind_called(slug), notes) for pk, title, slug, notes in rows]
    return [one for one in found if one.kind.after_signal and one.kind.scope is not Scope.TEAM]


def is_unshown(block: Block, kind: BoardKind) -> bool:
    """Something was written on these boards, and the signal never came."""
    waiting = Note.objects.filter(lane__board__revealed_at=None, hidden_at=None)
    boards = waiting.filter(lane__board__block=block, lane__board__kind_slug=kind.slug)
    return kind.after_signal and boards.exists()


def own_unshown(block: Block, participant: Participant) -> list[Note]:
    """What this person wrote in this block and only they have seen, the first first."""
    notes = participant.notes.filter(lane__board__block=block, lane__board__revealed_at=None)
    return [
        note
        for note in notes.select_related("lane__board").order_by("pk")
        if note.lane.board.kind.after_signal
    ]
