"""The impactmatrix: write down ideas, see what each does for pupils and how feasible it is, and
choose."""

from scholendag.agenda.models import Step
from scholendag.boards.opening import open_board
from scholendag.impactmatrix.kinds import BOARD
from scholendag.instruments.declaration import Instrument, Phase
from scholendag.instruments.wall import wall, wall_review


def enter(step: Step) -> None:
    """Make the board."""
    open_board(step.block, BOARD)


INSTRUMENT = Instrument(
    slug="impactmatrix",
    label="Impactmatrix",
    phases=(
        Phase("plakken", "Ideeën plakken"),
        Phase("plaatsen", "Ideeën plaatsen"),
        Phase("kiezen", "Bekijken en kiezen"),
    ),
    panel=lambda scene: wall(scene, BOARD),
    board_kinds=(BOARD,),
    enter=enter,
    review=lambda block: wall_review(block, BOARD),
)
