"""The werksessie: in duos, ten minutes thinking along with one, then ten with the other.

When the number is odd there is one trio; they divide the same twenty minutes by three.
"""

from scholendag.agenda.models import Block
from scholendag.instruments.declaration import Instrument, Panel, Phase, Scene
from scholendag.sessies.actors import Role
from scholendag.werksessie import queries

ROUNDS = {"ronde-a": 0, "ronde-b": 1}
TRIO = 3


def panel(scene: Scene) -> Panel | None:
    """The forms of your room; for the coach how far the rooms are; in `delen` what is shared."""
    if scene.step.phase == "uitleg":
        return Panel("werksessie/_uitleg.html")
    if scene.step.phase in ROUNDS and scene.role is Role.DEELNEMER:
        return _room_panel(scene)
    return Panel("werksessie/_overview.html", _overview(scene))


def _room_panel(scene: Scene) -> Panel | None:
    if scene.room is None:
        return None
    plans = queries.plans_of(scene.block, scene.room)
    turn = ROUNDS[scene.step.phase]
    return Panel(
        "werksessie/_room.html",
        {
            "is_trio": len(plans) == TRIO,
            "writes": scene.room.writer == scene.actor.participant,
            "sheets": [
                {"plan": plan, "is_turn": index == turn} for index, plan in enumerate(plans)
            ],
            "me": scene.actor.participant,
        },
    )


def _overview(scene: Scene) -> dict[str, object]:
    """How far everyone is and what is shared; for a deelnemer also what is theirs to share."""
    started, shared = queries.plan_counts(scene.block)
    me = scene.actor.participant
    own = queries.plan_by(scene.block, me) if me else None
    counts = {"started": started, "shared": shared}
    return {**_shared(scene.block), **counts, "role": scene.role, "own": own}


def review(block: Block) -> Panel | None:
    """The lesson plans that their makers shared with everyone."""
    context = _shared(block)
    return Panel("werksessie/_shared.html", context) if context["plans"] else None


def _shared(block: Block) -> dict[str, object]:
    return {"block": block, "plans": list(queries.shared_plans(block))}


INSTRUMENT = Instrument(
    slug="werksessie",
    label="Werksessie",
    phases=(
        Phase("uitleg", "Uitleg", silent=True),
        Phase("ronde-a", "Ronde 1"),
        Phase("ronde-b", "Ronde 2"),
        Phase("delen", "Delen"),
    ),
    panel=panel,
    review=review,
    builds_on=("doelen",),
)
