"""From someone who looks to what there is to see: the step that runs now, and their room in it."""

from scholendag.agenda.models import Progress, Step
from scholendag.breakouts.queries import room_of
from scholendag.instruments.declaration import Instrument, Panel, Scene
from scholendag.instruments.registry import instrument_called
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie


def progress_of(sessie: Sessie) -> Progress:
    """Where the sessie is now, with its step and block at hand."""
    return Progress.objects.select_related("sessie", "step", "step__block").get(sessie=sessie)


def scene_for(actor: Actor, step: Step, *, together: bool = False) -> Scene:
    """The step as this actor sees it; `together` when everyone came back from the rooms."""
    room = room_of(actor.participant, step) if actor.participant and not together else None
    return Scene(step=step, actor=actor, room=room)


def panel_for(scene: Scene) -> Panel | None:
    """What the instrument of the step shows to this actor."""
    return instrument_of(scene.step).panel(scene)


def instrument_of(step: Step) -> Instrument:
    """The instrument of the step's block. Raises KeyError for one that is not installed."""
    return instrument_called(step.block.instrument)
