"""A board as the whole of an instrument's panel: what most instruments of the day need."""

from scholendag.agenda.models import Block
from scholendag.boards.fragments import board_context
from scholendag.boards.kinds import BoardKind
from scholendag.boards.opening import open_board
from scholendag.boards.queries import board_of
from scholendag.boards.yields import yields_of
from scholendag.instruments.declaration import Panel, Scene
from scholendag.sessies.actors import Actor, Role


def wall(scene: Scene, kind: BoardKind) -> Panel:
    """The block's one board of this kind, as the actor of the scene may see it."""
    return Panel(
        "instruments/_wall.html", board_context(open_board(scene.block, kind), scene.actor)
    )


def wall_review(block: Block, *kinds: BoardKind) -> Panel | None:
    """What remains of the block's boards of these kinds, without authors; None without boards."""
    reader = Actor(block.sessie, Role.SCHOOLLEIDER)
    boards = [board for kind in kinds if (board := board_of(block, kind.slug))]
    if not boards:
        return None
    walls = [board_context(board, reader)["view"] for board in boards]
    return Panel("instruments/_walls.html", {"walls": walls})


def wall_yields(block: Block, *kinds: BoardKind) -> Panel | None:
    """What of the block's boards of these kinds is taken along; None for nothing."""
    lanes = yields_of(block, *kinds)
    return Panel("instruments/_yields.html", {"lanes": lanes}) if lanes else None
