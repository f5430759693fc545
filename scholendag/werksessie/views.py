"""Writing and sharing, by those who sit in the room."""

from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.breakouts.writing import CONFLICT, NotTheWriter, Overtaken, answer
from scholendag.sessies.actors import Actor, actor_in
from scholendag.werksessie import actions, fragments, rules
from scholendag.werksessie.forms import LessonPlanForm
from scholendag.werksessie.models import LessonPlan

CLOSED = "De dag is afgesloten. Je tekst staat nog op dit apparaat."


@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what was typed. The answer is the line that says so, and the text as it is now when
    that is not what was sent."""
    actor, plan = _find(request, pk)
    if actor.sessie.is_closed:
        return _saved(plan, CLOSED, status=422)
    form = LessonPlanForm(request.POST.dict(), plan)
    if not form.is_valid():
        problem = live.problems_in(form)
        return _saved(plan, problem, status=422)
    bases = request.POST.getlist("base") if rules.sits_with(actor, plan) else []
    has_pen = rules.may_write(actor, plan)
    try:
        actions.write(plan, bases, has_pen=has_pen, **form.cleaned_data)
    except NotTheWriter as refused:
        return _saved(plan, refused.message, status=422)
    except Overtaken as refused:
        return _written(plan, form.cleaned_data, refused.message, status=CONFLICT)
    return _written(plan, form.cleaned_data)


def _written(
    plan: LessonPlan, sent: Mapping[str, str], problem: str = "", status: int = 200
) -> HttpResponse:
    stored = "".join(getattr(plan, field) for field in sent)
    line = fragments.saved(plan, problem)
    return answer("".join(sent.values()), stored, fragments.fields(plan.pk), line, status=status)


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
