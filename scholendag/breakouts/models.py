"""Breakout rooms: a division of the deelnemers into rooms, and who sits where."""

from django.db import models

from scholendag.agenda.models import Step
from scholendag.schools.models import Team
from scholendag.sessies.models import Participant, Sessie


class Division(models.Model):
    """One way in which the people of a sessie are divided. Steps refer to it by its key."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="divisions")
    key = models.SlugField()
    kind = models.CharField(max_length=10, choices=Step.Grouping.choices)
    # Until then only the coach sees it.
    fixed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("sessie", "key"), name="one_division_per_key"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.key})"

    @property
    def is_fixed(self) -> bool:
        """Everyone has been told where to sit."""
        return self.fixed_at is not None


class Room(models.Model):
    """A breakout room: a video room, or a table when the day is in one place."""

    division = models.ForeignKey(Division, on_delete=models.CASCADE, related_name="rooms")
    number = models.PositiveSmallIntegerField()
    # Video links are long: 200 characters, the default, is not enough for all of them.
    url = models.URLField("link naar de kamer", max_length=1000, blank=True)
    # The lasting lerarenteam that sits here; only in a division into teams.
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True)
    # Who writes for the room: the notulist of a trio, the schrijver of a team.
    writer = models.ForeignKey(
        Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Somebody here asks the coach to come by, since then.
    called_at = models.DateTimeField(null=True, blank=True)
    # The step that the people here are done with.
    ready_step = models.ForeignKey(
        Step, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("division", "number"), name="one_room_per_number"),
        )

    def __str__(self) -> str:
        if self.team:
            return self.team.name
        is_team = self.division.kind == Step.Grouping.TEAM
        return f"{'Team' if is_team else 'Groepje'} {self.number}"

    @property
    def dom_id(self) -> str:
        """The id of this room on every page."""
        return f"kamer-{self.pk}"


class Seat(models.Model):
    """One person's place in one division."""

    division = models.ForeignKey(Division, on_delete=models.CASCADE, related_name="seats")
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="seats")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="seats")
    # This person says that they are in the wrong place, since then.
    doubted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("participant__name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("division", "participant"), name="one_seat_per_division"
            ),
        )

    def __str__(self) -> str:
        return f"{self.participant} in {self.room}"
