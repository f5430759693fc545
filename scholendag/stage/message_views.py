"""The coach says something to everyone at once."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.sessies.actors import coach_of
from scholendag.sessies.refused import Refused
from scholendag.stage import announcing
from scholendag.stage.forms import MessageForm

WRONG_INPUT = 422


@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a message on every screen; what is wrong with it is answered in one sentence."""
    actor = coach_of(request, pk)
    form = MessageForm(request.POST)
    if not form.is_valid():
        return HttpResponse(live.problems_in(form), status=WRONG_INPUT)
    try:
        announcing.announce(actor, form.cleaned_data["text"])
    except Refused as refusal:
        return HttpResponse(refusal.message, status=WRONG_INPUT)
    return live.refetch()
