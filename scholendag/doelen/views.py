"""Writing goals and actions. Answers are pieces of the page; what is being typed stays as it is."""

from collections.abc import Callable, Iterable, Mapping

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.breakouts.writing import CONFLICT, NotTheWriter, Overtaken, answer, marked
from scholendag.doelen import actions, fragments, rules
from scholendag.doelen.access import actor_for
from scholendag.doelen.forms import ActionForm, GoalForm
from scholendag.doelen.models import Action, Goal
from scholendag.sessies.actors import Actor

TEXTS = ("improvement", "group", "pupils_text")


@require_POST
def write(request: HttpRequest, pk: int, field: str) -> HttpResponse:
    """Store one field of a draft, as soon as it changes."""
    goal, actor = _find(request, pk)
    if field not in GoalForm.Meta.fields:
        raise Http404
    if field in TEXTS:
        return _write_text(goal, actor, field, request.POST)
    if refused := _write(goal, actor, {field: request.POST.get(field, "")}):
        return refused
    return _saved(goal, field)


@require_POST
def fix(request: HttpRequest, pk: int) -> HttpResponse:
    """Settle on the goal as it stands on the screen of who presses."""
    goal, actor = _find(request, pk)
    if refused := _write(goal, actor, request.POST.dict()):
        return refused
    try:
        actions.fix(goal)
    except actions.Incomplete as error:
        return _problems(goal, error.gaps | {"vast": error.message})
    except actions.AlreadyFixed as error:
        return _refused(goal, error.message)
    return live.refetch()


@require_POST
def start_anew(request: HttpRequest, pk: int) -> HttpResponse:
    """A new goal beside this one, which stays."""
    goal, actor = _find(request, pk)
    if refusal := rules.refusal_of_pen(actor, goal):
        return _refused(goal, refusal)
    actions.start_anew(goal)
    return live.refetch()


@require_POST
def add_action(request: HttpRequest, pk: int) -> HttpResponse:
    """A new action for this goal."""
    goal, actor = _find(request, pk)
    if refusal := rules.refusal_of_action(actor, goal):
        return _refused(goal, refusal, request.POST.get("what", ""))
    form = ActionForm(request.POST)
    if not form.is_valid():
        return live.answer(_problem_in(form, f"{goal.actions_dom_id}-nieuw"), status=422)
    action = actions.add_action(goal, **form.cleaned_data)
    return live.answer(fragments.new_action(action), fragments.new_action_form(goal))


@require_POST
def change_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words, someone else or another day for this action."""
    action, actor = _find_action(request, pk)
    if refusal := rules.refusal_of_action(actor, action.goal):
        return _refused(action.goal, refusal, request.POST.get("what", ""))
    form = ActionForm(request.POST, instance=action)
    if not form.is_valid():
        return live.answer(_problem_in(form, action.dom_id), status=422)
    texts = {name: form.cleaned_data[name] for name in ActionForm.Meta.fields}
    try:
        actions.change_action(action, **texts)
    except actions.Gone as error:
        return _refused(action.goal, error.message, texts["what"])
    return live.answer(fragments.action(action), fragments.line(action.dom_id, "Bewaard."))


@require_POST
def remove_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an action out of a draft."""
    action, actor = _find_action(request, pk)
    if refusal := rules.refusal_of_goal(actor, action.goal):
        return _refused(action.goal, refusal)
    gone = live.remove(action.dom_id)
    try:
        actions.remove_action(action)
    except actions.AlreadyFixed as error:
        return _refused(action.goal, error.message)
    return live.answer(gone)


@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """This action is done."""
    return _tick(request, pk, actions.tick)


@require_POST
def untick(request: HttpRequest, pk: int) -> HttpResponse:
    """This action is not done after all."""
    return _tick(request, pk, actions.untick)


def _find(request: HttpRequest, pk: int) -> tuple[Goal, Actor]:
    """A goal of the team of who asks, or of the coach's school. Raises Http404."""
    goal = get_object_or_404(Goal.objects.select_related("team", "sessie__school"), pk=pk)
    return goal, actor_for(request, goal.team)


