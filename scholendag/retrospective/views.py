"""Actions are made of notes; the coach chooses beforehand which boards there are."""

from contextlib import suppress

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.instruments.preparing import block_to_prepare, sent
from scholendag.retrospective import actions, arranging, fragments, queries
from scholendag.retrospective.access import maker_in
from scholendag.retrospective.choices import PerTeam, choices_of
from scholendag.retrospective.forms import ChoicesForm, PromoteForm
from scholendag.retrospective.models import FollowUp
from scholendag.sessies.refused import Refused


@require_POST
def promote(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an action of a note; what is wrong stands beside its field and the text stays."""
    block = get_object_or_404(Block.objects.select_related("sessie"), pk=pk)
    maker = maker_in(request, block)
    form = PromoteForm(request.POST, block=block, room=maker.room)
    if not form.is_valid():
        return live.answer(fragments.form(block, form), status=422)
    try:
        actions.promote(maker.actor, block, **form.cleaned_data)
    except Refused as refusal:
        form.add_error("source", refusal.message)
        return live.answer(fragments.form(block, form), status=422)
    anew = PromoteForm(block=block, room=maker.room)
    return live.answer(fragments.form(block, anew), fragments.made(block, maker.room))


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an action away. Whoever is too late gets the page as it is now."""
    found = FollowUp.objects.select_related("block__sessie", "room")
    follow_up = get_object_or_404(found, pk=pk)
    maker = maker_in(request, follow_up.block)
    if maker.room and follow_up.room_id != maker.room.pk:
        raise Http404
    with suppress(Refused):
        actions.drop(maker.actor, follow_up)
    return live.refetch()


@require_http_methods(["GET", "POST"])
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """Which lanes there are, and who shares a board."""
    preparation = block_to_prepare(request, pk, "retrospective")
    block = preparation.block
    form = ChoicesForm(sent(request), initial=choices_of(block).as_settings)
    if form.is_valid():
        try:
            arranging.choose(block, form.choices)
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, "De vakken en de borden zijn bewaard.")
            return redirect("retrospective:prepare", pk=pk)
    context = {
        "terugblik": block,
        "actor": preparation.actor,
        "form": form,
        "is_written_on": queries.is_written_on(block),
        "lacks_groups": choices_of(block).per_team is not PerTeam.NO
        and not block.steps.exclude(grouping="").exists(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "retrospective/prepare.html", context, status=status)
