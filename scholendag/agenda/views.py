"""Making a day and preparing its agenda."""

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scholendag import live
from scholendag.accounts.models import User
from scholendag.agenda import actions
from scholendag.agenda.forms import DayForm, NewDayForm
from scholendag.agenda.pages import prepare_page
from scholendag.agenda.responses import WRONG_INPUT
from scholendag.schools.actions import make_school
from scholendag.sessies.actors import coach_of
from scholendag.sessies.models import Sessie
from scholendag.sessies.queries import coaches_a_school
from scholendag.sessies.refused import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Make a day for a school of one's own, or for a new one."""
    coach = coach_in(request)
    form = NewDayForm(coach, request.POST if request.method == "POST" else None)
    if form.is_valid():
        return redirect("agenda:prepare", _make_day(form, coach).pk)
    status = WRONG_INPUT if form.is_bound else None
    return render(request, "agenda/new.html", {"form": form}, status=status)


@require_safe
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole agenda with its clock times, to change."""
    context = prepare_page(coach_of(request, pk))
    return live.conditional(request, render(request, "agenda/prepare.html", context))


@require_POST
def change_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the title, theme and start of the day."""
    actor = coach_of(request, pk)
    form = DayForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.change_day(actor, data["title"], data["theme"], form.starts_at)
            return _changed_day(request, pk)
        except Refused as refusal:
            form.add_error(None, refusal.message)
    return render(request, "agenda/prepare.html", prepare_page(actor, form), status=WRONG_INPUT)


def _changed_day(request: HttpRequest, pk: int) -> HttpResponse:
    if "HX-Request" in request.headers:
        return render(request, "agenda/prepare.html", prepare_page(coach_of(request, pk)))
    return redirect("agenda:prepare", pk)


def coach_in(request: HttpRequest) -> User:
    """Who may make days. Raises Http404 for anyone else."""
    if isinstance(request.user, User) and coaches_a_school(request.user):
        return request.user
    raise Http404


@transaction.atomic
def _make_day(form: NewDayForm, coach: User) -> Sessie:
    data = form.cleaned_data
    school = data["school"] or make_school(data["new_school"], data["place"], coach)
    about = (school, data["title"], data["theme"], form.starts_at, coach)
    if data["earlier"]:
        return actions.make_sessie_like(data["earlier"], *about)
    return actions.make_sessie(data["programme"], *about)
