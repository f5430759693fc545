"""The page where the coach fills in the techniekkaart."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from scholendag.sessies.actors import coach_of
from scholendag.stage import technique
from scholendag.stage.forms import TechniqueForm

WRONG_INPUT = 422


@require_http_methods(["GET", "HEAD", "POST"])
def fill_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is host, where the groups are, and whom to call when something does not work."""
    actor = coach_of(request, pk)
    if actor.sessie.is_closed:
        raise Http404
    form = TechniqueForm(request.POST or None, instance=technique.card_of(actor.sessie))
    if form.is_valid():
        technique.fill_in(actor, **form.cleaned_data)
        messages.success(request, "De techniekkaart is bewaard.")
        return redirect("stage:begeleider", pk)
    context = {"actor": actor, "sessie": actor.sessie, "form": form}
    status = WRONG_INPUT if form.is_bound else None
    return render(request, "stage/technique.html", context, status=status)
