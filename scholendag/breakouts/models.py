"""Breakout rooms: a division of the deelnemers into rooms, and who sits where."""

from django.db import models

from scholendag.agenda.models import Step
from scholendag.breakouts.ways import Split, Way, usual
from scholendag.schools.models import Team
from scholendag.sessies.models import Participant, Sessie, Techniekkaart


class Division(models.Model):
    """One way in which the people of a sessie are divided. Steps refer to it by its key."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="divisions")
    key = models.SlugField()
    # What the groups are for, as the agenda has it; how large the coach makes them is `way`.
    kind = models.CharField(max_length=10, choices=Step.Grouping.choices)
    split = models.CharField(max_length=10, choices=Split.choices, blank=True)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    rest_is_smaller = models.BooleanField(default=False)
    mix = models.BooleanField(default=True)
    within_team = models.BooleanField(default=False)
    only_new = models.BooleanField(default=False)
    # The key of the division that these groups were taken over from.
    same_as = models.SlugField(blank=True)
    # Counts every change of who sits where, so that nobody fixes what they did not see.
    version = models.PositiveIntegerField(default=0)
    changed_by = models.CharField(max_length=80, blank=True)
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

    @property
    def way(self) -> Way:
        """How the coach wants people to be divided; the usual way as long as that was not said."""
        if not self.split:
            return usual(self.kind)
        split = Split(self.split)
        return Way(
            split, self.number, self.rest_is_smaller, self.mix, self.within_team, self.only_new
        )

    @way.setter
    def way(self, way: Way) -> None:
        self.split, self.number = way.split, way.number
        self.rest_is_smaller, self.mix = way.rest_is_smaller, way.mix
        self.within_team, self.only_new = way.within_team, way.only_new

    @property
    def is_at_tables(self) -> bool:
        """Everyone is in one place, so a room is a table."""
        kaart = getattr(self.sessie, "techniekkaart", None)
        return kaart is not None and kaart.platform == Techniekkaart.Platform.PLACE


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
    # Whoever shuffles leaves this room and its people as they are, since then.
    held_at = models.DateTimeField(null=True, blank=True)
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
        return self.team.name if self.team else f"{self._noun} {self.number}"

    @property
    def dom_id(self) -> str:
        """The id of this room on every page."""
        return f"kamer-{self.pk}"

    @property
    def news_id(self) -> str:
        """The id of the line that says what happens here."""
        return f"{self.dom_id}-nieuws"

    @property
    def now_id(self) -> str:
        """The id of the row that tells the coaches how it goes here."""
        return f"{self.dom_id}-stand"

    @property
    def where(self) -> str:
        """What follows on `Jij zit`: `in groepje 4`, `aan tafel 4`, `in Team 1, aan tafel 4`."""
        table = f"aan tafel {self.number}" if self.division.is_at_tables else ""
        if self.team:
            return f"in {self.team.name}" + f", {table}" * bool(table)
        return table or f"in {self._noun.lower()} {self.number}"

    @property
    def is_held(self) -> bool:
        """Stays as it is when the others are shuffled."""
        return self.held_at is not None

    @property
    def _noun(self) -> str:
        if self.division.is_at_tables:
            return "Tafel"
        return "Team" if self.division.kind == Step.Grouping.TEAM else "Groepje"


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


class Wish(models.Model):
    """What a coach asks of every division of the day about these people. For coaches only."""

    class Kind(models.TextChoices):
        APART = "apart", "niet samen"
        TOGETHER = "together", "wel samen"

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="wishes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    people = models.ManyToManyField(Participant, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {', '.join(map(str, self.people.all()))}"


class Address(models.Model):
    """The e-mail address of someone with this name, for the video tool of the host only.

    By name and not by person, because a coach has the list before people join. It is shown to
    nobody, and goes when the day is closed.
    """

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="addresses")
    name = models.CharField(max_length=40)
    # The name as `sessies.names.key` has it.
    name_key = models.CharField(max_length=80)
    email = models.EmailField()

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("sessie", "name_key"), name="one_address_per_name"),
        )

    def __str__(self) -> str:
        return f"adres van {self.name}"
