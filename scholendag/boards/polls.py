"""Voting with dots. Who gave which dot is for nobody but that person to know."""

from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from scholendag.agenda.models import Block
from scholendag.boards.kinds import BoardKind, kind_called
from scholendag.sessies.models import Participant

if TYPE_CHECKING:
    from scholendag.boards.models import Cluster, Note

FEWEST, MOST = 1, 10


class Poll(models.Model):
    """One round of voting on all boards of a kind in a block: everyone has some dots to give."""

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="polls")
    kind_slug = models.SlugField()
    dots = models.PositiveSmallIntegerField(
        "aantal stippen", default=3, validators=(MinValueValidator(FEWEST), MaxValueValidator(MOST))
    )
    # How many dots lie where is told to nobody, also not to a coach, before the poll is closed.
    hides_counts = models.BooleanField("tel pas als we klaar zijn", default=False)
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("block", "kind_slug"),
                condition=models.Q(closed_at=None),
                name="one_open_poll_per_kind",
            ),
        )

    def __str__(self) -> str:
        return f"Stemmen op {self.kind.title}"

    @property
    def kind(self) -> BoardKind:
        """What the boards are on which is voted."""
        return kind_called(self.kind_slug)

    @property
    def is_open(self) -> bool:
        """Dots can be given and taken back."""
        return self.closed_at is None

    @property
    def is_secret(self) -> bool:
        """How many dots lie where is still hidden from everyone."""
        return self.is_open and self.hides_counts

    @property
    def ballot_id(self) -> str:
        """The id of the line that says to someone how many dots they have left."""
        return f"stembriefje-{self.pk}"

    @property
    def turnout_id(self) -> str:
        """The id of the line that says how many people voted."""
        return f"gestemd-{self.pk}"

    @property
    def tally_id(self) -> str:
        """The id of the element that holds how many dots lie where."""
        return f"telling-{self.pk}"


class Dot(models.Model):
    """One dot of one person, on a loose note or on a cluster."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="given")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="dots")
    note: models.ForeignKey["Note | None", "Note | None"] = models.ForeignKey(
        "boards.Note", on_delete=models.CASCADE, null=True, blank=True, related_name="dots"
    )
    cluster: models.ForeignKey["Cluster | None", "Cluster | None"] = models.ForeignKey(
        "boards.Cluster", on_delete=models.CASCADE, null=True, blank=True, related_name="dots"
    )
    # Made by the browser, so that a press that is sent again gives no second dot.
    client_id = models.UUIDField(unique=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(note=None, cluster__isnull=False)
                | models.Q(note__isnull=False, cluster=None),
                name="a_dot_lies_on_one_thing",
            ),
        )

    def __str__(self) -> str:
        return "Stip"
