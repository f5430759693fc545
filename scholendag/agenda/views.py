"""Making a day and preparing its agenda."""

from collections.abc import Callable
from functools import partial

from django import forms
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scholendag.accounts.models import User
from scholendag.agenda import actions
from scholendag.agenda.actions import Direction
from scholendag.agenda.forms import DayForm, MinutesForm, NewDayForm, TextForm
from scholendag.agenda.models import Block, Step
from scholendag.agenda.pages import agenda_context, prepare_page
from scholendag.agenda.queries import steps_of
from scholendag.schools.actions import make_school
from scholendag.sessies.actors import Actor, coach_of
from scholendag.sessies.models import Sessie
from scholendag.sessies.queries import coaches_a_school
from scholendag.sessies.refused import Refused

WRONG_INPUT = 422
CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Make a day for a school of one's own, or for a new one."""
    coach = _coach(request)
    form = NewDayForm(coach, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return redirect("agenda:prepare", _make_day(form, coach).pk)
    status = WRONG_INPUT if form.is_bound else None
    return render(request, "agenda/new.html", {"form": form}, status=status)


@require_safe
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole agenda with its clock times, to change."""
    actor = coach_of(request, pk)
    return render(request, "agenda/prepare.html", prepare_page(actor))


@require_POST
def change_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the title, theme and start of the day."""
    actor = coach_of(request, pk)
    form = DayForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.change_day(actor, data["title"], data["theme"], form.starts_at)
            return redirect("agenda:prepare", pk)
        except Refused as refusal:
            form.add_error(None, refusal.message)
    return render(request, "agenda/prepare.html", prepare_page(actor, form), status=WRONG_INPUT)


@require_POST
def change_minutes(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Plan other minutes for a step; the answer is the agenda with its new times."""
    actor, found = _coach_and_step(request, pk, step)
    form = MinutesForm(found, request.POST)
    if not form.is_valid():
        return _agenda(request, actor, bound=form)
    minutes = form.cleaned_data["minutes"]
    return _after(request, actor, partial(actions.change_minutes, actor, found, minutes))


@require_POST
def change_text(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    """Reword a step; the answer is the agenda."""
    actor, found = _coach_and_step(request, pk, step)
    form = TextForm(found, request.POST)
    if not form.is_valid():
        return _agenda(request, actor, bound=form)
    title, prompt = form.cleaned_data["title"], form.cleaned_data["prompt"]
    return _after(request, actor, partial(actions.change_text, actor, found, title, prompt))


@require_POST
def move_step(request: HttpRequest, pk: int, step: int, direction: Direction) -> HttpResponse:
    """Move a step within its block; the answer is the agenda with its new times."""
    actor, found = _coach_and_step(request, pk, step)
    return _after(request, actor, partial(actions.move_step, actor, found, direction))


@require_POST
def move_block(request: HttpRequest, pk: int, block: int, direction: Direction) -> HttpResponse:
    """Move a block; the answer is the agenda with its new times."""
    actor = coach_of(request, pk)
    found = get_object_or_404(Block, sessie=actor.sessie, pk=block)
    return _after(request, actor, partial(actions.move_block, actor, found, direction))


def _coach(request: HttpRequest) -> User:
    """Who may make days. Raises Http404 for anyone else."""
    if isinstance(request.user, User) and coaches_a_school(request.user):
        return request.user
    raise Http404


def _coach_and_step(request: HttpRequest, pk: int, step: int) -> tuple[Actor, Step]:
    actor = coach_of(request, pk)
    return actor, get_object_or_404(steps_of(actor.sessie.pk), pk=step)


@transaction.atomic
def _make_day(form: NewDayForm, coach: User) -> Sessie:
    data = form.cleaned_data
    school = data["school"] or make_school(data["new_school"], data["place"], coach)
    return actions.make_sessie(
        data["programme"], school, data["title"], data["theme"], form.starts_at, coach
    )


def _after(request: HttpRequest, actor: Actor, change: Callable[[], None]) -> HttpResponse:
    """The agenda after this change, or with why it could not be made."""
    try:
        change()
    except Refused as refusal:
        return _agenda(request, actor, refusal=refusal.message)
    return _agenda(request, actor)


def _agenda(
    request: HttpRequest, actor: Actor, bound: forms.Form | None = None, refusal: str = ""
) -> HttpResponse:
    """The agenda as it is now, and what could not be done to it."""
    status = WRONG_INPUT if bound else CONFLICT if refusal else None
    context = agenda_context(actor, bound, refusal)
    return render(request, "agenda/_prepare.html", context, status=status)
