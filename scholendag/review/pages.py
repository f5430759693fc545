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


@dataclass(frozen=True)
class Document:
    """A day to read: what was agreed first, because that is what matters after it."""

    agreed: list[Remains]
    blocks: list[Remains]


def document_of(sessie: Sessie) -> Document:
    """What the day left, in the order of the day. No block is in both parts."""
    document = Document([], [])
    for block in Block.objects.filter(sessie=sessie).select_related("sessie"):
        instrument = instrument_called(block.instrument)
        agreed = instrument.agreed(block) if instrument.agreed else None
        panel = agreed or instrument.remains_of(block)
        if panel:
            html = render_to_string(panel.template, dict(panel.context))
            (document.agreed if agreed else document.blocks).append(Remains(block, html))
    return document
