"""The notes of a terugblik that can become actions, and those that did."""

from django.db.models import QuerySet

from scholendag.agenda.models import Block
from scholendag.boards.models import Note
from scholendag.retrospective.kinds import RETROSPECTIVE_BOARD
from scholendag.retrospective.models import FollowUp


def follow_ups(block: Block) -> QuerySet[FollowUp]:
    """The actions of this terugblik."""
    return FollowUp.objects.filter(block=block)


def promotable(block: Block) -> QuerySet[Note]:
    """The visible notes of this terugblik that are not an action yet."""
    return Note.objects.filter(
        lane__board__block=block,
        lane__board__kind_slug=RETROSPECTIVE_BOARD.slug,
        hidden_at=None,
        follow_ups=None,
    )
