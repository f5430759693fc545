"""Adding blocks and steps to the agenda of a day, also when it runs."""

from dataclasses import replace
from datetime import time

from django.db import transaction
from django.utils.text import slugify

from scholendag.agenda import rules
from scholendag.agenda.building import build_block, build_step
from scholendag.agenda.content import MOST_BLOCKS, MOST_STEPS, BlockContent, StepContent
from scholendag.agenda.editing import fresh_block, hold, show
from scholendag.agenda.log import note_down
from scholendag.agenda.models import Block, Step
from scholendag.agenda.moving import TOO_EARLY, index_of, renumber
from scholendag.agenda.queries import steps_of
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

FULL_DAY = f"Een dag heeft hooguit {MOST_BLOCKS} blokken. Haal eerst een blok weg."
FULL_BLOCK = f"Een blok heeft hooguit {MOST_STEPS} stappen. Haal eerst een stap weg."


@transaction.atomic
def add_block(
    actor: Actor, content: BlockContent, before: Block | None, anchor: time | None = None
) -> Block:
    """A new block before another, or at the end of the day. Raises Refused."""
    reach = hold(actor)
    others = list(actor.sessie.blocks.all())
    index = index_of(before, others)
    if len(others) >= MOST_BLOCKS:
        raise Refused(FULL_DAY)
    if not rules.may_place_block(others, index, reach):
        raise Refused(TOO_EARLY)
    block = build_block(actor.sessie, len(others) + 1, _with_groups(actor, content), anchor)
    renumber([*others[:index], block, *others[index:]])
    note_down(actor, f"voegde blok {block} toe")
    show(actor.sessie)
    return block


@transaction.atomic
def add_step(actor: Actor, block: Block, content: StepContent, before: Step | None) -> Step:
    """A new step in this block, before another or at its end. Raises Refused."""
    reach = hold(actor)
    block = fresh_block(actor, block)
    others = list(block.steps.select_related("block"))
    index = index_of(before, others)
    if len(others) >= MOST_STEPS:
        raise Refused(FULL_BLOCK)
    if not rules.may_place_step(block, others, index, reach):
        raise Refused(TOO_EARLY)
    step = build_step(block, len(others) + 1, _in_groups(content, _kinds_of_groups(actor)))
    step.save()
    renumber([*others[:index], step, *others[index:]])
    note_down(actor, f"voegde stap {step} toe")
    show(actor.sessie)
    return step


def _with_groups(actor: Actor, content: BlockContent) -> BlockContent:
    kinds = _kinds_of_groups(actor)
    return replace(content, steps=tuple(_in_groups(step, kinds) for step in content.steps))


def _in_groups(step: StepContent, kinds: dict[str, str]) -> StepContent:
    """The step in groups of its own when those of that name are of another size here."""
    if kinds.get(step.division, step.grouping) == step.grouping:
        return step
    return replace(step, division=slugify(f"{step.division[:40]}-{step.grouping}"))


def _kinds_of_groups(actor: Actor) -> dict[str, str]:
    steps = steps_of(actor.sessie.pk).exclude(division="")
    return dict(steps.values_list("division", "grouping"))
