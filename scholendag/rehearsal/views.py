"""The proefrit of a day. Every path is of the real day, of which there is one rehearsal at most."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from scholendag.rehearsal import actions, fragments, queries, rules
from scholendag.rehearsal.forms import ColleaguesForm
from scholendag.rehearsal.models import Rehearsal
from scholendag.sessies.actors import Actor, coach_of
from scholendag.sessies.refused import Refused

WRONG_INPUT = 422
CONFLICT = 409


@require_safe
@never_cache
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """What a proefrit is, and the one that there is or the form to start one."""
    actor = coach_of(request, pk)
    if actor.sessie.rehearsal_of_id:
        return redirect("rehearsal:page", actor.sessie.rehearsal_of_id)
    return _page(request, actor, ColleaguesForm())


@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the proefrit and go to its begeleider page."""
    actor = coach_of(request, pk)
    form = ColleaguesForm(request.POST)
    if not form.is_valid():
        return _page(request, actor, form, WRONG_INPUT)
    try:
        rehearsal = actions.start(actor, form.cleaned_data["colleagues"])
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, actor, form, CONFLICT)
    return redirect("stage:begeleider", rehearsal.sessie_id)


@require_GET
@never_cache
def colleagues(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether the simulated colleagues are there."""
    return _colleagues(queries.rehearsal_of(coach_of(request, pk).sessie))


@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the simulated colleagues come again; the answer says whether they are on their way."""
    rehearsal = queries.rehearsal_of(coach_of(request, pk).sessie)
    try:
        if rehearsal:
            actions.bring_back(rehearsal)
    except Refused as refusal:
        return _colleagues(rehearsal, refusal.message, CONFLICT)
    return _colleagues(rehearsal)


@require_POST
def throw_away(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw the proefrit away and go to the real day; thrown away already is as good."""
    actor = coach_of(request, pk)
    if rehearsal := queries.rehearsal_of(actor.sessie):
        actions.throw_away(rehearsal)
    messages.success(request, "De proefrit is weg. Dit is weer de echte dag.")
    return redirect("stage:begeleider", pk)


def _colleagues(rehearsal: Rehearsal | None, refusal: str = "", status: int = 200) -> HttpResponse:
    return HttpResponse(fragments.render_colleagues(rehearsal, refusal), status=status)


def _page(
    request: HttpRequest, actor: Actor, form: ColleaguesForm, status: int = 200
) -> HttpResponse:
    context = {
        "actor": actor,
        "sessie": actor.sessie,
        "form": form,
        "rehearsal": queries.rehearsal_of(actor.sessie),
        "may_rehearse": rules.may_rehearse(actor),
        "has_account": actor.user is not None,
    }
    return render(request, "rehearsal/page.html", context, status=status)
