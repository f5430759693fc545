"""Where notes lie on the plane of their board."""

from collections.abc import Iterable

from scholendag.boards.models import Note


def lay(notes: Iterable[Note]) -> None:
    """Have at hand where these notes, all of one kind of board, lie. One query, or none where
    they hang in a list."""
    found = list(notes)
    plane = found[0].lane.board.kind.plane if found else None
    spots = plane.spots([note.pk for note in found]) if plane else {}
    for note in found:
        note.spot = spots.get(note.pk)
