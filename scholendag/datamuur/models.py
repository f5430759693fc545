"""What a data wall holds besides its boards: the cards to read, and the notes of each room."""

from django.db import models

from scholendag.agenda.models import Block
from scholendag.breakouts.models import Room


class DataCard(models.Model):
    """One subject with what goes well and what needs attention, and where that is known from."""

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="data_cards")
    position = models.PositiveSmallIntegerField()
    subject = models.CharField("onderwerp", max_length=80)
    strong_1 = models.CharField("dit gaat goed (1)", max_length=200)
    strong_2 = models.CharField("dit gaat goed (2)", max_length=200, blank=True)
    attention_1 = models.CharField("dit vraagt aandacht (1)", max_length=200)
    attention_2 = models.CharField("dit vraagt aandacht (2)", max_length=200, blank=True)
    source = models.CharField("bron", max_length=120, blank=True)
    year = models.CharField("jaar", max_length=20, blank=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.subject

    @property
    def dom_id(self) -> str:
        """The id of this card on every page."""
        return f"kaart-{self.pk}"

    @property
    def strong(self) -> list[str]:
        """What goes well, in order."""
        return [text for text in (self.strong_1, self.strong_2) if text]

    @property
    def attention(self) -> list[str]:
        """What needs attention, in order."""
        return [text for text in (self.attention_1, self.attention_2) if text]


class RoomNotes(models.Model):
    """What the notulist of one room wrote down during the talk. For that room alone."""

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="room_notes")
    # A change of groups never takes along what was written.
    room = models.ForeignKey(Room, on_delete=models.RESTRICT, related_name="room_notes")
    text = models.TextField("aantekeningen", max_length=4000, blank=True)
    edited_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("block", "room"), name="one_text_of_notes_per_room"),
        )

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def dom_id(self) -> str:
        """The id of these notes, as the others in the room read them, on every page."""
        return f"notities-{self.block_id}-{self.room_id}"
