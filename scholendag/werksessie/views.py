"""Writing and sharing, by those who sit in the room."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.sessies.actors import Actor, actor_in
from scholendag.werksessie import actions, fragments, rules
from scholendag.werksessie.forms import LessonPlanForm
from scholendag.werksessie.models import LessonPlan

NOT_THE_WRITER = "Iemand anders schrijft nu voor jullie. Je tekst is niet bewaard."


@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what was typed. The answer is only the line that says so; the text stays as it is."""
    actor, plan = _find(request, pk)
    if not rules.may_write(actor, plan):
        return _saved(plan, NOT_THE_WRITER, status=422)
    form = LessonPlanForm(request.POST.dict(), plan)
    if not form.is_valid():
        problem = live.problems_in(form)
        return _saved(plan, problem, status=422)
    actions.write(plan, **form.cleaned_data)
    return _saved(plan)


@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Share the plan with everyone."""
    return _share(request, pk, actions.share)


@require_POST
def unshare(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the plan to the room again."""
    return _share(request, pk, actions.unshare)


def _share(request: HttpRequest, pk: int, verb: Callable[[LessonPlan], None]) -> HttpResponse:
    actor, plan = _find(request, pk)
    if not rules.may_share(actor, plan):
        raise Http404
    verb(plan)
    return live.refetch()


def _find(request: HttpRequest, pk: int) -> tuple[Actor, LessonPlan]:
    plan = get_object_or_404(LessonPlan.objects.select_related("block__sessie", "room"), pk=pk)
    actor = actor_in(request, plan.block.sessie)
    if not rules.readable_by(actor).filter(pk=pk).exists():
        raise Http404
    return actor, plan


def _saved(plan: LessonPlan, problem: str = "", status: int = 200) -> HttpResponse:
    return live.answer(fragments.saved(plan, problem), status=status)
