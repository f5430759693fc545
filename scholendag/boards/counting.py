"""How much has been put up, for those who only need the number."""

from collections.abc import Iterable, Mapping

from django.db.models import Count

from scholendag.agenda.models import Step
from scholendag.boards.models import Note


def notes_in_rooms(step: Step, rooms: Iterable[int]) -> Mapping[int, int]:
    """How many visible notes each of these rooms (by pk) has in the block of the step."""
    notes = Note.objects.filter(
        lane__board__block=step.block_id, lane__board__room__in=list(rooms), hidden_at=None
    )
    return dict(notes.values_list("lane__board__room").annotate(Count("pk")))
