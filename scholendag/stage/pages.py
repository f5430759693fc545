"""What the three pages of a running day are filled with."""

from collections.abc import Iterable
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from scholendag.agenda.desk import desk_context
from scholendag.agenda.log import FEW, MOST, lines, log_of
from scholendag.agenda.models import Block, Progress, Step
from scholendag.agenda.queries import timetable
from scholendag.boards.unshown import own_unshown, unshown_in
from scholendag.breakouts.fragments import division_context, room_context
from scholendag.breakouts.now_fragments import now_context
from scholendag.breakouts.own_place import place_context
from scholendag.instruments.declaration import Panel
from scholendag.instruments.registry import instrument_called
from scholendag.sessies.actors import Actor
from scholendag.sessies.fragments import people_context
from scholendag.sessies.models import Participant
from scholendag.stage.chain import chain_of
from scholendag.stage.fragments import clock_context, message_context
from scholendag.stage.scenes import instrument_of, panel_for, progress_of, scene_for

Context = dict[str, Any]


def deelnemer_page(actor: Actor, participant: Participant, progress: Progress) -> Context:
    """The page of one deelnemer: one thing at a time, and before the start the whole day."""
    context = _common(actor, progress)
    step = progress.step
    if progress.ended_at:
        return context | {"earlier": _left_behind(actor.sessie.blocks.all())}
    if step is None:
        return context | {"timetable": timetable(actor.sessie)}
    return context | {
        "room": _room(participant, step) if step.grouping and not progress.is_back else "",
        "earlier": earlier_blocks(step),
        "chain": chain_of(step, actor),
    }


def begeleider_page(actor: Actor) -> Context:
    """The coach's page: the agenda, the step, the people."""
    progress = progress_of(actor.sessie)
    step = progress.step
    desk = desk_context(actor.sessie, progress)
    steps = [row.step for block in desk["timetable"] for row in block.steps]
    shown = [one for one in steps if not one.is_skipped or one == step]
    return _common(actor, progress) | {
        **desk,
        "first_step": shown[0] if shown else None,
        "last_step": shown[-1] if shown else None,
        "division": division_context(step) if step and step.grouping else None,
        "rooms_now": now_context(actor.sessie.pk),
        "chain": chain_of(step, actor) if step else None,
        "people": people_context(actor.sessie),
        "unshown": [] if progress.ended_at else unshown_in(actor.sessie),
        "log": lines(log_of(actor.sessie)[: FEW + 1], steps),
    }


def log_page(actor: Actor) -> Context:
    """All that happened, for the coaches."""
    progress = progress_of(actor.sessie)
    desk = desk_context(actor.sessie, progress)
    steps = [row.step for block in desk["timetable"] for row in block.steps]
    return {
        **desk,
        "actor": actor,
        "sessie": actor.sessie,
        "progress": progress,
        "log": lines(log_of(actor.sessie)[:MOST], steps),
    }


def scherm_page(actor: Actor) -> Context:
    """What everyone in the room may read, in large type."""
    progress = progress_of(actor.sessie)
    step = progress.step
    in_groups = step and step.grouping and not progress.is_back
    return _common(actor, progress) | {"division": _groups(step) if in_groups and step else None}


def look_back(actor: Actor, block: Block) -> Context:
    """What remains of an earlier block, and where the group is now."""
    panel = instrument_called(block.instrument).remains_of(block)
    own = own_unshown(block, actor.participant) if actor.participant else []
    return _where(actor, progress_of(actor.sessie)) | {
        "past": block,
        "review": _html(panel),
        "own": own,
    }


def earlier_blocks(step: Step) -> list[Block]:
    """The blocks before this step's that can be looked back at."""
    here = step.block
    before = Block.objects.filter(sessie=here.sessie_id, position__lt=here.position)
    return _left_behind(before)


def _left_behind(blocks: Iterable[Block]) -> list[Block]:
    return [block for block in blocks if instrument_called(block.instrument).leaves_something]


def _common(actor: Actor, progress: Progress) -> Context:
    step = progress.step
    return _where(actor, progress) | {
        "panel": _html(panel_for(scene_for(actor, step, together=progress.is_back)))
        if step
        else "",
        "phase": _phase(step) if step else None,
        **clock_context(progress),
    }


def _where(actor: Actor, progress: Progress) -> Context:
    here = {"actor": actor, "sessie": actor.sessie, "progress": progress, "step": progress.step}
    return here | message_context(progress)


def _groups(step: Step) -> Context | None:
    context = division_context(step)
    division = context["division"]
    is_fixed = division is not None and division.is_fixed
    return context if is_fixed or instrument_of(step).waits_for_groups(step) else None


def _room(participant: Participant, step: Step) -> str:
    context = room_context(participant, step)
    has_groups = context["room"] or context["is_fixed"]
    if not has_groups and not instrument_of(step).waits_for_groups(step):
        return ""
    place = place_context(participant, step, context["room"])
    room = render_to_string("breakouts/_room.html", context)
    return mark_safe(room + render_to_string("breakouts/_own_place.html", place))  # noqa: S308


def _phase(step: Step) -> object:
    return instrument_of(step).phase(step.phase)


def _html(panel: Panel | None) -> str:
    return render_to_string(panel.template, dict(panel.context)) if panel else ""
