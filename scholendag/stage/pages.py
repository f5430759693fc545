"""What the three pages of a running day are filled with."""

from typing import Any

from django.template.loader import render_to_string

from scholendag.agenda.models import Block, LogEntry, Progress, Step
from scholendag.agenda.queries import timetable
from scholendag.breakouts.fragments import division_context, room_context
from scholendag.instruments.declaration import Panel
from scholendag.instruments.registry import instrument_called
from scholendag.sessies.actors import Actor
from scholendag.sessies.fragments import people_context
from scholendag.sessies.models import Participant
from scholendag.stage.fragments import clock_context
from scholendag.stage.scenes import instrument_of, panel_for, progress_of, scene_for

Context = dict[str, Any]


def deelnemer_page(actor: Actor, participant: Participant) -> Context:
    """The page of one deelnemer: one thing at a time."""
    context = _common(actor)
    if step := context["step"]:
        context |= {
            "room": _room(participant, step) if step.grouping else "",
            "earlier": earlier_blocks(context["progress"]),
        }
    return context


def begeleider_page(actor: Actor) -> Context:
    """The coach's page: the agenda, the step, the people."""
    context = _common(actor)
    step = context["step"]
    steps = [row.step for block in context["timetable"] for row in block.steps]
    return context | {
        "first_step": steps[0] if steps else None,
        "last_step": steps[-1] if steps else None,
        "division": division_context(step) if step and step.grouping else None,
        "people": people_context(actor.sessie),
        "log": LogEntry.objects.filter(sessie=actor.sessie).select_related("by", "step")[:8],
    }


def scherm_page(actor: Actor) -> Context:
    """What everyone in the room may read, in large type."""
    context = _common(actor)
    step = context["step"]
    return context | {"division": division_context(step) if step and step.grouping else None}


def look_back(actor: Actor, block: Block) -> Context:
    """What remains of an earlier block, and where the group is now."""
    panel = instrument_called(block.instrument).review(block)
    return _where(actor) | {"past": block, "review": _html(panel)}


def earlier_blocks(progress: Progress) -> list[Block]:
    """The blocks before the current one that left something to look back at."""
    if progress.step is None:
        return []
    before = Block.objects.filter(
        sessie_id=progress.sessie_id, position__lt=progress.step.block.position
    )
    return [block for block in before if instrument_called(block.instrument).review(block)]


def _common(actor: Actor) -> Context:
    context = _where(actor)
    step = context["step"]
    return context | {
        "timetable": timetable(actor.sessie),
        "panel": _html(panel_for(scene_for(actor, step))) if step else "",
        "phase": _phase(step) if step else None,
        **clock_context(context["progress"]),
    }


def _where(actor: Actor) -> Context:
    progress = progress_of(actor.sessie)
    return {"actor": actor, "sessie": actor.sessie, "progress": progress, "step": progress.step}


def _room(participant: Participant, step: Step) -> str:
    return render_to_string("breakouts/_room.html", room_context(participant, step))


def _phase(step: Step) -> object:
    return instrument_of(step).phase(step.phase)


def _html(panel: Panel | None) -> str:
    return render_to_string(panel.template, dict(panel.context)) if panel else ""
