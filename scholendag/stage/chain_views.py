"""What earlier blocks left, fetched when someone unfolds it beside a later block."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from scholendag.agenda.models import Block
from scholendag.sessies.actors import Actor, coach_of, deelnemer_of
from scholendag.stage.chain import chain_content


@require_safe
@gzip_page
def for_deelnemer(request: HttpRequest, code: str, block: int) -> HttpResponse:
    """For who takes part, as looking back is."""
    return _chain(request, deelnemer_of(request, code), block)


@require_safe
@gzip_page
def for_begeleider(request: HttpRequest, pk: int, block: int) -> HttpResponse:
    """The same for the coach."""
    return _chain(request, coach_of(request, pk), block)


def _chain(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    block = get_object_or_404(Block, sessie=actor.sessie, pk=pk)
    context = chain_content(block)
    if context is None:
        raise Http404
    return render(request, "stage/_chain_content.html", context)
