"""How the parts of a team's verbeterbord look, wherever they are shown."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from scholendag import live
from scholendag.boards.boardview import BoardView
from scholendag.boards.fragments import board_context as notes_context
from scholendag.boards.models import Board
from scholendag.doelen import queries as doelen
from scholendag.doelen import rules
from scholendag.doelen.fragments import board_context as goals_context
from scholendag.doelen.fragments import settled_context
from scholendag.schools.models import Team
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import AccessLink, Sessie
from scholendag.verbeterbord import queries

Context = dict[str, Any]

# For what a team takes on in the weeks that the paper hangs there.
BLANK_ROWS = 3


def bord_context(
    team: Team, actor: Actor, board: Board | None, link: AccessLink | None, focus: str = ""
) -> Context:
    """What `verbeterbord/_bord.html` is filled with: all four parts as this actor may use them."""
    notes = notes_context(board, actor) if board else {"view": None}
    return {
        **goals_context(team),
        **notes,
        **planned_context(team),
        "draft": _draft_of(team, actor),
        "roles": queries.roles_of(team),
        "names": doelen.names_of(team),
        "path": reverse("verbeterbord:bord", args=[link.token]) if link else "",
        "focus": focus,
    }


def paper_context(team: Team, sessie: Sessie) -> Context:
    """What `verbeterbord/paper.html` is filled with: what runs now, to read, without authors."""
    roles = queries.roles_of(team)
    return {
        **settled_context(team),
        **planned_context(team),
        "sessie": sessie,
        "view": successes_to_read(team, sessie),
        "roles": roles if any(role.name for role in roles) else [],
        "blank": range(BLANK_ROWS),
        "today": timezone.localdate(),
    }


def successes_to_read(team: Team, sessie: Sessie) -> BoardView | None:
    """The team's successes as everyone may read them; None while there are none."""
    board = queries.successes_of(team)
    view = notes_context(board, Actor(sessie, Role.SCHOOLLEIDER))["view"] if board else None
    return view if view is not None and any(lane.has_notes for lane in view.lanes) else None


def planned_context(team: Team) -> Context:
    """What `verbeterbord/_planned.html` and `verbeterbord/_next.html` are filled with."""
    planned = list(queries.upcoming(team))
    return {
        "team": team,
        "planned": planned,
        "next_sessions": queries.first_of_each_kind(planned),
    }


def planned(team: Team) -> live.Fragment:
    """All that is planned, for those who can change it."""
    return live.replace(
        f"bord-afspraken-{team.pk}", lambda: _render("_planned", **planned_context(team))
    )


def next_sessions(team: Team) -> live.Fragment:
    """The next time, for everyone of the sessie."""
    return live.replace(
        f"bord-volgende-{team.pk}", lambda: _render("_next", **planned_context(team))
    )


def roles(team: Team) -> live.Fragment:
    """Who has which role in the next bordsessie."""
    return live.replace(
        f"bord-rollen-{team.pk}",
        lambda: _render("_roles", team=team, roles=queries.roles_of(team)),
    )


def new_plan_form(team: Team) -> live.Fragment:
    """An empty form for the next session to plan, in place of the one that was sent."""
    return live.Fragment(
        f"#bord-plan-{team.pk}", "outerHTML", lambda: _render("_plan_form", team=team)
    )


def line(element_id: str, text: str, *, is_problem: bool = False) -> live.Fragment:
    """A word beside this form. A refetch of the page leaves it there."""
    return live.Fragment(
        f"#{element_id}-melding",
        "innerMorph",
        lambda: render_to_string("doelen/_line.html", {"text": text, "is_problem": is_problem}),
    )


def _draft_of(team: Team, actor: Actor) -> Context | None:
    """The goal that the team still has to fix today, its part, and whether this actor writes."""
    drafts = doelen.goals_in(actor.sessie, team).filter(fixed_at=None)
    goal = next((one for one in drafts if doelen.has_content(one)), None)
    if goal is None:
        return None
    writes = not rules.refusal_of_goal(actor, goal)
    return {"goal": goal, "writes": writes, "part": doelen.part_of(goal)}


def _render(template: str, **context: Any) -> str:
    return render_to_string(f"verbeterbord/{template}.html", context)
