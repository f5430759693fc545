"""The instruments that need nothing of their own: uitleg, pauze, check-in and verwachtingen."""

from scholendag.agenda.models import Block, Step
from scholendag.agenda.queries import timetable
from scholendag.boards.kinds import BoardKind, LaneKind, Limit, at_most
from scholendag.boards.opening import open_board
from scholendag.instruments.declaration import Instrument, Panel, Phase, Scene
from scholendag.instruments.wall import wall, wall_review, wall_yields
from scholendag.sessies.actors import Role


def _uitleg_panel(scene: Scene) -> Panel | None:
    """The programme of the day in the phase that explains it; else the prompt says it all."""
    if scene.step.phase != "programma":
        return None
    blocks = [row for row in timetable(scene.block.sessie) if not row.is_skipped]
    return Panel("instruments/_programma.html", {"blocks": blocks, "here": scene.block.pk})


UITLEG = Instrument(
    slug="uitleg",
    label="Uitleg",
    phases=(Phase("uitleg", "Luisteren", silent=True), Phase("programma", "Het programma")),
    panel=_uitleg_panel,
)


# The clock that the page shows, with the time to be back, is all there is to a break.
PAUZE = Instrument(
    slug="pauze",
    label="Pauze",
    phases=(Phase("pauze", "Pauze"),),
    panel=lambda _scene: None,
)

# The stories of a check-in are never stored: they may say more about someone than a school
# should keep. So this instrument has no board and no field.
CHECKIN = Instrument(
    slug="checkin",
    label="Check-in",
    phases=(Phase("gesprek", "In gesprek", spoken=True),),
    panel=lambda scene: (
        Panel("instruments/_checkin.html") if scene.role is Role.DEELNEMER else None
    ),
)

EXPECTATIONS = BoardKind(
    slug="verwachtingen",
    title="Wat we van vandaag hopen",
    lanes=(LaneKind("verwachtingen", "Dit hoop ik", icon="💬"),),
    open_in=frozenset({"schrijven"}),
    limits=(Limit(at_most(2)),),
    clustered_in=frozenset({"schrijven"}),
)


def _enter_expectations(step: Step) -> None:
    open_board(step.block, EXPECTATIONS)


def _review_expectations(block: Block) -> Panel | None:
    return wall_review(block, EXPECTATIONS)


VERWACHTINGEN = Instrument(
    slug="verwachtingen",
    label="Verwachtingen",
    phases=(Phase("schrijven", "Schrijven"),),
    panel=lambda scene: wall(scene, EXPECTATIONS),
    board_kinds=(EXPECTATIONS,),
    enter=_enter_expectations,
    review=_review_expectations,
    yields=lambda block: wall_yields(block, EXPECTATIONS),
)
