"""The e-mail addresses that a video tool asks for to divide people beforehand (domein.md, 4.2).

They are optional, shown to nobody and pushed nowhere, and go when the day is closed.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from scholendag.breakouts.models import Address
from scholendag.breakouts.queries import Seating
from scholendag.sessies import names, queries
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused

# As the video tool spells them in its own example file.
HEADER = ("Pre-assign Room Name", "Email Address")
# What it takes at most.
MOST_ROOMS = 100
# Of a day that nobody closed, they are kept until so long after its beginning.
KEEP = timedelta(days=2)


@transaction.atomic
def store(sessie: Sessie, found: Mapping[str, str]) -> None:
    """Keep these addresses by name, in place of all that were kept for this sessie."""
    clear_forgotten()
    clear(sessie)
    Address.objects.bulk_create(
        Address(sessie=sessie, name=name, name_key=names.key(name), email=email)
        for name, email in found.items()
    )


def clear(sessie: Sessie) -> None:
    """Forget every address of this sessie."""
    Address.objects.filter(sessie=sessie).delete()


def clear_forgotten() -> int:
    """Forget those of days that are over, though nobody closed them. How many there were."""
    forgotten = Address.objects.filter(sessie__starts_at__lt=timezone.now() - KEEP)
    return forgotten.delete()[0]


def clear_when_a_day_begins_or_ends(_sessie: Sessie) -> None:
    """Nobody waits for a list that may never come to forget those of an earlier day."""
    clear_forgotten()


def count(sessie: Sessie) -> int:
    """How many addresses are kept."""
    return Address.objects.filter(sessie=sessie).count()


def unmatched(sessie: Sessie) -> list[str]:
    """The names on the list by which nobody takes part, or not yet."""
    known = {names.key(person.name) for person in queries.roster(sessie)}
    return [one.name for one in Address.objects.filter(sessie=sessie) if one.name_key not in known]


def lacking(sessie: Sessie, rooms: Iterable[Seating]) -> list[str] | None:
    """The names of who has a seat and no address; None when no address is kept at all."""
    known = _by_key(sessie)
    if not known:
        return None
    return [name for one in rooms for name in one.names if names.key(name) not in known]


def zoom_list(sessie: Sessie, rooms: Sequence[Seating]) -> str:
    """The list that Zoom reads, a line a person.

    Raises Refused when someone lacks an address, or when there are more rooms than Zoom takes.
    A room is called by its number: a name of people's own could be a formula to a spreadsheet.
    """
    known = _by_key(sessie)
    if missing := [name for one in rooms for name in one.names if names.key(name) not in known]:
        raise Refused(f"Nog geen e-mailadres van: {', '.join(missing)}.")
    if len(rooms) > MOST_ROOMS:
        raise Refused(f"Zoom kan hooguit {MOST_ROOMS} groepjes aan.")
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(HEADER)
    writer.writerows(
        (f"Kamer {one.room.number}", known[names.key(name)]) for one in rooms for name in one.names
    )
    return lines.getvalue()


def _by_key(sessie: Sessie) -> dict[str, str]:
    kept = Address.objects.filter(sessie=sessie)
    return dict(kept.values_list("name_key", "email"))
