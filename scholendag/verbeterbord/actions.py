"""Keeping a team's verbeterbord: its link, what is planned and who does what."""

from datetime import date, time

from django.db import transaction

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards.models import Board
from scholendag.boards.opening import open_board
from scholendag.live import audiences
from scholendag.schools.models import Team
from scholendag.sessies.models import AccessLink, Sessie
from scholendag.verbeterbord import fragments, queries
from scholendag.verbeterbord.kinds import SUCCESSES
from scholendag.verbeterbord.models import BoardRole, PlannedSession


def open_bord(block: Block, team: Team) -> tuple[Board, AccessLink]:
    """The board of the team with its link; made when it is first asked for."""
    return open_board(block, SUCCESSES, team=team), open_link(block.sessie, team)


def open_successes(sessie: Sessie, team: Team) -> Board | None:
    """The board with the team's successes; None when none of its days has a place for it."""
    block = queries.block_of(sessie)
    return open_board(block, SUCCESSES, team=team) if block else queries.successes_of(team)


def open_link(sessie: Sessie, team: Team) -> AccessLink:
    """The one living link of the team's board."""
    return queries.link_of(team) or _make_link(sessie, team)


@transaction.atomic
def plan(team: Team, kind: str, on: date, at: time, here: Sessie) -> PlannedSession:
    """Plan a bordsessie or werksessie; planned twice it is there once. `here` sees it at once."""
    planned, _ = PlannedSession.objects.get_or_create(team=team, kind=kind, on=on, at=at)
    _show_planned(team, here)
    return planned


@transaction.atomic
def cancel(planned: PlannedSession, here: Sessie) -> None:
    """Take a planned session off the board."""
    planned.delete()
    _show_planned(planned.team, here)


@transaction.atomic
def give_role(team: Team, kind: str, name: str, here: Sessie) -> None:
    """Say who has this role in the next bordsessie; an empty name for nobody."""
    BoardRole.objects.update_or_create(team=team, kind=kind, defaults={"name": name})
    for audience in (audiences.team(team.pk), audiences.coaches(here.pk)):
        live.push(audience, fragments.roles(team))


@transaction.atomic
def _make_link(sessie: Sessie, team: Team) -> AccessLink:
    """Whoever asks at the same moment waits for us, and then finds ours."""
    Team.objects.select_for_update(no_key=True).get(pk=team.pk)
    return queries.link_of(team) or AccessLink.objects.create(
        sessie=sessie, team=team, role=AccessLink.Role.BORD
    )


def _show_planned(team: Team, here: Sessie) -> None:
    live.push(audiences.team(team.pk), fragments.planned(team))
    live.push(audiences.coaches(here.pk), fragments.planned(team))
    live.push(audiences.everyone(here.pk), fragments.next_sessions(team))
