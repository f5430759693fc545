"""Doelen en acties: in three steps from what should be better to who does what this week.

The three steps (verbetering, doel, acties) are those of the facilitator's guide. The phase says
which of them stands open on the screen; the others are a line each that can be unfolded, so a team
may go back or run ahead.
"""

from scholendag.agenda.models import Block, Step
from scholendag.doelen import actions, queries
from scholendag.doelen.candidates import CANDIDATES, candidates_context
from scholendag.doelen.fragments import settled_context, team_context
from scholendag.doelen.models import Goal
from scholendag.instruments.declaration import Instrument, Panel, Phase, Scene
from scholendag.sessies.actors import Role


def panel(scene: Scene) -> Panel | None:
    """The coach follows all teams, the scherm shows what is fixed, a deelnemer sees the team."""
    if scene.role is Role.BEGELEIDER:
        return _coach_panel(scene)
    if scene.step.phase == "uitleg":
        return Panel("doelen/_uitleg.html")
    if scene.role is Role.SCHERM:
        teams = [settled_context(team) for team in queries.teams_in(scene.block.sessie)]
        return Panel("doelen/_scherm.html", {"teams": teams})
    return _team_panel(scene)


def _coach_panel(scene: Scene) -> Panel:
    standings = queries.standings_in(scene.block.sessie)
    context = {"standings": standings, **candidates_context(scene.block)}
    return Panel("doelen/_begeleider.html", context)


def _team_panel(scene: Scene) -> Panel | None:
    room = scene.room
    if room is None or room.team is None:
        return None
    actions.open_goal(scene.block.sessie, room.team)
    writes = scene.actor.participant is not None and room.writer_id == scene.actor.participant.pk
    context = team_context(scene.block.sessie, room.team, writes=writes)
    names = queries.names_of(room.team)
    context |= {"phase": scene.step.phase, "names": names, **candidates_context(scene.block)}
    return Panel("doelen/_deelnemer.html", context)


def enter(step: Step) -> None:
    """Every team that has been made has a draft to write in."""
    for team in queries.teams_in(step.block.sessie):
        actions.open_goal(step.block.sessie, team)


def review(block: Block) -> Panel | None:
    """The goals and actions of every team, also those that were not fixed."""
    goals = _written(block)
    return Panel("doelen/_review.html", {"goals": goals}) if goals else None


def agreed(block: Block) -> Panel | None:
    """The same, as a document: each goal with a table of who does what when."""
    goals = _written(block)
    return Panel("doelen/_agreed.html", {"goals": goals}) if goals else None


def _written(block: Block) -> list[Goal]:
    return [goal for goal in queries.goals_in(block.sessie) if queries.has_content(goal)]


INSTRUMENT = Instrument(
    slug="doelen",
    label="Doelen en acties",
    phases=(
        Phase("uitleg", "Uitleg", silent=True),
        Phase("verbetering", "Stap 1: verbetering"),
        Phase("doel", "Stap 2: doel"),
        Phase("acties", "Stap 3: acties"),
    ),
    panel=panel,
    board_kinds=(CANDIDATES,),
    review=review,
    agreed=agreed,
    builds_on=("inspiratieverhaal", "datamuur", "leerlingarena"),
    enter=enter,
)
