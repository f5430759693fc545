"""What of a story has to be ready before the day starts. Only that it is, never what it says."""

from collections.abc import Iterator

from django.urls import reverse

from scholendag.agenda.models import Block
from scholendag.inspiratieverhaal.queries import ready_tellers, tellers
from scholendag.instruments.checks import Check, found


def checks(block: Block) -> Iterator[Check]:
    """Someone who tells said that the story is ready."""
    ready = ready_tellers(block)
    url = reverse("sessies:share", args=[block.sessie_id])
    yield found(f"Verhaal voor {block.title}", _detail(block, ready), url, good=bool(ready))


def _detail(block: Block, ready: list[str]) -> str:
    if ready:
        return f"{' en '.join(ready)}: klaar. Alleen de verteller leest de voorbereiding."
    if tellers(block.sessie):
        return "De verteller is nog niet klaar."
    return "Geef de schoolleider een link als verteller. Daarmee bereidt die het verhaal voor."
