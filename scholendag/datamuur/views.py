"""The coach prepares the cards; the notulist of a room keeps its notes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.breakouts.writing import CONFLICT, NotTheWriter, Overtaken, answer
from scholendag.datamuur import actions, fragments, queries, rules
from scholendag.datamuur.forms import CardForm, NotesForm
from scholendag.datamuur.models import DataCard
from scholendag.instruments.preparing import Preparation, block_to_prepare, places_for, sent
from scholendag.sessies.actors import actor_in


@require_GET
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """The cards as they are now, with what the coach can do with each."""
    preparation = _preparation(request, pk)
    cards = list(queries.cards_of(preparation.block))
    context = {
        "wall": preparation.block,
        "actor": preparation.actor,
        "cards": [(card, rules.names_few_pupils_on(card)) for card in cards],
        "many": rules.has_many_subjects(len(cards)),
        "advised": rules.MANY_SUBJECTS,
    }
    return render(request, "datamuur/prepare.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A new card."""
    preparation = _preparation(request, pk)
    form = CardForm(sent(request))
    if not form.is_valid():
        return _card_page(request, preparation, form)
    return _stored(request, actions.add_card(preparation.block, **form.cleaned_data))


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a card."""
    card = _card(request, pk)
    form = CardForm(sent(request), instance=card)
    if not form.is_valid():
        return _card_page(request, _preparation(request, card.block_id), form)
    try:
        actions.change_card(card, **form.cleaned_data)
    except actions.Gone as gone:
        anew = CardForm(sent(request))
        anew.add_error(None, gone.message)
        return _card_page(request, _preparation(request, card.block_id), anew)
    return _stored(request, card)


@require_POST
def move(request: HttpRequest, pk: int, direction: str) -> HttpResponse:
    """Put a card one place up or down."""
    card = _card(request, pk)
    actions.move_card(card, places_for(direction))
    return redirect("datamuur:prepare", pk=card.block_id)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a card off the wall."""
    card = _card(request, pk)
    actions.remove_card(card)
    messages.success(request, f"De kaart “{card.subject}” is weg.")
    return redirect("datamuur:prepare", pk=card.block_id)


@require_POST
def write_notes(request: HttpRequest, pk: int, room: int) -> HttpResponse:
    """Keep the notes of a room. The answer is the line that says so, and the text as it is now
    when that is not what was sent."""
    block = get_object_or_404(Block.objects.select_related("sessie"), pk=pk)
    actor = actor_in(request, block.sessie)
    own = get_object_or_404(queries.own_rooms(actor, block), pk=room)
    form = NotesForm(request.POST)
    if not form.is_valid():
        return live.answer(fragments.saved(block, own, live.problems_in(form)), status=422)
    text = form.cleaned_data["text"]
    field = fragments.notes_field(block, own)
    try:
        stored = actions.write_notes(actor, block, own, text, request.POST.getlist("base"))
    except Overtaken as refused:
        line = fragments.saved(block, own, refused.message)
        return answer(text, queries.notes_of(block, own).text, field, line, status=CONFLICT)
    except (NotTheWriter, actions.WallIsOver) as refused:
        return live.answer(fragments.saved(block, own, refused.message), status=422)
    return answer(text, stored, field, fragments.saved(block, own))


def _preparation(request: HttpRequest, pk: int) -> Preparation:
    return block_to_prepare(request, pk, "datamuur")


def _card(request: HttpRequest, pk: int) -> DataCard:
    card = get_object_or_404(DataCard.objects.select_related("block"), pk=pk)
    _preparation(request, card.block_id)
    return card


def _card_page(request: HttpRequest, preparation: Preparation, form: CardForm) -> HttpResponse:
    context = {
        "wall": preparation.block,
        "actor": preparation.actor,
        "form": form,
        "card": form.instance if form.instance.pk else None,
    }
    return render(request, "datamuur/card.html", context, status=422 if form.is_bound else 200)


def _stored(request: HttpRequest, card: DataCard) -> HttpResponse:
    messages.success(request, f"De kaart “{card.subject}” is bewaard.")
    return redirect("datamuur:prepare", pk=card.block_id)
