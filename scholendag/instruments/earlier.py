"""The chain of yields: which earlier blocks a block goes on from, and what they left for it.

Instruments never know each other: each names those it builds on, and the registry finds them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from scholendag.agenda.models import Block, Step
from scholendag.instruments.declaration import Panel
from scholendag.instruments.registry import instrument_called


@dataclass(frozen=True)
class Yield:
    """An earlier block, and what of it is taken along."""

    block: Block
    panel: Panel


def earlier_for(block: Block) -> list[Block]:
    """The earlier blocks that this one builds on, in the order of the day; in one query, and in
    none for a block that builds on nothing. What the day passes by is not among them."""
    sources = instrument_called(block.instrument).builds_on
    if not sources:
        return []
    runs = Exists(Step.objects.filter(block=OuterRef("pk"), skipped_at=None))
    before = Block.objects.filter(
        runs, sessie=block.sessie_id, position__lt=block.position, instrument__in=sources
    )
    return list(before.select_related("sessie"))


def yields_for(block: Block) -> Iterator[Yield]:
    """What these blocks left; those that left nothing are not among them."""
    for earlier in earlier_for(block):
        panel = instrument_called(earlier.instrument).yields_of(earlier)
        if panel:
            yield Yield(earlier, panel)
