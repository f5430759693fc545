"""What a duo makes in the werksessie: for each of them a first lesson design."""

from django.db import models

from scholendag.agenda.models import Block
from scholendag.breakouts.models import Room
from scholendag.sessies.models import Participant


class LessonPlan(models.Model):
    """A lesson in three elements: the aim, the activities, and the check at the end."""

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="lesson_plans")
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="lesson_plans")
    # Whose lesson it is; the other thinks along.
    owner = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="lesson_plans")
    aim = models.TextField("leerdoel", max_length=600, blank=True)
    activities = models.TextField("activiteiten", max_length=2000, blank=True)
    check_at_end = models.TextField("check aan het eind", max_length=600, blank=True)
    shared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("room__number", "owner__name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("block", "owner"), name="one_lesson_plan_each"),
        )

    def __str__(self) -> str:
        return f"Les van {self.owner}"

    @property
    def dom_id(self) -> str:
        """The id of this plan, as others read it, on every page."""
        return f"les-{self.pk}"

    @property
    def is_shared(self) -> bool:
        """Everyone of the day may read it."""
        return self.shared_at is not None

    @property
    def is_empty(self) -> bool:
        """Nothing has been written yet."""
        return not (self.aim or self.activities or self.check_at_end)
