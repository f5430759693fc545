"""What each role sees of the data wall, phase by phase."""

from typing import Any

from scholendag.agenda.models import Block, Step
from scholendag.boards.counting import ready
from scholendag.boards.fragments import board_context, gathered_context
from scholendag.boards.opening import open_board, open_rooms
from scholendag.boards.unshown import is_unshown
from scholendag.breakouts.models import Room
from scholendag.datamuur import fragments, queries, rules
from scholendag.datamuur.kinds import HARVEST
from scholendag.instruments.declaration import Panel, Scene
from scholendag.sessies.actors import Actor, Role

Context = dict[str, Any]
CHOOSING = ("kiezen", "opbrengst")
IN_ROOMS = ("lezen", "bespreken", "kiezen")


def enter(step: Step) -> None:
    """Give every room its board, as far as there are rooms by now."""
    if step.phase in CHOOSING:
        open_rooms(step.block, HARVEST, queries.rooms_at(step.block))


def panel(scene: Scene) -> Panel:
    """The step of the data wall as this role sees it."""
    if scene.step.phase == "opbrengst":
        return Panel("datamuur/_opbrengst.html", _gathered(scene))
    if scene.step.phase in IN_ROOMS and scene.role is Role.SCHERM:
        return Panel("datamuur/_guiding.html", _common(scene.block))
    return Panel(f"datamuur/_{scene.step.phase}.html", _common(scene.block) | _own(scene))


def review(block: Block) -> Panel | None:
    """The cards, and after the signal what the rooms chose; or that it was never shown."""
    cards = list(queries.cards_of(block))
    harvest = gathered_context(block, HARVEST, Actor(block.sessie, Role.SCHOOLLEIDER))["view"]
    is_there = any(lane.has_notes for lane in harvest.lanes) or is_unshown(block, HARVEST)
    if not cards and not is_there:
        return None
    return Panel("datamuur/_review.html", {"cards": cards, "view": harvest if is_there else None})


def _common(block: Block) -> Context:
    return {
        "block": block,
        "cards": queries.cards_of(block),
        "guiding": queries.guiding_questions(block),
    }


def _own(scene: Scene) -> Context:
    """What is only for the coach, or only for those in this room."""
    context: Context = {"role": scene.role}
    if scene.role is Role.BEGELEIDER and scene.step.phase == "kiezen":
        context |= _progress(scene.block)
    if scene.room and scene.step.phase in ("bespreken", "kiezen"):
        context |= _notes(scene, scene.room)
    if scene.room and scene.step.phase == "kiezen":
        board = open_board(scene.block, HARVEST, room=scene.room)
        context |= board_context(board, scene.actor) | fragments.balance_context(board)
    return context


def _progress(block: Block) -> Context:
    """How far the rooms are; also those whose groups were fixed after the step began."""
    open_rooms(block, HARVEST, queries.rooms_at(block))
    return fragments.rooms_context(block) | {"ready": ready(block, HARVEST)}


def _notes(scene: Scene, room: Room) -> Context:
    notes = queries.notes_of(scene.block, room)
    writes = rules.may_write_notes(scene.actor, room, scene.block)
    return {"notes": notes, "writes": writes}


def _gathered(scene: Scene) -> Context:
    context: Context = {"role": scene.role, "block": scene.block}
    if scene.role is Role.BEGELEIDER:
        context |= _progress(scene.block)
    return context | gathered_context(scene.block, HARVEST, scene.actor)
