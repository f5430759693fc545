"""What the pages of those who help by a link are filled with: one task, and nothing beside it."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from scholendag.agenda.models import Block
from scholendag.agenda.queries import timetable
from scholendag.agenda.timetable import TimetableBlock
from scholendag.instruments.preparing import is_prepared_by
from scholendag.instruments.registry import all_instruments, instrument_called
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import AccessLink
from scholendag.stage.fragments import clock_context, message_context
from scholendag.stage.scenes import panel_for, progress_of, scene_for

Context = dict[str, Any]


@dataclass(frozen=True)
class Preparation:
    """A block that someone prepares, and where."""

    block: Block
    url: str


def follows_the_day(role: Role) -> bool:
    """Has something to do while the day runs, so it sees how the day goes."""
    return any(role in instrument.helped_by for instrument in all_instruments())


def rol_page(actor: Actor) -> Context:
    """The task of this role: what to prepare, and when its turn has come, what to do."""
    blocks = timetable(actor.sessie)
    context = {
        "actor": actor,
        "sessie": actor.sessie,
        "task": AccessLink.Role(actor.role).label,
        "to_prepare": _to_prepare(actor, blocks),
    }
    return context | (_day(actor, blocks) if follows_the_day(actor.role) else {})


def _to_prepare(actor: Actor, blocks: list[TimetableBlock]) -> list[Preparation]:
    if actor.sessie.is_closed:
        return []
    return [
        Preparation(row.block, reverse(url, args=[row.block.pk]))
        for row in blocks
        if is_prepared_by(actor, row.block)
        and (url := instrument_called(row.block.instrument).prepare_url)
    ]


def _day(actor: Actor, blocks: list[TimetableBlock]) -> Context:
    """The step and its clock; the panel in a step of their own, else when their turn comes."""
    progress = progress_of(actor.sessie)
    step = progress.step
    panel = None
    if step and _helps_in(actor, step.block.instrument):
        panel = panel_for(scene_for(actor, step))
    return {
        "follows": True,
        "progress": progress,
        "step": step,
        "panel": render_to_string(panel.template, dict(panel.context)) if panel else "",
        "turn": next((row for row in blocks if _is_to_come(actor, row)), None),
        **clock_context(progress),
        **message_context(progress),
    }


def _is_to_come(actor: Actor, row: TimetableBlock) -> bool:
    return _helps_in(actor, row.block.instrument) and not (row.is_done or row.is_current)


def _helps_in(actor: Actor, instrument: str) -> bool:
    return actor.role in instrument_called(instrument).helped_by
