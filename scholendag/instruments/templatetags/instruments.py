"""What a page of an earlier layer needs to know of the instruments."""

from django import template

from scholendag.agenda.models import Block
from scholendag.instruments.registry import instrument_called

register = template.Library()


@register.filter
def is_prepared(block: Block) -> bool:
    """The instrument of this block has a page where the coach prepares it."""
    return instrument_called(block.instrument).coach_prepares
