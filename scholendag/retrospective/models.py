"""What the terugblik leads to: one or two things that someone watches over."""

from django.db import models

from scholendag.agenda.models import Block
from scholendag.boards.models import Note


class FollowUp(models.Model):
    """A note that became an action, with a guardian: the bewaker."""

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="follow_ups")
    # The note stays where it is; it may be taken back later without losing the action.
    note = models.ForeignKey(Note, on_delete=models.SET_NULL, null=True, related_name="follow_ups")
    what = models.CharField("wat", max_length=300)
    guardian = models.CharField("bewaker", max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("block", "note"), name="a_note_becomes_one_action"),
        )

    def __str__(self) -> str:
        return self.what
