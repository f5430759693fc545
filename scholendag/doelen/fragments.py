"""How goals and actions look, wherever they are shown."""

from typing import Any

from django.template.loader import render_to_string

from scholendag import live
from scholendag.doelen import queries
from scholendag.doelen.models import Action, Goal
from scholendag.schools.models import Team
from scholendag.sessies.models import Sessie

Context = dict[str, Any]


def team_context(sessie: Sessie, team: Team, *, writes: bool) -> Context:
    """What `doelen/_team.html` is filled with, for the one who writes or for the others."""
    goals = list(queries.goals_in(sessie, team))
    draft = next((goal for goal in goals if not goal.is_fixed), None)
    return {"team": team, "goals": goals, "writes": writes, "draft": draft}


def board_context(team: Team) -> Context:
    """What `doelen/_board.html` and `doelen/_tally.html` are filled with."""
    return {"team": team, "goals": list(queries.goals_of(team))}


def settled_context(team: Team) -> Context:
    """What `doelen/_settled.html` is filled with: the goals that run now."""
    return {"team": team, "goals": [goal for goal in queries.goals_of(team) if not goal.is_over]}


def sheet(pk: int) -> live.Fragment:
    """The goal with its actions, to read."""
    return live.replace(f"doel-{pk}", lambda: _render("_sheet", goal=_goal(pk)))


def sentence(pk: int) -> live.Fragment:
    """The goal as a sentence."""
    return live.replace(f"doel-{pk}-zin", lambda: _render("_goal", goal=_goal(pk)))


def fields(pk: int) -> live.Fragment:
    """The fields of a draft, for its writer on every device."""
    return live.replace(f"doel-{pk}-velden", lambda: _render("_fields", goal=_goal(pk)))


def standing(sessie: Sessie, of: Team) -> live.Fragment:
    """How far a team is, for the coaches."""
    return live.replace(
        f"doelen-stand-{of.pk}",
        lambda: _render("_standing", standing=queries.standing_of(sessie, of)),
    )


def settled(of: Team) -> live.Fragment:
    """The goals that a team has fixed, for everyone."""
    return live.replace(f"doelen-vast-{of.pk}", lambda: _render("_settled", **settled_context(of)))


def tally(of: Team) -> live.Fragment:
    """How many goals and actions a team has."""
    return live.replace(f"doelen-telling-{of.pk}", lambda: _render("_tally", **board_context(of)))


def new_action(action: Action) -> live.Fragment:
    """An action, put in the list of its goal."""
    return live.upsert(action.goal.actions_dom_id, lambda: _render_action(action.pk))


def action(action: Action) -> live.Fragment:
    """An action, in the place where it is."""
    return live.replace(action.dom_id, lambda: _render_action(action.pk))


def new_action_form(goal: Goal) -> live.Fragment:
    """An empty form for the next action, in place of the one that was sent."""
    return live.Fragment(
        f"#{goal.actions_dom_id}-nieuw", "outerHTML", lambda: _render("_new_action", goal=goal)
    )


def line(element_id: str, text: str, *, is_problem: bool = False) -> live.Fragment:
    """A word beside this field or form. A refetch of the page leaves it there."""
    return live.Fragment(
        f"#{element_id}-melding",
        "innerMorph",
        lambda: _render("_line", text=text, is_problem=is_problem),
    )


def refused(goal: Goal, text: str, lost: list[str]) -> live.Fragment:
    """Why something was not stored, and what: so that it can be read and passed on."""
    return live.Fragment(
        f"#{goal.dom_id}-melding", "innerMorph", lambda: _render("_refused", text=text, lost=lost)
    )


def _render(template: str, **context: Any) -> str:
    return render_to_string(f"doelen/{template}.html", context)


def _render_action(pk: int) -> str:
    action = Action.objects.select_related("goal__team", "goal__sessie").get(pk=pk)
    return _render("_action", action=action)


def _goal(pk: int) -> Goal:
    return queries.goals().get(pk=pk)
