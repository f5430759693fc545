"""What stands on a team's verbeterbord."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from scholendag.agenda.models import Block
from scholendag.boards.models import Board
from scholendag.boards.queries import all_boards
from scholendag.breakouts.queries import rooms_of
from scholendag.schools.models import Team
from scholendag.sessies.models import AccessLink, Participant, Sessie
from scholendag.verbeterbord.kinds import SUCCESSES
from scholendag.verbeterbord.models import BoardRole, PlannedSession


@dataclass(frozen=True)
class RoleLine:
    """A role and who has it; an empty name for nobody yet."""

    kind: BoardRole.Kind
    name: str

    @property
    def slug(self) -> str:
        """The name of the role in paths and ids."""
        return self.kind.value

    @property
    def label(self) -> str:
        """The role as people call it."""
        return str(self.kind.label)


def team_of(participant: Participant) -> Team | None:
    """The lerarenteam that this person was told to sit with, the last time if there were more."""
    room = rooms_of(participant).filter(team__isnull=False).order_by("division__fixed_at").last()
    return room.team if room else None


def upcoming(team: Team) -> QuerySet[PlannedSession]:
    """What the team planned from today on, the first one first."""
    return PlannedSession.objects.filter(team=team, on__gte=timezone.localdate())


def first_of_each_kind(upcoming: Iterable[PlannedSession]) -> list[PlannedSession]:
    """The first bordsessie and the first werksessie to come, as far as they are planned."""
    first: dict[str, PlannedSession] = {}
    for planned in upcoming:
        first.setdefault(planned.kind, planned)
    return list(first.values())


def roles_of(team: Team) -> list[RoleLine]:
    """All three roles in their fixed order, and who has them."""
    names = dict(BoardRole.objects.filter(team=team).values_list("kind", "name"))
    return [RoleLine(kind, names.get(kind.value, "")) for kind in BoardRole.Kind]


def link_of(team: Team) -> AccessLink | None:
    """The living link of the team's board. There is one, whatever the number of its days."""
    links = AccessLink.objects.filter(team=team, role=AccessLink.Role.BORD, revoked_at=None)
    return links.select_related("sessie", "team").order_by("pk").first()


def successes_of(team: Team) -> Board | None:
    """The board with the team's successes, from whichever of its days."""
    return all_boards().filter(kind_slug=SUCCESSES.slug, team=team).first()


def block_of(sessie: Sessie) -> Block | None:
    """The block of this sessie in which the boards are explained, if it has one."""
    return Block.objects.filter(sessie=sessie, instrument="verbeterbord").first()
