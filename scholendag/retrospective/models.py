"""What the terugblik leads to: one or two things that someone watches over."""

from django.db import models

from scholendag.agenda.models import Block
from scholendag.boards.models import Cluster, Note
from scholendag.breakouts.models import Room


class Arrangement(models.Model):
    """Whether each team has a board of its own in this block.

    Decided once, when people begin to write: whoever comes in after that moves nobody elsewhere.
    """

    block = models.OneToOneField(Block, on_delete=models.CASCADE, related_name="terugblik")
    per_team = models.BooleanField()
    decided_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return "per team" if self.per_team else "samen"


class FollowUp(models.Model):
    """A note or a cluster that became an action, with a guardian: the bewaker."""

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="follow_ups")
    # The team that does it, when each has a board of its own; it outlives a change of groups.
    room = models.ForeignKey(Room, on_delete=models.RESTRICT, null=True, related_name="follow_ups")
    # The note stays where it is; it may be taken back later without losing the action.
    note = models.ForeignKey(Note, on_delete=models.SET_NULL, null=True, related_name="follow_ups")
    cluster = models.ForeignKey(
        Cluster, on_delete=models.SET_NULL, null=True, related_name="follow_ups"
    )
    what = models.CharField("wat", max_length=300)
    guardian = models.CharField("bewaker", max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("block", "note"), name="a_note_becomes_one_action"),
            models.UniqueConstraint(
                fields=("block", "cluster"), name="a_cluster_becomes_one_action"
            ),
        )

    def __str__(self) -> str:
        return self.what
