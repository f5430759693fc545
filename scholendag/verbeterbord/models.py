"""What a team's verbeterbord holds besides successes, goals and actions."""

from django.db import models

from scholendag.schools.models import Team


class PlannedSession(models.Model):
    """The next time that the team comes together at its board, or to prepare lessons."""

    class Kind(models.TextChoices):
        BORDSESSIE = "bordsessie", "bordsessie"
        WERKSESSIE = "werksessie", "werksessie"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="planned_sessions")
    kind = models.CharField("wat", max_length=12, choices=Kind.choices)
    on = models.DateField("dag")
    at = models.TimeField("tijd")

    class Meta:
        ordering = ("on", "at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("team", "kind", "on", "at"), name="one_planned_session_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} van {self.team}"


class BoardRole(models.Model):
    """Who does what in the next bordsessie, by first name; the roles change hands every week."""

    class Kind(models.TextChoices):
        LEIDER = "leider", "leider"
        SCHRIJVER = "schrijver", "schrijver"
        TIJDBEWAKER = "tijdbewaker", "tijdbewaker"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="board_roles")
    kind = models.CharField("rol", max_length=12, choices=Kind.choices)
    name = models.CharField("naam", max_length=40, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("team", "kind"), name="one_board_role_of_a_kind"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} van {self.team}: {self.name}"
