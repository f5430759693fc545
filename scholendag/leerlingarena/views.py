"""What the coach and the gespreksleider press during a leerlingarena."""

import re
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.leerlingarena import actions, fragments, queries, rules
from scholendag.leerlingarena.forms import AantekenaarForm, FeedbackForm
from scholendag.leerlingarena.models import Question
from scholendag.sessies.actors import Actor, actor_in
from scholendag.sessies.queries import roster

TOO_LATE = "Je collega koos net al een andere vraag. Er is niets veranderd."
TURNS = {"erbij": actions.give_turn, "eraf": actions.take_back_turn}


@require_POST
def show_question(request: HttpRequest, pk: int, question: int) -> HttpResponse:
    """Put a question on every screen."""
    block = _arena(request, pk, rules.may_lead)
    wanted = get_object_or_404(Question, block=block, pk=question)
    shown = actions.show_question(block, wanted, _number(request.POST.get("seen", "")))
    notice = "" if shown else TOO_LATE
    return live.answer(
        fragments.question(block), fragments.lead(block, notice), fragments.turns(block)
    )


@require_POST
def turn(request: HttpRequest, pk: int, pupil: int, change: str) -> HttpResponse:
    """Count one turn more for a pupil, or undo the last."""
    block = _arena(request, pk, rules.may_lead)
    conversation = actions.open_conversation(block)
    if change not in TURNS or not rules.has_pupil(conversation, pupil):
        raise Http404
    TURNS[change](conversation, pupil)
    return live.answer(fragments.turns(block))


@require_POST
def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Let someone take notes for everyone."""
    block = _arena(request, pk, rules.may_arrange)
    form = AantekenaarForm(request.POST, candidates=roster(block.sessie))
    if not form.is_valid():
        problem = live.problems_in(form)
        return live.answer(fragments.aantekenaars(block, problem), status=422)
    try:
        actions.appoint(block, form.cleaned_data["participant"])
    except actions.TooManyAantekenaars as refused:
        return live.answer(fragments.aantekenaars(block, refused.message), status=422)
    return live.answer(fragments.aantekenaars(block))


@require_POST
def withdraw(request: HttpRequest, pk: int, participant: int) -> HttpResponse:
    """Let someone only listen again."""
    block = _arena(request, pk, rules.may_arrange)
    actions.withdraw(block, get_object_or_404(queries.aantekenaars(block.sessie), pk=participant))
    return live.answer(fragments.aantekenaars(block))


@require_POST
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what the pupils will hear, from whom and when."""
    block = _arena(request, pk, rules.may_arrange)
    form = FeedbackForm(request.POST)
    if form.is_valid():
        actions.agree_on_feedback(block, **form.cleaned_data)
    context = {"block": block, "form": form, "saved": form.is_valid()}
    status = 200 if form.is_valid() else 422
    return render(request, "leerlingarena/_feedback_form.html", context, status=status)


def _arena(request: HttpRequest, pk: int, may: Callable[[Actor, Block], bool]) -> Block:
    """The arena, found by someone who may. Raises Http404 for anyone else."""
    arenas = Block.objects.select_related("sessie").filter(instrument="leerlingarena")
    block = get_object_or_404(arenas, pk=pk)
    if not may(actor_in(request, block.sessie), block):
        raise Http404
    return block


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None
