"""The primitive: a board has lanes, a lane has notes. What a board may do is its kind's."""

import uuid

from django.db import models

from scholendag.agenda.models import Block
from scholendag.boards.kinds import NOTE_LENGTH, BoardKind, kind_called
from scholendag.breakouts.models import Room
from scholendag.schools.models import Team
from scholendag.sessies.models import Participant, Sessie


class Board(models.Model):
    """A place to put notes, of a sessie and, where it must, of one room or one lasting team."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="boards")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="boards")
    kind_slug = models.SlugField()
    # What was written outlives a change of groups: a room or team with a board cannot go alone.
    room = models.ForeignKey(Room, on_delete=models.RESTRICT, null=True, related_name="boards")
    team = models.ForeignKey(Team, on_delete=models.RESTRICT, null=True, related_name="boards")
    revealed_at = models.DateTimeField(null=True, blank=True)

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


class Note(models.Model):
    """A post-it."""

    lane = models.ForeignKey(Lane, on_delete=models.CASCADE, related_name="notes")
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
        """The id of the place in the note where its author changes it."""
        return f"wijzig-{self.pk}"

    @property
    def is_hidden(self) -> bool:
        """The coach took it off everyone's board; it can come back."""
        return self.hidden_at is not None
