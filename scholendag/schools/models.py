"""The school, its lasting lerarenteams, and who may do what there."""

from django.conf import settings
from django.db import models


class School(models.Model):
    """A school that holds scholendagen."""

    name = models.CharField("naam", max_length=120)
    place = models.CharField("plaats", max_length=80, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A lasting lerarenteam of 5 to 10 people. Its verbeterbord lives on after the day."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="teams")
    name = models.CharField("naam", max_length=80)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=("school", "name"), name="one_team_name_per_school"),
        )

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """What a user is at a school."""

    class Role(models.TextChoices):
        COACH = "coach", "expertcoach"
        LEADER = "leader", "schoolleider"

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=10, choices=Role.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("school", "user", "role"), name="one_role_once"),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()} van {self.school}"
