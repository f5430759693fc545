"""The people of a sessie as the begeleider sees them come and go."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from scholendag import live
from scholendag.sessies.models import Participant, Sessie
from scholendag.sessies.queries import roster

LIST_ID = "mensen"
COUNT_ID = "mensen-aantal"


def people_context(sessie: Sessie) -> dict[str, Any]:
    """What `sessies/_people.html` shows, as its variable `people`."""
    everyone = list(roster(sessie))
    return {"roster": everyone, "count": _counted(everyone)}


def people(sessie: Sessie) -> str:
    """Everyone who takes part, with how many there are."""
    return render_to_string("sessies/_people.html", {"people": people_context(sessie)})


def came_or_went(participant: Participant) -> tuple[live.Fragment, ...]:
    """This person as they are now, in the list of the begeleiders."""
    pk = participant.pk
    return live.upsert(LIST_ID, lambda: _person(pk)), _count(participant.sessie)


def removed(participant: Participant) -> tuple[live.Fragment, ...]:
    """The list of the begeleiders without this person."""
    return live.remove(participant.dom_id), _count(participant.sessie)


def _person(pk: int) -> str:
    person = Participant.objects.filter(pk=pk, removed_at=None).first()
    return render_to_string("sessies/_person.html", {"person": person}) if person else ""


def _count(sessie: Sessie) -> live.Fragment:
    return live.replace(COUNT_ID, lambda: _render_count(sessie))


def _render_count(sessie: Sessie) -> str:
    return render_to_string("sessies/_people_count.html", {"count": _counted(list(roster(sessie)))})


def _counted(everyone: list[Participant]) -> dict[str, Any]:
    """How many there are, and until when that holds: nobody tells us when who polls is gone."""
    there = [person for person in everyone if person.is_present]
    until = min((person.absent_at for person in there if person.absent_at), default=None)
    return {
        "present": len(there),
        "total": len(everyone),
        "fresh_until": until,
        "now": timezone.now(),
    }
