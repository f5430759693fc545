"""The page of a team's verbeterbord, and what can be changed there or in the day."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_POST, require_safe

from scholendag import live
from scholendag.doelen.access import actor_for
from scholendag.schools.models import Team
from scholendag.sessies.actors import Actor, bord_actor
from scholendag.verbeterbord import actions, fragments, queries
from scholendag.verbeterbord.forms import PlanForm, RoleForm
from scholendag.verbeterbord.models import BoardRole, PlannedSession


@require_safe
@gzip_page
def bord(request: HttpRequest, token: str) -> HttpResponse:
    """The board of a team, for whoever holds its link, during the day and long after it."""
    actor = bord_actor(token)
    assert actor.team  # noqa: S101 - a bord link has a team, by a constraint
    board = actions.open_successes(actor.sessie, actor.team)
    context = fragments.bord_context(actor.team, actor, board, queries.link_of(actor.team))
    context |= {"actor": actor, "sessie": actor.sessie, "token": token}
    return live.conditional(request, render(request, "verbeterbord/bord.html", context))


@require_safe
@gzip_page
def paper(request: HttpRequest, token: str) -> HttpResponse:
    """The same board to hang on the wall: without anything to press, and without its link."""
    actor = bord_actor(token)
    assert actor.team  # noqa: S101 - a bord link has a team, by a constraint
    context = fragments.paper_context(actor.team, actor.sessie)
    return render(request, "verbeterbord/paper.html", context | {"token": token})


@require_POST
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan the next bordsessie or werksessie of this team."""
    team, actor = _find(request, pk)
    form = PlanForm(request.POST)
    if not form.is_valid():
        return live.answer(_problem(form, f"bord-plan-{team.pk}"), status=422)
    actions.plan(team, **form.cleaned_data, here=actor.sessie)
    return live.answer(fragments.planned(team), fragments.new_plan_form(team))


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a planned session off the board."""
    planned = get_object_or_404(PlannedSession.objects.select_related("team"), pk=pk)
    actor = actor_for(request, planned.team)
    actions.cancel(planned, actor.sessie)
    return live.answer(fragments.planned(planned.team))


@require_POST
def give_role(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Say who leads, writes or keeps the time in the next bordsessie."""
    team, actor = _find(request, pk)
    if kind not in BoardRole.Kind.values:
        raise Http404
    form = RoleForm(request.POST)
    place = f"bord-rol-{team.pk}-{kind}"
    if not form.is_valid():
        return live.answer(_problem(form, place), status=422)
    actions.give_role(team, kind, form.cleaned_data["name"], actor.sessie)
    return live.answer(fragments.line(place, "Bewaard."))


def _find(request: HttpRequest, pk: int) -> tuple[Team, Actor]:
    team = get_object_or_404(Team, pk=pk)
    return team, actor_for(request, team)


def _problem(form: PlanForm | RoleForm, element_id: str) -> live.Fragment:
    return fragments.line(element_id, live.problems_in(form), is_problem=True)
