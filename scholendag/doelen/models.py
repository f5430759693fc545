"""What a team wants to reach for pupils, and what its members do for that each week."""

import uuid
from datetime import date, timedelta

from django.db import models
from django.utils import timezone

from scholendag.doelen.hints import hint_for
from scholendag.schools.models import Team
from scholendag.sessies.models import Sessie


class Goal(models.Model):
    """A goal of one team: a draft until it is fixed, and unchangeable from then on.

    A goal runs for four, six or eight weeks, as the facilitator's guide has it; a school holiday
    may move its end.
    """

    class Weeks(models.IntegerChoices):
        FOUR = 4, "4 weken"
        SIX = 6, "6 weken"
        EIGHT = 8, "8 weken"

    class Verb(models.TextChoices):
        WETEN = "weten", "weten"
        KUNNEN = "kunnen", "kunnen"
        DOEN = "doen", "doen"
        VOELEN = "voelen", "voelen"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="goals")
    # Where it was made; the goal itself lives on with the team.
    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="goals")
    improvement = models.TextField("verbetering", max_length=300, blank=True)
    weeks = models.PositiveSmallIntegerField("looptijd", choices=Weeks.choices, default=Weeks.SIX)
    pupils_verb = models.CharField(
        "werkwoord", max_length=10, choices=Verb.choices, default=Verb.KUNNEN
    )
    pupils_text = models.TextField("wat leerlingen dan laten zien", max_length=240, blank=True)
    group = models.CharField("groep", max_length=80, blank=True)
    # Empty in a draft: then the weeks say when.
    ends_on = models.DateField("einddatum", null=True, blank=True)
    fixed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("team", "sessie"),
                condition=models.Q(fixed_at=None),
                name="one_draft_goal_per_team",
            ),
        )

    def __str__(self) -> str:
        return self.sentence

    @property
    def dom_id(self) -> str:
        """The id of this goal on every page."""
        return f"doel-{self.pk}"

    @property
    def actions_dom_id(self) -> str:
        """The id of the list of its actions on every page."""
        return f"acties-{self.pk}"

    @property
    def next_client_id(self) -> uuid.UUID:
        """A new id for the form in which the next action is written."""
        return uuid.uuid4()

    @property
    def is_fixed(self) -> bool:
        """The team has settled on it."""
        return self.fixed_at is not None

    @property
    def sentence(self) -> str:
        """The goal as one sentence about pupils, with dots for what is not there yet."""
        text = self.pupils_text.strip().rstrip(".")
        ending = f"{text}." if text else "…"
        return f"De leerlingen uit {self.group.strip() or '…'} {self.pupils_verb} {ending}"

    @property
    def done_count(self) -> int:
        """How many of its actions are done; reads them from memory if they are there."""
        return sum(action.is_done for action in self.actions.all())

    @property
    def hint(self) -> str:
        """A question to think about, or nothing."""
        return hint_for(self.pupils_text)

    @property
    def last_day(self) -> date:
        """The end date: as chosen, else so many weeks after the day itself."""
        if self.ends_on:
            return self.ends_on
        return timezone.localdate(self.sessie.starts_at) + timedelta(weeks=self.weeks)

    @property
    def is_over(self) -> bool:
        """The end date has passed."""
        return self.last_day < timezone.localdate()


class Action(models.Model):
    """What someone does for a goal. When it was agreed and when it was done are two dates."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="actions")
    what = models.TextField("wat", max_length=240)
    # A first name as people say it: also of someone who is not there, or of several.
    who = models.CharField("wie", max_length=80, blank=True)
    due_on = models.DateField("wanneer", null=True, blank=True)
    done_on = models.DateField("af op", null=True, blank=True)
    # Made by the browser, so that an action that is sent again cannot appear twice.
    client_id = models.UUIDField(default=uuid.uuid4)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("goal", "client_id"), name="one_action_per_client_id"),
        )

    def __str__(self) -> str:
        return self.what[:40]

    @property
    def dom_id(self) -> str:
        """The id of this action on every page."""
        return f"actie-{self.pk}"

    @property
    def is_done(self) -> bool:
        """Somebody ticked it off."""
        return self.done_on is not None

    @property
    def is_after_goal(self) -> bool:
        """It is planned for after the end of the goal. Worth a word, never refused."""
        return self.due_on is not None and self.due_on > self.goal.last_day

    @property
    def marks(self) -> list[str]:
        """What is worth a word about it. It may stay so."""
        marks = {
            "mist wie": not self.who,
            "mist wanneer": self.due_on is None,
            "na de einddatum van het doel": self.is_after_goal,
        }
        return [mark for mark, applies in marks.items() if applies]
