"""What remains of a sessie: of each block what its instrument keeps, without authors."""

from dataclasses import dataclass

from django.template.loader import render_to_string

from scholendag.agenda.models import Block
from scholendag.instruments.registry import instrument_called
from scholendag.sessies.models import Sessie


@dataclass(frozen=True)
class Remains:
    """A block and what is left of it, as HTML of its instrument."""

    block: Block
    html: str


def remains_of(sessie: Sessie) -> list[Remains]:
    """The blocks that left something, in the order of the day."""
    blocks = Block.objects.filter(sessie=sessie).select_related("sessie")
    return [remains for block in blocks if (remains := _remains(block))]


def _remains(block: Block) -> Remains | None:
    panel = instrument_called(block.instrument).remains_of(block)
    if panel is None:
        return None
    return Remains(block, render_to_string(panel.template, dict(panel.context)))
