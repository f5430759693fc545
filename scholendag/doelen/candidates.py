"""What was carried here from earlier blocks, for a team to choose its improvement from."""

from typing import Any

from scholendag.agenda.models import Block
from scholendag.boards.chain import carried_to
from scholendag.boards.kinds import BoardKind, LaneKind

# Only a place for what is carried on: no board is made of it, so nobody writes on it.
CANDIDATES = BoardKind(
    slug="verbeteringen",
    title="Meegenomen uit eerdere blokken",
    lanes=(LaneKind("keuze", "Meegenomen uit eerdere blokken"),),
    open_in=frozenset({"verbetering"}),
    takes=True,
)


def candidates_context(block: Block) -> dict[str, Any]:
    """What `doelen/_candidates.html` and `doelen/_carried.html` are filled with."""
    return {
        "candidates": carried_to(block, CANDIDATES),
        "refusal_id": CANDIDATES.refusal_id(block.pk),
    }
