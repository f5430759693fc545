"""Moving steps and blocks, skipping them and taking them away. What has run does not move."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from scholendag.agenda import rules
from scholendag.agenda.editing import fresh_block, fresh_step, hold, show
from scholendag.agenda.log import note_down
from scholendag.agenda.models import Block, Step
from scholendag.agenda.reach import Reach
from scholendag.agenda.written import holds_writing
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

T = TypeVar("T", Block, Step)

STEP_STAYS = "Deze stap loopt al of is geweest. Hij blijft op zijn plaats."
BLOCK_STAYS = "Dit blok loopt al of is geweest. Het blijft op zijn plaats."
TOO_EARLY = "Dat moment van de dag is al geweest. Kies een plaats na de stap die nu loopt."
CHANGED = "De agenda is intussen veranderd. Kijk waar het nu moet komen."


class Direction(IntEnum):
    """Which way something moves in the agenda."""

    EARLIER = -1
    LATER = 1


@transaction.atomic
def move_step(actor: Actor, step: Step, direction: Direction) -> None:
    """One place up or down within its block; nothing at the edge. Raises Refused."""
    reach = hold(actor)
    step = fresh_step(actor, step)
    row = _steps_in(step.block)
    index = row.index(step) + direction
    if 0 <= index < len(row):
        _place_step(actor, step, step.block, index, reach)


@transaction.atomic
def put_step(actor: Actor, step: Step, block: Block, before: Step | None) -> None:
    """To a place in this block of the same instrument: before a step, or at its end.

    Raises Refused.
    """
    reach = hold(actor)
    step, block = fresh_step(actor, step), fresh_block(actor, block)
    if block.instrument != step.block.instrument:
        raise Refused("Deze stap past niet in dat blok.")
    others = [one for one in _steps_in(block) if one != step]
    _place_step(actor, step, block, index_of(before, others), reach)


@transaction.atomic
def move_block(actor: Actor, block: Block, direction: Direction) -> None:
    """One place up or down in the day; nothing at the edge. Raises Refused."""
    reach = hold(actor)
    block = fresh_block(actor, block)
    row = list(actor.sessie.blocks.all())
    index = row.index(block) + direction
    if 0 <= index < len(row):
        _place_block(actor, block, index, reach)


@transaction.atomic
def put_block(actor: Actor, block: Block, before: Block | None) -> None:
    """To a place in the day: before another block, or at the end. Raises Refused."""
    reach = hold(actor)
    block = fresh_block(actor, block)
    others = [one for one in actor.sessie.blocks.all() if one != block]
    _place_block(actor, block, index_of(before, others), reach)


@transaction.atomic
def skip_step(actor: Actor, step: Step, skip: bool) -> None:
    """Pass by a step that did not run yet, or do it after all. Raises Refused."""
    reach = hold(actor)
    step = fresh_step(actor, step)
    if not rules.may_move(actor, step, reach):
        raise Refused("Deze stap loopt al of is geweest. Overslaan kan niet meer.")
    _skip(actor, [step], skip, str(step))


@transaction.atomic
def skip_block(actor: Actor, block: Block, skip: bool) -> None:
    """The same for whatever of a block did not run yet. Raises Refused when all of it did."""
    reach = hold(actor)
    block = fresh_block(actor, block)
    steps = [one for one in _steps_in(block) if rules.may_move(actor, one, reach)]
    if not steps:
        raise Refused("Dit blok loopt al of is geweest. Overslaan kan niet meer.")
    _skip(actor, steps, skip, str(block))


@transaction.atomic
def remove_step(actor: Actor, step: Step) -> None:
    """Take away a step that did not run yet; its block needs at least one. Raises Refused."""
    reach = hold(actor)
    step = fresh_step(actor, step)
    if not rules.may_move(actor, step, reach):
        raise Refused("Deze stap loopt al of is geweest. Hij kan niet meer weg.")
    if len(_steps_in(step.block)) == 1:
        raise Refused("Dit is de enige stap van het blok. Haal het hele blok weg.")
    step.delete()
    note_down(actor, f"haalde stap {step} weg")
    show(actor.sessie)


@transaction.atomic
def remove_block(actor: Actor, block: Block) -> None:
    """Take away a block of which nothing ran yet and nothing was written. Raises Refused."""
    reach = hold(actor)
    block = fresh_block(actor, block)
    if not rules.may_move_block(actor, _steps_in(block), reach):
        raise Refused("Dit blok loopt al of is geweest. Het kan niet meer weg.")
    if holds_writing(block):
        raise Refused(
            f"In {block} is al iets geschreven of klaargezet. Dat zou weg zijn. "
            "Sla het blok over, dan blijft het bewaard."
        )
    block.delete()
    note_down(actor, f"haalde blok {block} weg")
    show(actor.sessie)


def renumber(row: Sequence[T]) -> None:
    """Store this order."""
    for position, one in enumerate(row, start=1):
        one.position = position
    type(row[0])._default_manager.bulk_update(row, ["position"])


def _steps_in(block: Block) -> list[Step]:
    return list(block.steps.select_related("block"))


def index_of(before: T | None, others: list[T]) -> int:
    """Where what is to stand before it comes. Raises Refused when it is not there any more."""
    if before is None:
        return len(others)
    if before not in others:
        raise Refused(CHANGED)
    return others.index(before)


def _place_step(actor: Actor, step: Step, block: Block, index: int, reach: Reach) -> None:
    if not rules.may_move(actor, step, reach):
        raise Refused(STEP_STAYS)
    others = [one for one in _steps_in(block) if one != step]
    if not rules.may_place_step(block, others, index, reach):
        raise Refused(TOO_EARLY)
    left = step.block
    if left != block and len(_steps_in(left)) == 1:
        raise Refused("Dit is de enige stap van het blok. Verplaats het hele blok.")
    row = [*others[:index], step, *others[index:]]
    if row == _steps_in(block):
        return
    step.block = block
    step.save(update_fields=["block"])
    renumber(row)
    note_down(actor, f"verplaatste stap {step}")
    show(actor.sessie)


def _place_block(actor: Actor, block: Block, index: int, reach: Reach) -> None:
    if not rules.may_move_block(actor, _steps_in(block), reach):
        raise Refused(BLOCK_STAYS)
    others = [one for one in actor.sessie.blocks.all() if one != block]
    if not rules.may_place_block(others, index, reach):
        raise Refused(TOO_EARLY)
    row = [*others[:index], block, *others[index:]]
    if row == list(actor.sessie.blocks.all()):
        return
    renumber(row)
    note_down(actor, f"verplaatste blok {block}")
    show(actor.sessie)


def _skip(actor: Actor, steps: list[Step], skip: bool, what: str) -> None:
    changed = [step for step in steps if step.is_skipped != skip]
    if not changed:
        return
    for step in changed:
        step.skipped_at = timezone.now() if skip else None
    Step.objects.bulk_update(changed, ["skipped_at"])
    note_down(actor, f"slaat {what} over" if skip else f"doet {what} toch")
    show(actor.sessie)
