"""A proefrit: who plays along in a copy of a day."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from scholendag.sessies.models import Sessie

FEWEST, MOST = 6, 40
# The process that plays the colleagues says so every few seconds. One that ended does not.
SILENT = timedelta(seconds=15)


class Rehearsal(models.Model):
    """The simulated colleagues of one proefrit. Everything else is in its sessie, the copy."""

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="rehearsal")
    colleagues = models.PositiveSmallIntegerField(
        "aantal nepcollega's", validators=[MinValueValidator(FEWEST), MaxValueValidator(MOST)]
    )
    # Made new whenever they come, so that a process knows whether it is still its turn to play.
    run = models.CharField(max_length=32, blank=True)
    seen_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"Proefrit van {self.sessie}"

    @property
    def day(self) -> Sessie:
        """The real day that is rehearsed."""
        assert self.sessie.rehearsal_of  # noqa: S101 - it was made so
        return self.sessie.rehearsal_of

    @property
    def is_attended(self) -> bool:
        """The simulated colleagues are there, in whichever process."""
        return self.seen_at is not None and timezone.now() - self.seen_at < SILENT
