"""The inspiratieverhaal: the schoolleider tells, the team listens, then answers on a signal.

Two rounds, each hidden until the coach's sign, so that nobody writes after somebody else: first
what touched you, then what you would ask or add. Who tells prepares it for themselves alone.
"""

from scholendag.agenda.models import Step
from scholendag.boards.kinds import BoardKind, LaneKind, Limit, at_most
from scholendag.boards.opening import open_board
from scholendag.inspiratieverhaal.checks import checks
from scholendag.inspiratieverhaal.panels import listening, silence
from scholendag.inspiratieverhaal.rules import wrong_settings
from scholendag.instruments.declaration import Instrument, Panel, Phase, Scene
from scholendag.instruments.wall import wall, wall_review, wall_yields
from scholendag.sessies.actors import Role

TOUCHED = BoardKind(
    slug="geraakt",
    title="Wat raakte je?",
    lanes=(LaneKind("geraakt", "Wat raakte je?", colour="pink", icon="❤️"),),
    open_in=frozenset({"geraakt"}),
    limits=(Limit(at_most(1)),),
    after_signal=True,
    clustered_in=frozenset({"geraakt"}),
    pile="thema",
)
QUESTIONS = BoardKind(
    slug="vragen-bij-verhaal",
    title="Wat wil je vragen of toevoegen?",
    lanes=(LaneKind("vragen", "Wat wil je vragen of toevoegen?", colour="blue", icon="❓"),),
    open_in=frozenset({"vragen"}),
    limits=(Limit(at_most(2)),),
    after_signal=True,
    clustered_in=frozenset({"vragen"}),
    pile="thema",
)
ROUNDS = {"geraakt": TOUCHED, "vragen": QUESTIONS}


def enter(step: Step) -> None:
    """Make the board of the round that starts."""
    if kind := ROUNDS.get(step.phase):
        open_board(step.block, kind)


def panel(scene: Scene) -> Panel | None:
    """The round's board, after a silence for the first, or the listening screen before it."""
    if kind := ROUNDS.get(scene.step.phase):
        return silence(scene) or wall(scene, kind)
    return listening(scene)


INSTRUMENT = Instrument(
    slug="inspiratieverhaal",
    label="Inspiratieverhaal",
    phases=(
        Phase("uitleg", "Uitleg", silent=True),
        Phase("luisteren", "Luisteren", silent=True),
        Phase("geraakt", "Ronde 1"),
        Phase("vragen", "Ronde 2"),
    ),
    panel=panel,
    board_kinds=(TOUCHED, QUESTIONS),
    enter=enter,
    review=lambda block: wall_review(block, TOUCHED, QUESTIONS),
    # Nothing is copied: what somebody prepared to tell is of that person, and of this day.
    prepare_url="inspiratieverhaal:prepare",
    prepared_by=frozenset({Role.VERTELLER}),
    helped_by=frozenset({Role.VERTELLER}),
    private=True,
    checks=checks,
    wrong_settings=wrong_settings,
    yields=lambda block: wall_yields(block, TOUCHED, QUESTIONS),
)
