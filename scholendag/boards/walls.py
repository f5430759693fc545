"""All boards of one kind in a block, as one: that is how the coach speaks of them."""

from dataclasses import dataclass

from scholendag.agenda.models import Block
from scholendag.boards.kinds import BoardKind


@dataclass(frozen=True)
class Wall:
    """The boards of a kind in a block: one for everyone, or one for each room."""

    block: Block
    kind: BoardKind
