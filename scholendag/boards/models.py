"""The primitive: a board has lanes, a lane has notes. What a board may do is its kind's."""

import uuid
from typing import Any

from django.db import models

from scholendag.agenda.models import Block, Step
from scholendag.boards.kinds import NAME_LENGTH, NOTE_LENGTH, BoardKind, kind_called
from scholendag.boards.planes import Spot
from scholendag.boards.polls import Poll
from scholendag.boards.ways import Way
from scholendag.breakouts.models import Room
from scholendag.schools.models import Team
from scholendag.sessies.models import Participant, Sessie


class Override(models.TextChoices):
    """What a coach can make of a board, whatever the step says."""

    OPEN = "open", "open"
    CLOSED = "dicht", "dicht"
    FIXED = "vast", "vast"


class Board(models.Model):
    """A place to put notes, of a sessie and, where it must, of one room or one lasting team."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="boards")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="boards")
    kind_slug = models.SlugField()
    # What was written outlives a change of groups: a room or team with a board cannot go alone.
    room = models.ForeignKey(Room, on_delete=models.RESTRICT, null=True, related_name="boards")
    team = models.ForeignKey(Team, on_delete=models.RESTRICT, null=True, related_name="boards")
    # What follows the coach says of all boards of a kind in a block at once. It stands with each of
    # them, because whoever writes holds the row of one board only.
    revealed_at = models.DateTimeField(null=True, blank=True)
    coach_reads_at = models.DateTimeField(null=True, blank=True)
    everyone_clusters = models.BooleanField(default=False)
    # Other than the step says: open or closed while that step lasts, fixed until it is lifted.
    override = models.CharField(max_length=10, choices=Override.choices, blank=True)
    override_step = models.ForeignKey(
        Step, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # The poll that is open on it, if any. Until it closes, what dots rest on stays as it is.
    voting = models.ForeignKey(
        Poll, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # What a board that is made later takes over from those that are there.
    SAID_OF_ALL = (
        "revealed_at",
        "coach_reads_at",
        "everyone_clusters",
        "override",
        "override_step_id",
        "voting_id",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("block", "kind_slug"),
                condition=models.Q(room=None, team=None),
                name="one_board_per_block",
            ),
            models.UniqueConstraint(
                fields=("block", "kind_slug", "room"),
                condition=models.Q(room__isnull=False),
                name="one_board_per_room",
            ),
            models.UniqueConstraint(
                fields=("kind_slug", "team"),
                condition=models.Q(team__isnull=False),
                name="one_board_per_team",
            ),
        )

    def __str__(self) -> str:
        return self.kind.title

    @property
    def kind(self) -> BoardKind:
        """The declaration that says what this board is."""
        return kind_called(self.kind_slug)

    @property
    def dom_id(self) -> str:
        """The id of this board on every page."""
        return f"bord-{self.pk}"

    @property
    def mine_id(self) -> str:
        """The id of the list of what the one who looks wrote here."""
        return f"mijn-bord-{self.pk}"

    @property
    def is_revealed(self) -> bool:
        """The coach's signal has been given."""
        return self.revealed_at is not None


class Lane(models.Model):
    """A column of a board, made with it from the kind."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="lanes")
    key = models.SlugField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("board", "key"), name="one_lane_per_key"),)

    def __str__(self) -> str:
        return self.board.kind.lane(self.key).title

    @property
    def dom_id(self) -> str:
        """The id of this lane's list of notes on every page."""
        return f"vak-{self.pk}"

    @property
    def left_id(self) -> str:
        """The id of the line that says how many more the one who looks may add here."""
        return f"over-{self.pk}"

    @property
    def refusal_id(self) -> str:
        """The id of the place that says why a note was not added."""
        return f"melding-{self.pk}"


class Cluster(models.Model):
    """Notes of one lane that belong together, perhaps with a name.

    It spans all boards of the kind in the block (`board` is None), or belongs to the board of one
    room where each room clusters for itself.
    """

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="clusters")
    kind_slug = models.SlugField()
    lane_key = models.SlugField()
    board = models.ForeignKey(Board, on_delete=models.CASCADE, null=True, related_name="clusters")
    # Two names that were merged are longer than one that somebody may type.
    name = models.CharField("naam", max_length=10 * NAME_LENGTH, blank=True)
    # What it was in an earlier block, when it was carried here, and that block: it stays known
    # when the cluster there is gone.
    origin = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="carried")
    came_from = models.ForeignKey(
        Block, on_delete=models.SET_NULL, null=True, related_name="carried_on"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    # Looked up by `chain.py` where it is shown.
    way = Way()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("origin", "block"), name="carried_to_a_block_once"),
        )

    def __str__(self) -> str:
        return self.name or f"{self.kind.pile} zonder naam".capitalize()

    @property
    def kind(self) -> BoardKind:
        """What the boards are on which it lies."""
        return kind_called(self.kind_slug)

    @property
    def dom_id(self) -> str:
        """The id of this cluster on every page."""
        return f"cluster-{self.pk}"

    @property
    def name_id(self) -> str:
        """The id of its name and how many notes it has."""
        return f"{self.dom_id}-naam"

    @property
    def way_id(self) -> str:
        """The id of the line that says where it came from and where it went."""
        return f"{self.dom_id}-weg"

    @property
    def carry_id(self) -> str:
        """The id of the place in its menu from where it is carried on."""
        return f"{self.dom_id}-mee"

    @property
    def list_id(self) -> str:
        """The id of the list of its notes."""
        return f"{self.dom_id}-post-its"

    @property
    def edit_id(self) -> str:
        """The id of the place where it is renamed or merged."""
        return f"{self.dom_id}-wijzig"


class Note(models.Model):
    """A post-it."""

    lane = models.ForeignKey(Lane, on_delete=models.CASCADE, related_name="notes")
    cluster = models.ForeignKey(
        Cluster, on_delete=models.SET_NULL, null=True, blank=True, related_name="notes"
    )
    author = models.ForeignKey(
        Participant, on_delete=models.SET_NULL, null=True, related_name="notes"
    )
    text = models.TextField(max_length=NOTE_LENGTH)
    # Made by the browser, so that a note that is sent again cannot appear twice.
    client_id = models.UUIDField(default=uuid.uuid4, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    # Hidden by the coach, with a way back; taking back your own note deletes it.
    hidden_at = models.DateTimeField(null=True, blank=True)
    # When looked up: where it lies on a plane, and what another app keeps with it (`Attached`).
    spot: Spot | None = None
    attached: Any = None

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def dom_id(self) -> str:
        """The id of this note on every page."""
        return f"post-it-{self.pk}"

    @property
    def edit_id(self) -> str:
        """The id of the place in the note where it is changed or put elsewhere."""
        return f"wijzig-{self.pk}"

    @property
    def sent_as(self) -> int:
        """Half of the client id: it tells something to the browser that made it, to nobody else."""
        return self.client_id.int % 2**64

    @property
    def gone_id(self) -> str:
        """The id of the place where this note was, once its owner has taken it back."""
        return f"weg-{self.pk}"

    @property
    def is_hidden(self) -> bool:
        """The coach took it off everyone's board; it can come back."""
        return self.hidden_at is not None
