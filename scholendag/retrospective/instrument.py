"""The terugblik: what you take along, what you still ask, your first step; then one or two
actions that someone watches over."""

from scholendag.agenda.models import Block, Step
from scholendag.boards.fragments import board_context
from scholendag.boards.opening import open_board
from scholendag.instruments.declaration import Instrument, Panel, Phase, Scene
from scholendag.instruments.wall import wall_review
from scholendag.retrospective.forms import PromoteForm
from scholendag.retrospective.fragments import agreed_context
from scholendag.retrospective.kinds import RETROSPECTIVE_BOARD
from scholendag.sessies.actors import Role

TALKING = ("bespreken", "afsluiten")


def enter(step: Step) -> None:
    """Make the board."""
    open_board(step.block, RETROSPECTIVE_BOARD)


def panel(scene: Scene) -> Panel | None:
    """The board, the actions, and for the coach the form that makes them."""
    if scene.step.phase == "uitleg":
        return Panel("retrospective/_uitleg.html")
    board = open_board(scene.block, RETROSPECTIVE_BOARD)
    context = {
        **board_context(board, scene.actor),
        **agreed_context(scene.block),
        "talking": scene.step.phase in TALKING,
        "form": PromoteForm(block=scene.block) if scene.role is Role.BEGELEIDER else None,
    }
    return Panel("retrospective/_panel.html", context)


def review(block: Block) -> Panel | None:
    """The board without authors, and the actions."""
    walls = wall_review(block, RETROSPECTIVE_BOARD)
    if walls is None:
        return None
    return Panel("retrospective/_review.html", {**walls.context, **agreed_context(block)})


INSTRUMENT = Instrument(
    slug="retrospective",
    label="Terugblik",
    phases=(
        Phase("uitleg", "Uitleg", silent=True),
        Phase("plakken", "Plakken"),
        Phase("bespreken", "Bespreken"),
        Phase("afsluiten", "Afsluiten"),
    ),
    panel=panel,
    board_kinds=(RETROSPECTIVE_BOARD,),
    enter=enter,
    review=review,
    builds_on=("verwachtingen",),
)
