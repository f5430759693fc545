"""What a change of the agenda answers: the agenda as it is after it, and why something failed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.editing import ChangedMeanwhile
from scholendag.agenda.pages import agenda_context
from scholendag.agenda.row_forms import RowForm
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

OK = 200
WRONG_INPUT = 422
CONFLICT = 409

Change = Callable[[], object]
Store = Callable[[Mapping[str, Any], Mapping[str, Any]], object]


def after(request: HttpRequest, actor: Actor, change: Change) -> HttpResponse:
    """The agenda after this change, or with why it could not be made.

    Who came from a page of its own, and not from a press in the agenda, goes back to the agenda.
    """
    try:
        change()
    except Refused as refusal:
        return agenda(request, actor, refusal=refusal.message)
    if "HX-Request" not in request.headers:
        return redirect("agenda:prepare", actor.sessie.pk)
    return agenda(request, actor)


def after_removing(
    request: HttpRequest, actor: Actor, change: Change, what: object, packed: str
) -> HttpResponse:
    """The same, and with it the button to put back what was taken away."""
    response = after(request, actor, change)
    if response.status_code == OK:
        context = {"sessie": actor.sessie, "what": str(what), "packed": packed}
        render_removed = partial(render_to_string, "agenda/_removed.html", context)
        response.write(live.replace("weggehaald", render_removed).html())
    return response


def after_form(request: HttpRequest, actor: Actor, form: RowForm, store: Store) -> HttpResponse:
    """The agenda after storing what was changed in this form, or with what is wrong with it."""
    if not form.is_valid():
        return agenda(request, actor, bound=form)
    try:
        store(form.changed, form.seen)
    except ChangedMeanwhile as meanwhile:
        form.overrule(meanwhile.theirs)
        return agenda(request, actor, bound=form)
    except Refused as refusal:
        return agenda(request, actor, refusal=refusal.message)
    return agenda(request, actor)


def agenda(
    request: HttpRequest, actor: Actor, bound: forms.Form | None = None, refusal: str = ""
) -> HttpResponse:
    """The agenda as it is now, and what could not be done to it."""
    status = WRONG_INPUT if bound else CONFLICT if refusal else None
    context = agenda_context(actor, bound, refusal)
    return render(request, "agenda/_prepare.html", context, status=status)
