"""From a note to something that someone watches over."""

from django.db import transaction

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards.models import Note
from scholendag.live import audiences
from scholendag.retrospective import fragments
from scholendag.retrospective.models import FollowUp


@transaction.atomic
def promote(block: Block, note: Note, what: str, guardian: str) -> FollowUp:
    """Make an action of a note, once: whoever presses second gets the action of the first."""
    follow_up, _ = FollowUp.objects.get_or_create(
        block=block, note=note, defaults={"what": what, "guardian": guardian}
    )
    _show(block)
    return follow_up


@transaction.atomic
def drop(follow_up: FollowUp) -> None:
    """Take the action away; the note stays."""
    follow_up.delete()
    _show(follow_up.block)


def _show(block: Block) -> None:
    live.push(audiences.everyone(block.sessie_id), fragments.agreed(block))
    live.refresh(audiences.coaches(block.sessie_id))
