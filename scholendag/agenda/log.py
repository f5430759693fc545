"""What really happened, and who did it: the small log that every coach can read."""

from django.utils import timezone

from scholendag.agenda.models import LogEntry, Step
from scholendag.sessies.actors import Actor

DEED_LENGTH = 200


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
