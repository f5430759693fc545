"""From a note to something that someone watches over."""

from django.db import transaction

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.agenda.queries import current_step
from scholendag.boards.models import Note
from scholendag.breakouts.models import Room
from scholendag.live import audiences
from scholendag.retrospective import fragments, rules
from scholendag.retrospective.models import FollowUp
from scholendag.retrospective.queries import Source
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

GONE = "Deze post-it is er niet meer of is al een actie. Kies een andere."
OVER = "De terugblik is voorbij. Vraag je begeleider om deze actie erbij te zetten."


@transaction.atomic
def promote(by: Actor, block: Block, source: Source, what: str, guardian: str) -> FollowUp:
    """Make an action of a note or cluster, once. Raises Refused for whoever presses second."""
    _check_time(by, block)
    of = {"note" if isinstance(source.of, Note) else "cluster": source.of}
    # Whoever makes an action of the same waits here, and then finds it made.
    rows = type(source.of)._default_manager.select_for_update(no_key=True)
    is_there = rows.filter(pk=source.of.pk).exists()
    if not is_there or FollowUp.objects.filter(block=block, **of).exists():
        raise Refused(GONE)
    follow_up = FollowUp.objects.create(
        block=block, room=source.room, what=what, guardian=guardian, **of
    )
    _show(block, source.room)
    return follow_up


@transaction.atomic
def drop(by: Actor, follow_up: FollowUp) -> None:
    """Take the action away; the note stays. Raises Refused."""
    _check_time(by, follow_up.block)
    follow_up.delete()
    _show(follow_up.block, follow_up.room)


def _check_time(by: Actor, block: Block) -> None:
    if not rules.may_choose(by, current_step(block.sessie_id), block):
        raise Refused(OVER)


def _show(block: Block, room: Room | None) -> None:
    everyone = audiences.everyone(block.sessie_id)
    if room is None:
        live.push(everyone, fragments.agreed(block))
    else:
        live.push(everyone, fragments.closing(block))
        live.push(audiences.room(room.pk), fragments.team_agreed(block, room))
        live.refresh(audiences.room(room.pk))
    live.refresh(audiences.coaches(block.sessie_id))
