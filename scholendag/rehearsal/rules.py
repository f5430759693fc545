"""Who may rehearse which day."""

from scholendag.agenda.models import Progress
from scholendag.sessies.actors import Actor


def may_rehearse(actor: Actor) -> bool:
    """A coach with an account, as long as the real day has not begun.

    Who coaches by a link has a right to that one day, and so none to a copy of it.
    """
    day = actor.sessie
    return actor.is_coach and actor.user is not None and not (day.is_rehearsal or _has_begun(actor))


def _has_begun(actor: Actor) -> bool:
    begun = Progress.objects.exclude(started_at=None, ended_at=None)
    return begun.filter(sessie=actor.sessie).exists()
