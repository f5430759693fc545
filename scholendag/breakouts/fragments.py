"""What of the groups is shown and pushed: the coach's panel, one room, and all rooms at once."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from scholendag import live
from scholendag.agenda.models import Progress, Step
from scholendag.breakouts import addresses, prepared, queries
from scholendag.breakouts.models import Room
from scholendag.breakouts.prepared import Planned, name_in, planned
from scholendag.breakouts.proposal import choices, seen_in, since_in
from scholendag.breakouts.queries import Seating
from scholendag.breakouts.ways import usual
from scholendag.breakouts.wording import size_sentence
from scholendag.sessies.models import Participant, Sessie

Context = dict[str, Any]


def division_context(step: Step) -> Context:
    """What `breakouts/_division.html` and `breakouts/_room_cards.html` get as `division`."""
    return _division_context(step.block.sessie, queries.key_of(step), step.grouping)


def division_of(sessie: Sessie, plan: Planned) -> Context:
    """The same, of groups that the agenda asks for, also long before their step."""
    return _division_context(sessie, plan.key, plan.kind)


def room_context(participant: Participant, step: Step) -> Context:
    """What `breakouts/_room.html` is filled with for this person; `room` may be None."""
    if room := queries.room_of(participant, step):
        return _room_context(queries.seating_of(room))
    division = queries.division_for(step)
    return {"room": None, "is_fixed": division is not None and division.is_fixed}


def division(sessie_id: int, key: str) -> live.Fragment:
    """The panel of the division with this key. For the coaches only."""
    return live.replace(
        f"indeling-{key}", lambda: render_division(Sessie.objects.get(pk=sessie_id), key)
    )


def since(sessie_id: int, key: str) -> live.Fragment:
    """Who came or went after a proposal was made. For the coaches only."""
    return live.replace(f"sinds-{key}", lambda: _render_since(sessie_id, key))


def overview(sessie_id: int, key: str) -> live.Fragment:
    """Who sits where, by first name; nothing as long as it is not fixed. For everyone."""
    return live.replace(f"groepjes-{key}", lambda: _render_overview(sessie_id, key))


def room(room_id: int) -> live.Fragment:
    """One room, for those who sit there."""
    return live.replace(f"kamer-{room_id}", lambda: render_room(room_id))


def render_division(sessie: Sessie, key: str, **extra: object) -> str:
    """The panel; `extra` (`error`, `link_form`, `link_room`) is what a refused press has to say."""
    context = _division_context(sessie, key, queries.kind_of(sessie, key) or "")
    return render_to_string("breakouts/_division.html", {"division": context | extra})


def render_room(room_id: int) -> str:
    """The room as those who sit there see it. Raises Room.DoesNotExist."""
    room = queries.rooms().get(pk=room_id)
    return render_to_string("breakouts/_room.html", _room_context(queries.seating_of(room)))


def _render_since(sessie_id: int, key: str) -> str:
    sessie = Sessie.objects.get(pk=sessie_id)
    found = queries.division_called(sessie, key)
    context: Context = {"sessie": sessie, "key": key, "division": found}
    if found and not found.is_fixed:
        context["since"] = since_in(found, queries.seatings(found))
    return render_to_string("breakouts/_since.html", {"division": context})


def _render_overview(sessie_id: int, key: str) -> str:
    context = _division_context(Sessie.objects.get(pk=sessie_id), key, "")
    return render_to_string("breakouts/_room_cards.html", {"division": context})


def _division_context(sessie: Sessie, key: str, kind: str) -> Context:
    found, plans = queries.division_called(sessie, key), planned(sessie)
    shared = {"sessie": sessie, "key": key, "division": found, "name": name_in(plans, key)}
    if found is None:
        return shared | {"plan": _plan(sessie, key, kind)} | choices(sessie, key, kind, plans)
    rooms = queries.seatings(found)
    context = shared | {
        "rooms": rooms,
        "unseated": queries.unseated(found),
        "warnings": [warning for seating in rooms if (warning := _warning(seating))],
        "copyable": queries.as_text(rooms),
        "lacking": addresses.lacking(sessie, rooms),
    }
    if found.is_fixed:
        return context | {"may_reopen": not queries.is_in_use(found)}
    return context | choices(sessie, key, kind, plans, found) | seen_in(found, rooms)


def _plan(sessie: Sessie, key: str, kind: str) -> str:
    """What will come, in a sentence; empty when there is nobody to divide."""
    sizes = prepared.planned_sizes(sessie, key, usual(kind)) if kind else []
    return size_sentence(sizes, kind)


def _room_context(seating: Seating) -> Context:
    return {
        "room": seating.room,
        "members": seating.people,
        "writer": seating.writer,
        "is_fixed": True,
        "is_ready": _is_ready(seating.room),
        "now": timezone.now(),
    }


def _is_ready(room: Room) -> bool:
    """Done with the step that runs now; what they were done with before says nothing."""
    running = Progress.objects.filter(sessie=room.division.sessie_id, step=room.ready_step_id)
    return room.ready_step_id is not None and running.exists()


def _warning(seating: Seating) -> str:
    if not seating.people:
        return f"{seating.room} is leeg."
    return f"{seating.room} heeft nog maar 1 persoon." if len(seating.people) == 1 else ""