def _find_action(request: HttpRequest, pk: int) -> tuple[Action, Actor]:
    action = get_object_or_404(Action, pk=pk)
    action.goal, actor = _find(request, action.goal_id)
    return action, actor


def _write(goal: Goal, actor: Actor, sent: Mapping[str, str]) -> HttpResponse | None:
    """Store what was sent; the answer to give when that cannot be done."""
    if refusal := rules.refusal_of_goal(actor, goal):
        return _refused(goal, refusal, *_unstored(goal, sent))
    form = GoalForm(sent, goal)
    if not form.is_valid():
        return _problems(goal, {name: _said(texts) for name, texts in form.errors.items()})
    try:
        actions.write(goal, **form.cleaned_data)
    except actions.AlreadyFixed as error:
        goal.refresh_from_db()
        return _refused(goal, error.message, *_unstored(goal, sent))
    return None


def _write_text(goal: Goal, actor: Actor, field: str, sent: QueryDict) -> HttpResponse:
    """Store a text of a draft, beside what another device stored in the meantime."""
    typed = {field: sent.get(field, "")}
    if refusal := rules.refusal_of_draft(actor, goal):
        return _refused(goal, refusal, *_unstored(goal, typed))
    form = GoalForm(typed, goal)
    if not form.is_valid():
        return _problems(goal, {name: _said(texts) for name, texts in form.errors.items()})
    text, has_pen = form.cleaned_data[field], rules.writes_for(actor, goal)
    try:
        stored = actions.write_text(goal, field, text, sent.getlist("base"), has_pen=has_pen)
    except (actions.AlreadyFixed, NotTheWriter) as error:
        goal.refresh_from_db()
        return _refused(
            goal, rules.refusal_of_goal(actor, goal) or error.message, *_unstored(goal, typed)
        )
    except Overtaken as error:
        goal.refresh_from_db()
        line = fragments.line(f"{goal.dom_id}-{field}", error.message, is_problem=True)
        fields = fragments.fields(goal.pk)
        return answer(text, getattr(goal, field), fields, line, status=CONFLICT)
    return marked(_saved(goal, field), text, stored)


def _saved(goal: Goal, field: str) -> HttpResponse:
    return live.answer(
        fragments.fields(goal.pk),
        fragments.sentence(goal.pk),
        fragments.line(f"{goal.dom_id}-{field}", "Bewaard."),
        fragments.line(f"{goal.dom_id}-vast", ""),
    )


def _tick(request: HttpRequest, pk: int, verb: Callable[[Action], None]) -> HttpResponse:
    action, actor = _find_action(request, pk)
    if refusal := rules.refusal_of_tick(actor, action.goal):
        return _refused(action.goal, refusal)
    try:
        verb(action)
    except actions.Gone as error:
        return _refused(action.goal, error.message)
    return live.answer(fragments.action(action), fragments.tally(action.goal.team))


def _unstored(goal: Goal, sent: Mapping[str, str]) -> list[str]:
    """What was typed and is not what the goal says."""
    typed = {name: sent[name].strip() for name in TEXTS if name in sent}
    return [text for name, text in typed.items() if text != getattr(goal, name)]


def _problem_in(form: ActionForm, element_id: str) -> live.Fragment:
    return fragments.line(element_id, live.problems_in(form), is_problem=True)


def _said(texts: Iterable[object]) -> str:
    return " ".join(str(text) for text in texts)


def _problems(goal: Goal, problems: Mapping[str, str]) -> HttpResponse:
    """What to do about each field, beside it."""
    lines = (
        fragments.line(f"{goal.dom_id}-{field}", text, is_problem=True)
        for field, text in problems.items()
    )
    return live.answer(*lines, status=422)


def _refused(goal: Goal, text: str, *lost: str) -> HttpResponse:
    typed = [words for words in lost if words.strip()]
    return live.answer(fragments.refused(goal, text, typed), status=422)
