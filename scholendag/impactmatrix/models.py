"""Where ideas lie on the impactmatrix."""

from django.core.validators import MaxValueValidator
from django.db import models

from scholendag.boards.models import Note
from scholendag.boards.planes import MOST, Spot


class Placement(models.Model):
    """An idea that somebody placed; whoever places it last, decides."""

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="placement")
    # From 0, little, to 100, much.
    impact = models.PositiveSmallIntegerField(validators=(MaxValueValidator(MOST),))
    feasibility = models.PositiveSmallIntegerField(validators=(MaxValueValidator(MOST),))
    placed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(impact__lte=MOST, feasibility__lte=MOST),
                name="a_placement_lies_on_the_matrix",
            ),
        )

    def __str__(self) -> str:
        return f"impact {self.impact}, haalbaarheid {self.feasibility}"

    @property
    def spot(self) -> Spot:
        """Where that is: to the right it is easier, and higher up it does more for pupils."""
        return Spot(self.feasibility, self.impact)
