"""Showing pictures while the story is told, and the pictures themselves."""

import re

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.inspiratieverhaal import actions, fragments, queries, rules
from scholendag.inspiratieverhaal.access import may_look
from scholendag.inspiratieverhaal.models import Picture
from scholendag.inspiratieverhaal.photos import CONTENT_TYPE
from scholendag.sessies.actors import actor_in
from scholendag.sessies.refused import Refused

WRONG_INPUT = 422


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture itself, for its teller, and for everyone while it is shown."""
    found = get_object_or_404(queries.pictures(), pk=pk)
    if not may_look(request, found):
        raise Http404
    response = HttpResponse(bytes(found.data), content_type=CONTENT_TYPE)
    response["Cache-Control"] = "private, max-age=600"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def show(request: HttpRequest, pk: int, picture: int) -> HttpResponse:
    """Put a picture on every screen."""
    block = _block(request, pk)
    wanted = get_object_or_404(queries.pictures(), story__block=block, pk=picture)
    return _pressed(request, block, wanted)


@require_POST
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the picture off every screen."""
    return _pressed(request, _block(request, pk), None)


def _pressed(request: HttpRequest, block: Block, wanted: Picture | None) -> HttpResponse:
    seen = request.POST.get("seen", "")
    try:
        actions.show(block, wanted, int(seen) if re.fullmatch(r"[0-9]{1,18}", seen) else None)
    except Refused as refused:
        return live.answer(fragments.slides(block, refused.message), status=WRONG_INPUT)
    return live.answer(fragments.picture(block), fragments.slides(block))


def _block(request: HttpRequest, pk: int) -> Block:
    """The block, found by someone who may choose what is shown in it. Raises Http404."""
    stories = Block.objects.select_related("sessie").filter(instrument="inspiratieverhaal")
    block = get_object_or_404(stories, pk=pk)
    if not rules.may_show(actor_in(request, block.sessie), block):
        raise Http404
    return block
