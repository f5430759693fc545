"""Changing the steps of an agenda; the answer is the agenda with its new times."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from scholendag.agenda import adding, editing, moving, undo
from scholendag.agenda.models import Block, Step
from scholendag.agenda.moving import Direction
from scholendag.agenda.pages import step_form
from scholendag.agenda.place_forms import NewStepForm, StepPlaceForm
from scholendag.agenda.queries import steps_of
from scholendag.agenda.responses import after, after_form
from scholendag.agenda.row_forms import MinutesForm
from scholendag.agenda.single import FormPage, is_sent
from scholendag.sessies.actors import Actor, coach_of


@require_POST
def change_minutes(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Plan other minutes for a step."""
    actor, found = _coach_and_step(request, pk, step)
    form = MinutesForm(found, request.POST)
    return after_form(request, actor, form, partial(editing.change_step, actor, found))


@require_POST
def change(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Change the texts, groups and slack of a step."""
    actor, found = _coach_and_step(request, pk, step)
    form = step_form(actor, found, request.POST)
    return after_form(request, actor, form, partial(editing.change_step, actor, found))


@require_POST
def move(request: HttpRequest, pk: int, step: int, direction: Direction) -> HttpResponse:
    """Move a step one place within its block."""
    actor, found = _coach_and_step(request, pk, step)
    return after(request, actor, partial(moving.move_step, actor, found, direction))


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Choose any place for a step; a drop in the agenda comes here as well."""
    actor, found = _coach_and_step(request, pk, step)
    form = StepPlaceForm(actor, found, request.POST if is_sent(request) else None)
    page = FormPage(f"Waar komt {found}?", "Zet hier")
    if not form.is_valid():
        return page.show(request, actor, form)
    block, before = form.chosen
    return after(request, actor, partial(moving.put_step, actor, found, block, before))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk: int, block: int) -> HttpResponse:
    """Add a step to a block."""
    actor = coach_of(request, pk)
    found = get_object_or_404(Block, sessie=actor.sessie, pk=block)
    form = NewStepForm(actor, found, request.POST if is_sent(request) else None)
    page = FormPage(f"Voeg een stap toe aan {found}", "Voeg toe")
    if not form.is_valid():
        return page.show(request, actor, form)
    return page.store(
        request, actor, form, lambda: adding.add_step(actor, found, form.content, form.before)
    )


@require_POST
def skip(request: HttpRequest, pk: int, step: int, skip: bool) -> HttpResponse:
    """Pass by a step, or do it after all."""
    actor, found = _coach_and_step(request, pk, step)
    return after(request, actor, partial(moving.skip_step, actor, found, skip))


@require_POST
def remove(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Take a step away, with a button to put it back."""
    actor, found = _coach_and_step(request, pk, step)
    taken = undo.taken_step(found)
    return after(request, actor, partial(moving.remove_step, actor, found), taken)


def _coach_and_step(request: HttpRequest, pk: int, step: int) -> tuple[Actor, Step]:
    actor = coach_of(request, pk)
    return actor, get_object_or_404(steps_of(actor.sessie.pk), pk=step)
