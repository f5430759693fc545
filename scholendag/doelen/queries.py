"""Goals of teams, how far each team is, and what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from scholendag.agenda.models import Step
from scholendag.breakouts.models import Room
from scholendag.breakouts.queries import rooms, seating_of
from scholendag.doelen.models import Action, Goal
from scholendag.schools.models import Team
from scholendag.sessies.models import Sessie

GAPS = {
    "improvement": "Schrijf op wat jullie beter willen maken.",
    "group": "Schrijf op om welke groep leerlingen het gaat.",
    "pupils_text": "Schrijf op wat leerlingen dan weten, kunnen, doen of voelen.",
}

PARTS = ("verbetering", "doel", "acties")  # of making a goal, in this order


def goals() -> QuerySet[Goal]:
    """Goals with what their fragments need at hand."""
    return Goal.objects.select_related("team", "sessie").prefetch_related("actions")


def goals_of(team: Team) -> QuerySet[Goal]:
    """The fixed goals of a team, of all its days, the newest first."""
    return goals().filter(team=team, fixed_at__isnull=False).order_by("-fixed_at", "-pk")


def goals_in(sessie: Sessie, team: Team | None = None) -> QuerySet[Goal]:
    """What was made in this sessie, drafts included, by one team or by all."""
    found = goals().filter(sessie=sessie)
    return found.filter(team=team) if team else found.order_by("team__position", "team_id", "pk")


def team_rooms(sessie: Sessie) -> list[Room]:
    """The rooms where the lerarenteams of this sessie sit, once that is settled; one a team."""
    found = rooms().filter(
        division__sessie=sessie, division__fixed_at__isnull=False, team__isnull=False
    )
    by_team = {room.team_id: room for room in found.order_by("division__fixed_at", "number")}
    return sorted(by_team.values(), key=lambda room: (room.number, room.pk))


def teams_in(sessie: Sessie) -> list[Team]:
    """The lerarenteams of this sessie, once it is settled where they sit."""
    return [room.team for room in team_rooms(sessie) if room.team]


def room_of_team(sessie: Sessie, team: Team) -> Room | None:
    """Where this team sits today."""
    return next((room for room in team_rooms(sessie) if room.team_id == team.pk), None)


def rooms_with_text(step: Step, rooms: Iterable[int]) -> Iterable[int]:
    """Which of these rooms (by pk) wrote something of a goal; in steps about goals only."""
    if step.block.instrument != "doelen":
        return []
    written = Goal.objects.filter(sessie=step.block.sessie_id)
    written = written.exclude(improvement="", group="", pupils_text="")
    teams = written.values("team")
    return Room.objects.filter(pk__in=list(rooms), team__in=teams).values_list("pk", flat=True)


def names_of(team: Team) -> list[str]:
    """The names of who sat with this team the last time; nothing once they have expired."""
    found = rooms().filter(team=team, division__fixed_at__isnull=False)
    room = found.order_by("division__fixed_at").last()
    return seating_of(room).names if room else []


def gaps_of(goal: Goal) -> dict[str, str]:
    """What a goal lacks before it can be fixed: field and what to do about it."""
    return {field: message for field, message in GAPS.items() if not getattr(goal, field).strip()}


def has_content(goal: Goal) -> bool:
    """Someone wrote something: it is more than an empty draft."""
    return any(getattr(goal, field) for field in GAPS) or bool(goal.actions.all())


def part_of(draft: Goal) -> str:
    """The part that comes first for this draft: the one that is not finished, by its phase."""
    if not draft.improvement.strip():
        return "verbetering"
    return "doel" if gaps_of(draft) else "acties"


@dataclass(frozen=True)
class Standing:
    """How far a team is."""

    team: Team
    goals: tuple[Goal, ...]

    @property
    def draft(self) -> Goal | None:
        """What the team is writing now."""
        return next((goal for goal in self.goals if not goal.is_fixed), None)

    @property
    def label(self) -> str:
        """The first part that is not finished, in words."""
        if self.draft is None and self.goals:
            return "Doel vastgesteld"
        part = part_of(self.draft) if self.draft else PARTS[0]
        return f"Stap {PARTS.index(part) + 1} van {len(PARTS)}: {part}"

    @property
    def gaps(self) -> list[str]:
        """What is still missing, in a few words each."""
        actions = [action for goal in self.goals for action in goal.actions.all()]
        found = list(_gap_words(self.draft)) if self.draft else []
        if not actions:
            found.append("acties")
        return found + list(_counted(actions))


def standing_of(sessie: Sessie, team: Team) -> Standing:
    """How far this team is in this sessie."""
    return Standing(team, tuple(goals_in(sessie, team)))


def standings_in(sessie: Sessie) -> list[Standing]:
    """How far every team of this sessie is, once it is settled where they sit."""
    made = list(goals_in(sessie))
    return [
        Standing(team, tuple(goal for goal in made if goal.team_id == team.pk))
        for team in teams_in(sessie)
    ]


def _gap_words(draft: Goal) -> Iterable[str]:
    words = {"improvement": "verbetering", "group": "groep leerlingen", "pupils_text": "doel"}
    return (words[field] for field in gaps_of(draft))


def _counted(actions: list[Action]) -> Iterable[str]:
    for mark, lacking in {
        "wie": [action for action in actions if not action.who],
        "wanneer": [action for action in actions if action.due_on is None],
    }.items():
        if lacking:
            yield f"{mark} bij {len(lacking)} {'actie' if len(lacking) == 1 else 'acties'}"
