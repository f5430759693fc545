"""What happens in a room, in one quiet line for those who sit there, that goes by itself."""

from collections.abc import Callable, Iterable
from uuid import uuid4

from django.template.loader import render_to_string

from scholendag import live
from scholendag.breakouts.models import Division, Room
from scholendag.live import audiences
from scholendag.sessies.models import Participant


def came_in(division: Division, people: Iterable[Participant]) -> None:
    """Those who sit there see these people come in, each in the room where they sit now."""
    wanted = {person.pk: person for person in people}
    seats = division.seats.filter(participant__in=wanted).select_related("room")
    names: dict[Room, list[str]] = {}
    for seat in seats:
        names.setdefault(seat.room, []).append(wanted[seat.participant_id].name)
    for room, those in names.items():
        tell(room, f"{' en '.join(those)} {'komt' if len(those) == 1 else 'komen'} erbij.")


def tell(room: Room, line: str) -> None:
    """Say this to those who sit in the room."""
    live.push(audiences.room(room.pk), live.Fragment(f"#{room.news_id}", "innerMorph", _html(line)))


def _html(line: str) -> Callable[[], str]:
    # An id of its own: the same words again are another line, that begins to fade anew.
    number = uuid4().hex
    return lambda: render_to_string("breakouts/_news.html", {"line": line, "number": number})
