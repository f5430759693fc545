"""What of a data wall is pushed: the notes of a room, and to the coach how far the rooms are."""

from typing import Any

from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards.models import Board
from scholendag.breakouts.models import Room
from scholendag.datamuur.queries import empty_lanes, harvests, notes_of


def notes(block: Block, room: Room) -> live.Fragment:
    """The notes as the others in the room read them. For that room alone."""
    return live.replace(notes_of(block, room).dom_id, lambda: _render_notes(block, room))


def notes_field(block: Block, room: Room) -> live.Fragment:
    """The notes as their writer types them, for every device of the writer."""
    return live.replace(
        f"{notes_of(block, room).dom_id}-veld",
        lambda: render_to_string("datamuur/_notes_field.html", {"notes": notes_of(block, room)}),
    )


def saved(block: Block, room: Room, problem: str = "") -> live.Fragment:
    """The line under the notes that says that they are kept, or why not."""
    notes = notes_of(block, room)
    context = {"notes": notes, "problem": problem, "saved": not problem}
    return live.replace(
        f"{notes.dom_id}-bewaard", lambda: render_to_string("datamuur/_notes_saved.html", context)
    )


def rooms(block: Block) -> live.Fragment:
    """How far each room is with choosing. For the coaches, so without any text."""
    return live.replace(
        f"groepjes-oogst-{block.pk}",
        lambda: render_to_string("datamuur/_rooms.html", rooms_context(block)),
    )


def balance(board: Board) -> live.Fragment:
    """What this room has not chosen yet. For that room."""
    return live.replace(
        f"{board.dom_id}-balans",
        lambda: render_to_string("datamuur/_balance.html", balance_context(board)),
    )


def rooms_context(block: Block) -> dict[str, Any]:
    """What `datamuur/_rooms.html` is filled with."""
    return {"block": block, "rooms": harvests(block)}


def balance_context(board: Board) -> dict[str, Any]:
    """What `datamuur/_balance.html` is filled with."""
    return {"board": board, "empty_lanes": empty_lanes(board)}


def _render_notes(block: Block, room: Room) -> str:
    return render_to_string("datamuur/_notes.html", {"notes": notes_of(block, room)})
