"""Finding rehearsals."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from scholendag.rehearsal.models import Rehearsal
from scholendag.sessies.models import Sessie

# Long enough to rehearse in the afternoon for the morning after.
KEEP = timedelta(days=1)


def rehearsal_of(day: Sessie) -> Rehearsal | None:
    """The rehearsal of this day, if there is one now."""
    return _rehearsals().filter(sessie__rehearsal_of=day).first()


def expired() -> QuerySet[Rehearsal]:
    """Rehearsals that nobody threw away in time."""
    return _rehearsals().filter(sessie__created_at__lt=timezone.now() - KEEP)


def _rehearsals() -> QuerySet[Rehearsal]:
    return Rehearsal.objects.select_related("sessie", "sessie__rehearsal_of", "sessie__school")
