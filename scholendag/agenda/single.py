"""A page of its own for one form about the agenda, which leads back to the agenda."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from scholendag.agenda.responses import CONFLICT, WRONG_INPUT
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused


def is_sent(request: HttpRequest) -> bool:
    """Was the form filled in, or is the page only opened?"""
    return request.method == "POST"


@dataclass(frozen=True)
class FormPage:
    """A question, and the word on the button that answers it."""

    question: str
    button: str
    explanation: str = ""

    def show(
        self, request: HttpRequest, actor: Actor, form: forms.Form, status: int | None = None
    ) -> HttpResponse:
        """The page, with what is wrong with what was filled in."""
        context = {"page": self, "form": form, "actor": actor, "sessie": actor.sessie}
        status = status or (WRONG_INPUT if form.is_bound else None)
        return render(request, "agenda/single.html", context, status=status)

    def store(
        self, request: HttpRequest, actor: Actor, form: forms.Form, change: Callable[[], object]
    ) -> HttpResponse:
        """Back to the agenda after this change, or the page with why it could not be made."""
        try:
            change()
        except Refused as refusal:
            form.add_error(None, refusal.message)
            return self.show(request, actor, form, CONFLICT)
        return redirect("agenda:prepare", actor.sessie.pk)
