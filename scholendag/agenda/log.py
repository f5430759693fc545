"""What really happened, and who did it: the small log that every coach can read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from scholendag.agenda.models import LogEntry, Step
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie

DEED_LENGTH = 200
# As many as fit beside a running day; the rest has a page of its own.
FEW = 8
MOST = 1000


@dataclass(frozen=True)
class Line:
    """What someone did: `14.05 Marieke startte stap 3: Check-in`."""

    at: datetime
    by: str
    deed: str

    @property
    def day(self) -> date:
        """The day on which it happened, here."""
        return timezone.localdate(self.at)


def note_down(by: Actor, deed: str, step: Step | None = None) -> None:
    """Write in the log of the sessie that this person did this, now.

    `deed` is what is read after the name, without a full stop: `zette de groepjes van Check-in
    vast`. It stays as it is said here, whatever is renamed later, and is cut off when it is too
    long. Call it from an action, in its transaction; it pushes nothing.
    """
    LogEntry.objects.create(
        sessie=by.sessie,
        step=step,
        verb=LogEntry.Verb.OTHER,
        deed=deed[:DEED_LENGTH],
        by=by.name[:80],
        by_key=by.key,
        at=timezone.now(),
    )


def log_of(sessie: Sessie) -> QuerySet[LogEntry]:
    """What happened, the latest first."""
    return LogEntry.objects.filter(sessie=sessie).select_related("step")


def lines(entries: Iterable[LogEntry], steps: Sequence[Step]) -> list[Line]:
    """The entries as they are read; `steps` are all of the day, in the order that numbers them."""
    numbers = {step.pk: number for number, step in enumerate(steps, start=1)}
    return [Line(entry.at, entry.by, _deed(entry, numbers)) for entry in entries]


def _deed(entry: LogEntry, numbers: dict[int, int]) -> str:
    """In its own words; of a move the step with its number, as long as it is in the agenda."""
    number = numbers.get(entry.step_id or 0)
    if entry.deed or entry.verb != LogEntry.Verb.ENTER or number is None:
        return entry.what_they_did
    return f"startte stap {number}: {entry.step}"
