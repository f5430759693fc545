"""The coach carries a cluster on to a next block, or takes away what was carried there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from scholendag import live
from scholendag.boards import carrying, fragments, rules
from scholendag.boards.models import Cluster
from scholendag.boards.walls import Wall
from scholendag.sessies.actors import Actor, actor_in
from scholendag.sessies.refused import Refused


@require_POST
def carry(request: HttpRequest, pk: int) -> HttpResponse:
    """To the next block that takes it."""
    wall, actor = _wall(request, pk)
    try:
        shown = carrying.carry(actor, wall, pk)
    except Refused as refusal:
        return _refused(wall, refusal)
    return live.answer(*shown, fragments.blocked(wall.block, wall.kind))


@require_POST
def take_away(request: HttpRequest, pk: int) -> HttpResponse:
    """From the block that it was carried to."""
    wall, actor = _wall(request, pk)
    try:
        carrying.take_away(actor, wall, pk)
    except Refused as refusal:
        return _refused(wall, refusal)
    return live.refetch()


def _wall(request: HttpRequest, pk: int) -> tuple[Wall, Actor]:
    """Where the cluster lies, for the coach of that day. Raises Http404."""
    cluster = get_object_or_404(Cluster.objects.select_related("block__sessie"), pk=pk)
    actor = actor_in(request, cluster.block.sessie)
    if not rules.may_direct(actor, cluster.block, cluster.kind):
        raise Http404
    return Wall(cluster.block, cluster.kind), actor


def _refused(wall: Wall, refusal: Refused) -> HttpResponse:
    message = fragments.blocked(wall.block, wall.kind, refusal.message)
    return live.answer(message, status=422)
