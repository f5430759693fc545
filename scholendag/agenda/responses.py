"""What a change of the agenda answers: the agenda as it is after it, and why something failed."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.editing import ChangedMeanwhile
from scholendag.agenda.pages import agenda_context
from scholendag.agenda.row_forms import RowForm
from scholendag.agenda.undo import Taken
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

WRONG_INPUT = 422
CONFLICT = 409

Change = Callable[[], object]
Store = Callable[[Mapping[str, Any], Mapping[str, Any]], object]


def after(
    request: HttpRequest, actor: Actor, change: Change, taken: Taken | None = None
) -> HttpResponse:
    """The agenda after this change, or with why it could not be made.

    With what was `taken` away comes the button to put it back, until the next change. Who came
    from a page of its own, and not from a press in the agenda, goes back to the agenda.
    """
    try:
        change()
    except Refused as refusal:
        return agenda(request, actor, refusal=refusal.message)
    if "HX-Request" not in request.headers:
        return redirect("agenda:prepare", actor.sessie.pk)
    response = agenda(request, actor)
    response.write(_undo_button(actor, taken).html())
    return response


def _undo_button(actor: Actor, taken: Taken | None) -> live.Fragment:
    context = {"sessie": actor.sessie, "taken": taken}
    return live.replace("weggehaald", lambda: render_to_string("agenda/_removed.html", context))


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
