"""The pages where the coach prepares a leerlingarena."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from scholendag.agenda.models import Block
from scholendag.instruments.preparing import Preparation, block_to_prepare, places_for, sent
from scholendag.leerlingarena import actions, preparing, queries
from scholendag.leerlingarena.forms import ConversationForm, QuestionForm
from scholendag.leerlingarena.fragments import aantekenaars_context
from scholendag.leerlingarena.models import Question


@require_http_methods(["GET", "POST"])
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions, the aantekenaars, the number of pupils and the checklist."""
    preparation = _preparation(request, pk)
    block = preparation.block
    conversation = queries.conversation_of(block)
    form = ConversationForm(sent(request), instance=conversation or actions.unopened(block))
    if form.is_valid():
        preparing.set_up(actions.open_conversation(block), **form.cleaned_data)
        messages.success(request, "Bewaard.")
        return redirect("leerlingarena:prepare", pk=pk)
    context = aantekenaars_context(block) | {
        "arena": block,
        "actor": preparation.actor,
        "form": form,
        "questions": queries.questions_of(block),
        "offered": [] if conversation else actions.offered(block),
    }
    status = 422 if form.is_bound else 200
    return render(request, "leerlingarena/prepare.html", context, status=status)


@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over the questions that the programme offers, to change and order them."""
    actions.open_conversation(_preparation(request, pk).block)
    return redirect("leerlingarena:prepare", pk=pk)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A new question."""
    preparation = _preparation(request, pk)
    form = QuestionForm(sent(request))
    if not form.is_valid():
        return _question_page(request, preparation, form)
    preparing.add_question(preparation.block, **form.cleaned_data)
    return _stored(request, preparation.block)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a question."""
    question = _question(request, pk)
    form = QuestionForm(sent(request), instance=question)
    if not form.is_valid():
        return _question_page(request, _preparation(request, question.block_id), form)
    preparing.change_question(question, **form.cleaned_data)
    return _stored(request, question.block)


@require_POST
def move(request: HttpRequest, pk: int, direction: str) -> HttpResponse:
    """Put a question one place up or down."""
    question = _question(request, pk)
    preparing.move_question(question, places_for(direction))
    return redirect("leerlingarena:prepare", pk=question.block_id)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question off the list."""
    question = _question(request, pk)
    preparing.remove_question(question)
    messages.success(request, "De vraag is weg.")
    return redirect("leerlingarena:prepare", pk=question.block_id)


def _preparation(request: HttpRequest, pk: int) -> Preparation:
    return block_to_prepare(request, pk, "leerlingarena")


def _question(request: HttpRequest, pk: int) -> Question:
    question = get_object_or_404(Question.objects.select_related("block"), pk=pk)
    _preparation(request, question.block_id)
    return question


def _question_page(
    request: HttpRequest, preparation: Preparation, form: QuestionForm
) -> HttpResponse:
    context = {
        "arena": preparation.block,
        "actor": preparation.actor,
        "form": form,
        "is_new": form.instance.pk is None,
    }
    status = 422 if form.is_bound else 200
    return render(request, "leerlingarena/question.html", context, status=status)


def _stored(request: HttpRequest, block: Block) -> HttpResponse:
    messages.success(request, "De vraag is bewaard.")
    return redirect("leerlingarena:prepare", pk=block.pk)
