"""What a leerlingarena holds besides its boards. Pupils are numbers here: there is no name."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from scholendag.agenda.models import Block

FEWEST_PUPILS, MOST_PUPILS = 3, 8


class Question(models.Model):
    """A question to the pupils."""

    class Asker(models.TextChoices):
        ANYONE = "", "maakt niet uit"
        FIRST = "1", "gespreksleider 1"
        SECOND = "2", "gespreksleider 2"

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField("vraag", max_length=240)
    asker = models.CharField("wie stelt de vraag", max_length=1, choices=Asker, blank=True)
    is_spare = models.BooleanField("reservevraag", default=False)
    # When it first stood on every screen.
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.text

    @property
    def dom_id(self) -> str:
        """The id of this question on every page."""
        return f"vraag-{self.pk}"

    @property
    def is_asked(self) -> bool:
        """It stood on every screen."""
        return self.asked_at is not None


class Conversation(models.Model):
    """The talk with the pupils: how many there are, and the question of this moment."""

    block = models.OneToOneField(Block, on_delete=models.CASCADE, related_name="conversation")
    question = models.ForeignKey(
        Question, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    pupils = models.PositiveSmallIntegerField(
        "aantal leerlingen",
        default=6,
        validators=[MinValueValidator(FEWEST_PUPILS), MaxValueValidator(MOST_PUPILS)],
    )
    checklist = models.TextField("lijst voor de voorbereiding", max_length=2000, blank=True)

    def __str__(self) -> str:
        return f"Gesprek met {self.pupils} leerlingen"


class Turn(models.Model):
    """One of the pupils, "Leerling 1" to "Leerling 8", got the floor."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    pupil = models.PositiveSmallIntegerField()
    question = models.ForeignKey(
        Question, on_delete=models.SET_NULL, null=True, related_name="turns"
    )

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Leerling {self.pupil}"


class Feedback(models.Model):
    """What the team agreed on telling the pupils afterwards."""

    block = models.OneToOneField(Block, on_delete=models.CASCADE, related_name="feedback")
    how = models.CharField("hoe", max_length=300)
    # A colleague, never a pupil.
    who = models.CharField("wie", max_length=80)
    on = models.DateField("wanneer")

    def __str__(self) -> str:
        return self.how
