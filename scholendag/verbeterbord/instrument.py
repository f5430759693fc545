"""The verbeterbord: successen, doel, acties and the next sessions, in that fixed order.

In the day the team gets to know its board; after the day it comes back to it every week, through
the link. Everyone of the team may write here.
"""

from scholendag.agenda.models import Block, Step
from scholendag.doelen.fragments import settled_context
from scholendag.doelen.queries import teams_in
from scholendag.instruments.declaration import Instrument, Panel, Phase, Scene
from scholendag.schools.models import Team
from scholendag.sessies.actors import Role
from scholendag.verbeterbord import actions, queries
from scholendag.verbeterbord.fragments import (
    Context,
    bord_context,
    planned_context,
    successes_to_read,
)
from scholendag.verbeterbord.kinds import SUCCESSES

EXPLAINS = "uitleg"


def panel(scene: Scene) -> Panel | None:
    """Your own board; all boards for the coach; goals and next sessions for the scherm."""
    explains = scene.step.phase == EXPLAINS
    if scene.role is Role.BEGELEIDER:
        boards = [_bord(scene, team) for team in teams_in(scene.block.sessie)]
        return Panel("verbeterbord/_begeleider.html", {"boards": boards})
    if scene.role is Role.SCHERM:
        return _scherm_panel(scene, explains=explains)
    team = queries.team_of(scene.actor.participant) if scene.actor.participant else None
    bord = _bord(scene, team) if team else {}
    return Panel("verbeterbord/_deelnemer.html", bord | {"explains": explains, "team": team})


def _bord(scene: Scene, team: Team) -> Context:
    board, link = actions.open_bord(scene.block, team)
    return bord_context(team, scene.actor, board, link, focus=scene.step.phase)


def _scherm_panel(scene: Scene, *, explains: bool) -> Panel:
    if explains:
        return Panel("verbeterbord/_uitleg.html")
    teams = [settled_context(team) | planned_context(team) for team in teams_in(scene.block.sessie)]
    return Panel("verbeterbord/_scherm.html", {"teams": teams})


def enter(step: Step) -> None:
    """Every team has a board and a link to it."""
    for team in teams_in(step.block.sessie):
        actions.open_bord(step.block, team)


def review(block: Block) -> Panel | None:
    """The successes of each team and what it planned; goals and actions are shown with doelen."""
    teams = [_review_of(block, team) for team in teams_in(block.sessie)]
    teams = [team for team in teams if team["view"] or team["planned"]]
    return Panel("verbeterbord/_review.html", {"teams": teams}) if teams else None


def _review_of(block: Block, team: Team) -> Context:
    return planned_context(team) | {"view": successes_to_read(team, block.sessie)}


INSTRUMENT = Instrument(
    slug="verbeterbord",
    label="Verbeterbord",
    phases=(
        Phase(EXPLAINS, "Uitleg", silent=True),
        Phase("rollen", "Rollen kiezen"),
        Phase("successen", "Eerste succes"),
        Phase("plannen", "Sessies plannen"),
    ),
    panel=panel,
    board_kinds=(SUCCESSES,),
    review=review,
    enter=enter,
)
