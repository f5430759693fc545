"""The page that shows how scholendag looks: every token and every component, for coaches."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from scholendag.styleguide.contrast import pairs
from scholendag.styleguide.samples import samples
from scholendag.styleguide.tokens import tokens


@login_required
@require_safe
def stijl(request: HttpRequest) -> HttpResponse:
    """Every token and component. Nothing of any day is on it."""
    found = tokens()
    context = {
        "colours": [(name, found.light[name], found.dark[name]) for name in found.colours],
        "sizes": found.starting("text-"),
        "spaces": found.starting("space-"),
        "radii": [*found.starting("radius-"), "round"],
        "shadows": found.starting("shadow-"),
        "fonts": found.starting("font"),
        "motions": [(name, found.light[name]) for name in ("quick", "calm")],
        "values": found.light,
        "pairs": pairs(found),
    }
    return render(request, "styleguide/stijl.html", context | samples())
