"""Changing the blocks of an agenda; the answer is the agenda with its new times."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from scholendag.agenda import adding, editing, moving, undo
from scholendag.agenda.models import Block
from scholendag.agenda.moving import Direction
from scholendag.agenda.place_forms import BlockPlaceForm, NewBlockForm
from scholendag.agenda.places import END
from scholendag.agenda.responses import after, after_form
from scholendag.agenda.row_forms import BlockForm
from scholendag.agenda.single import FormPage, is_sent
from scholendag.sessies.actors import Actor, coach_of


@require_POST
def change(request: HttpRequest, pk: int, block: int) -> HttpResponse:
    """Change the title and the anchor of a block."""
    actor, found = _coach_and_block(request, pk, block)
    form = BlockForm(found, request.POST)
    return after_form(request, actor, form, partial(editing.change_block, actor, found))


@require_POST
def move(request: HttpRequest, pk: int, block: int, direction: Direction) -> HttpResponse:
    """Move a block one place."""
    actor, found = _coach_and_block(request, pk, block)
    return after(request, actor, partial(moving.move_block, actor, found, direction))


@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, pk: int, block: int) -> HttpResponse:
    """Choose any place for a block; a drop in the agenda comes here as well."""
    actor, found = _coach_and_block(request, pk, block)
    form = BlockPlaceForm(actor, found, request.POST if is_sent(request) else None)
    page = FormPage(f"Waar komt {found}?", "Zet hier")
    if not form.is_valid():
        return page.show(request, actor, form)
    return after(request, actor, partial(moving.put_block, actor, found, form.before))


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a block, as it stands in a programme or an empty one."""
    actor = coach_of(request, pk)
    data = request.POST if is_sent(request) else None
    form = NewBlockForm(actor, data, place=request.GET.get("plaats", END))
    page = FormPage("Voeg een blok toe", "Voeg toe")
    if not form.is_valid():
        return page.show(request, actor, form)
    return page.store(
        request, actor, form, lambda: adding.add_block(actor, form.content, form.before)
    )


@require_POST
def skip(request: HttpRequest, pk: int, block: int, skip: bool) -> HttpResponse:
    """Pass by a block, or do it after all."""
    actor, found = _coach_and_block(request, pk, block)
    return after(request, actor, partial(moving.skip_block, actor, found, skip))


@require_POST
def remove(request: HttpRequest, pk: int, block: int) -> HttpResponse:
    """Take a block away, with a button to put it back."""
    actor, found = _coach_and_block(request, pk, block)
    taken = undo.taken_block(found)
    return after(request, actor, partial(moving.remove_block, actor, found), taken)


@require_POST
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Put back the step or block that was just taken away."""
    actor = coach_of(request, pk)
    packed = request.POST.get("wat", "")
    return after(request, actor, partial(undo.put_back, actor, packed))


def _coach_and_block(request: HttpRequest, pk: int, block: int) -> tuple[Actor, Block]:
    actor = coach_of(request, pk)
    return actor, get_object_or_404(Block, sessie=actor.sessie, pk=block)
