"""What someone prepares to tell a story: answers for themselves alone, and pictures to show."""

from django.db import models

from scholendag.agenda.models import Block

# Enough for a cue; the story itself is told, not read out.
LONGEST_ANSWER = 2000
LONGEST_ALT = 200


class Story(models.Model):
    """What one teller prepared for a block. The answers are for that teller alone."""

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="stories")
    # The name on the link as names.key has it: who gets a new link goes on, another begins anew.
    teller = models.CharField(max_length=80)
    came_from = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    are_now = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    in_a_year = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    meaning = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    behaviour = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    need = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    # When the teller said that the story is ready; all that the coach knows of it.
    ready_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("block", "teller"), name="one_story_per_teller"),
        )

    def __str__(self) -> str:
        return f"Verhaal {self.pk}"

    @property
    def is_ready(self) -> bool:
        """The teller said so."""
        return self.ready_at is not None


class Picture(models.Model):
    """A picture to show while telling, as we made it: a JPEG of a modest size, without metadata."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="pictures")
    position = models.PositiveSmallIntegerField()
    alt = models.CharField("wat zie je op deze foto", max_length=LONGEST_ALT)
    data = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.alt

    @property
    def dom_id(self) -> str:
        """The id of this picture where its teller prepares it."""
        return f"foto-{self.pk}"


class Showing(models.Model):
    """Which picture everyone sees now. Without a row there is none."""

    block = models.OneToOneField(Block, on_delete=models.CASCADE, related_name="showing")
    picture = models.OneToOneField(Picture, on_delete=models.CASCADE, related_name="showing")

    def __str__(self) -> str:
        return f"Foto {self.picture_id}"
