"""The agenda of a sessie: blocks of timed steps, where it is now, and what really happened."""

from datetime import timedelta
from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from scholendag.agenda.clock import Clock
from scholendag.sessies.models import Sessie


class Programme(models.Model):
    """A template to make a sessie from. `content` is the same as its YAML file, checked."""

    slug = models.SlugField(unique=True)
    title = models.CharField("naam", max_length=120)
    summary = models.TextField("korte uitleg", blank=True)
    content = models.JSONField()
    # Who saved it as their own; without an owner it comes with the software and is for everyone.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="programmes"
    )

    class Meta:
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title


class Block(models.Model):
    """An item of the agenda: one instrument, in one or more steps."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="blocks")
    position = models.PositiveSmallIntegerField()
    title = models.CharField("titel", max_length=80)
    instrument = models.SlugField()
    # What only this instrument reads of the programme, such as the texts of an uitleg.
    settings = models.JSONField(default=dict, blank=True)
    # The clock time at which the block has to begin, because others count on it.
    anchor = models.TimeField("vast begin om", null=True, blank=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.title


class Step(models.Model):
    """An instruction, a grouping, a set of permissions and a clock, all in one.

    What may be written and seen follows from `phase`, by the instrument's own declaration.
    """

    class Grouping(models.TextChoices):
        PLENARY = "", "allemaal samen"
        TRIO = "trio", "drietallen"
        TEAM = "team", "teams van 8 tot 10"
        DUO = "duo", "duo's"

    class Slack(models.TextChoices):
        """What gives way when the day runs late, in this order (domein.md, 2E)."""

        BREAK = "pauze", "pauze"
        YIELD = "opbrengst", "plenaire opbrengst"
        SPELING = "speling", "speling"

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    title = models.CharField("titel", max_length=80)
    phase = models.SlugField()
    minutes = models.DecimalField(
        "minuten",
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(Decimal("0.5")), MaxValueValidator(Decimal(240))],
    )
    slack = models.CharField("kan korter als", max_length=10, choices=Slack.choices, blank=True)
    # The fewest minutes that still work; only of a step that gives way.
    shortest = models.DecimalField(
        "kan korter tot", max_digits=4, decimal_places=1, null=True, blank=True
    )
    # When it begins by the plan that the day started with; None until then.
    planned_at = models.DateTimeField(null=True, blank=True)
    skipped_at = models.DateTimeField(null=True, blank=True)
    prompt = models.TextField("opdracht op ieders scherm", max_length=600, blank=True)
    grouping = models.CharField(max_length=10, choices=Grouping.choices, blank=True)
    # Steps with the same name of groups share them: who made a goal together stay together.
    division = models.SlugField(blank=True)
    goal = models.TextField("doel", max_length=1000, blank=True)
    preparation = models.TextField("voorbereiding", max_length=2000, blank=True)
    execution = models.TextField("uitvoering", max_length=2000, blank=True)

    class Meta:
        ordering = ("block__position", "position", "pk")

    def __str__(self) -> str:
        return self.title

    @property
    def duration(self) -> timedelta:
        """How long the step is planned to take."""
        return timedelta(minutes=float(self.minutes))

    @property
    def shortest_duration(self) -> timedelta:
        """How short it can become; speling may vanish, and what never gives way keeps its time."""
        if self.shortest is not None:
            return timedelta(minutes=float(self.shortest))
        return timedelta() if self.slack == self.Slack.SPELING else self.duration

    @property
    def is_skipped(self) -> bool:
        """The day passes it by."""
        return self.skipped_at is not None


class Progress(models.Model):
    """Where a sessie is now. Before the start and after the end there is no step."""

    sessie = models.OneToOneField(Sessie, on_delete=models.CASCADE, related_name="progress")
    step = models.ForeignKey(Step, on_delete=models.SET_NULL, null=True, related_name="+")
    step_started_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    extra = models.DurationField(default=timedelta)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    # When the day ends by the plan that it started with.
    planned_end = models.DateTimeField(null=True)
    # Everyone is called back from the rooms, and has to be there at this moment.
    back_at = models.DateTimeField(null=True)
    # What the coach says to everyone, over the whole screen for a moment.
    message = models.CharField(max_length=120, blank=True)
    message_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.sessie}: {self.step or 'geen stap'}"

    @property
    def is_back(self) -> bool:
        """Everyone was called back from the rooms, and has to be there by now."""
        return self.back_at is not None and self.back_at <= timezone.now()

    @property
    def clock(self) -> Clock | None:
        """The clock of the running step; None before the start and after the end."""
        if self.step is None or self.step_started_at is None:
            return None
        return Clock(
            duration=self.step.duration + self.extra,
            started_at=self.step_started_at,
            paused_at=self.paused_at,
        )


class LogEntry(models.Model):
    """What really happened: who pressed what, and when."""

    class Verb(models.TextChoices):
        START = "start", "startte de dag"
        ENTER = "enter", "opende de stap"
        PAUSE = "pause", "zette de klok stil"
        RESUME = "resume", "liet de klok weer lopen"
        EXTEND = "extend", "gaf een minuut extra"
        END = "end", "sloot de dag"
        OTHER = "other", "deed iets anders"

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="log")
    step = models.ForeignKey(Step, on_delete=models.SET_NULL, null=True, related_name="+")
    verb = models.CharField(max_length=10, choices=Verb.choices)
    # What they did in words that stay, to be read after the name: `zette de groepjes vast`.
    deed = models.CharField(max_length=200, blank=True)
    # The name as it was, and a key that tells namesakes apart.
    by = models.CharField(max_length=80)
    by_key = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.by} {self.what_they_did}"

    @property
    def what_they_did(self) -> str:
        """What is read after the name: `startte stap 3, Check-in`."""
        step = f": {self.step}" if self.step_id and self.verb == self.Verb.ENTER else ""
        return self.deed or f"{self.get_verb_display()}{step}"


# What moves the day: these say when each step ran.
MOVES = (LogEntry.Verb.START, LogEntry.Verb.ENTER, LogEntry.Verb.END)
