"""Rows of an agenda made from what a programme says."""

from datetime import time

from scholendag.agenda.content import BlockContent, StepContent
from scholendag.agenda.models import Block, Step
from scholendag.sessies.models import Sessie


def build_block(
    sessie: Sessie, position: int, content: BlockContent, anchor: time | None = None
) -> Block:
    """A block with its steps, stored; it begins at the clock time of its anchor, if it has one."""
    block = Block.objects.create(
        sessie=sessie,
        position=position,
        title=content.title,
        instrument=content.instrument,
        settings=content.settings,
        anchor=anchor,
    )
    Step.objects.bulk_create(
        build_step(block, place, step) for place, step in enumerate(content.steps, start=1)
    )
    return block


def build_step(block: Block, position: int, content: StepContent) -> Step:
    """A step of this block, not yet stored."""
    return Step(block=block, position=position, **vars(content))
