"""The simulated colleagues that this process plays, of all rehearsals together.

They share one thread, which rests twice as long as it works: a real day in the same process keeps
most of it, however many rehearsals there are. Another thread says that they are there.
"""

import time
from dataclasses import dataclass, field

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from scholendag import live
from scholendag.live import audiences
from scholendag.live.seam import roll_call
from scholendag.rehearsal import fragments
from scholendag.rehearsal.browsers import InsideBrowser
from scholendag.rehearsal.colleagues import GLANCE_SECONDS, colleagues_of
from scholendag.rehearsal.models import Rehearsal
from scholendag.rehearsal.turns import Turns
from scholendag.sessies.actions import leave
from scholendag.sessies.queries import present

MOST_REHEARSALS = 3
MOST_SECONDS = 60 * 60.0
BEAT_SECONDS = 5.0
COLLEAGUES = Turns(threads=1, rest=2.0)
# What has to happen in time, however long the colleagues wait for each other.
CARE = Turns(threads=1)


def has_place() -> bool:
    """This process can play the colleagues of one more rehearsal."""
    return len(COLLEAGUES.groups) < MOST_REHEARSALS


def come(rehearsal: Rehearsal) -> None:
    """Let the colleagues come in one after another, and take part until they are sent away."""
    people = colleagues_of(rehearsal.sessie, rehearsal.colleagues, InsideBrowser)
    for place, person in enumerate(people):
        after = GLANCE_SECONDS[1] * place / len(people)
        COLLEAGUES.add(rehearsal.run, person.turn, after)
    CARE.add(rehearsal.run, _Beat(rehearsal).turn)


def go(rehearsal: Rehearsal) -> None:
    """Send them away; when this returns, none of them is doing anything here."""
    CARE.drop(rehearsal.run)
    COLLEAGUES.drop(rehearsal.run)


@dataclass
class _Beat:
    """Says that the colleagues are there, and notices when they should go."""

    rehearsal: Rehearsal
    until: float = field(default_factory=lambda: time.monotonic() + MOST_SECONDS)

    def turn(self) -> float | None:
        """Say so, as long as this is still the run that is wanted; else send everyone away.

        As long as the database does not answer, nobody can know, so everyone stays.
        """
        try:
            ours = Rehearsal.objects.filter(run=self.rehearsal.run)
            wanted = ours.filter(sessie__closed_at=None)
            if time.monotonic() < self.until and wanted.update(seen_at=timezone.now()):
                return BEAT_SECONDS
            COLLEAGUES.drop(self.rehearsal.run)
            if ours.update(seen_at=None, run=""):
                _say_goodbye(self.rehearsal)
        except (OperationalError, InterfaceError):
            return BEAT_SECONDS
        return None


def _say_goodbye(rehearsal: Rehearsal) -> None:
    """Nobody is there any more, except for whoever has a socket: they are asked to say so."""
    sessie = rehearsal.sessie
    for participant in present(sessie):
        leave(participant)
    roll_call(audiences.everyone(sessie.pk))
    live.push(audiences.coaches(sessie.pk), fragments.colleagues(rehearsal))
