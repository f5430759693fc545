"""The coach makes actions of notes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.retrospective import actions
from scholendag.retrospective.forms import PromoteForm
from scholendag.retrospective.models import FollowUp
from scholendag.sessies.actors import coach_of


@require_POST
def promote(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an action of a note; what is wrong stands beside its field and the text stays."""
    block = get_object_or_404(Block, pk=pk)
    _check_is_led(request, block)
    form = PromoteForm(request.POST, block=block)
    if not form.is_valid():
        return _form(request, block, form, status=422)
    actions.promote(block, **form.cleaned_data)
    return _form(request, block, PromoteForm(block=block))


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an action away."""
    follow_up = get_object_or_404(FollowUp.objects.select_related("block"), pk=pk)
    _check_is_led(request, follow_up.block)
    actions.drop(follow_up)
    return live.refetch()


def _check_is_led(request: HttpRequest, block: Block) -> None:
    """Raises Http404 for anyone but the coach, and for the coach once the day is closed."""
    if coach_of(request, block.sessie_id).sessie.is_closed:
        raise Http404


def _form(request: HttpRequest, block: Block, form: PromoteForm, status: int = 200) -> HttpResponse:
    context = {"block": block, "form": form}
    return render(request, "retrospective/_promote.html", context, status=status)
