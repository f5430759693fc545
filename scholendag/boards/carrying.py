"""The coach carries a cluster on to the next block that takes it.

What arrives there is a cluster of its own, with the name of then and no notes: where it came from
stays as it was. The board there need not have been made yet.
"""

from django.db import transaction

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.agenda.queries import is_running, locked_progress
from scholendag.boards import chain, cluster_fragments, clustering, clusters, queries, rules
from scholendag.boards.chain import Next
from scholendag.boards.held import NO_CLUSTER
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Cluster
from scholendag.boards.placing import NOT_YOU
from scholendag.boards.states import is_fixed
from scholendag.boards.walls import Wall
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

NAMELESS = "Geef dit cluster eerst een naam. De naam gaat mee."
NOWHERE = "Er komt geen blok meer dat dit cluster kan meenemen. Laat het hier hangen."
IS_FIXED = "Het bord van “{title}” staat vast. Er kan niets meer bij."
OVER = "De dag is afgesloten. Er gaat niets meer mee."


@transaction.atomic
def carry(actor: Actor, wall: Wall, pk: int) -> list[live.Fragment]:
    """Carry a cluster (pk) on, with its name; once to each block, however often it is pressed.

    Gives what changed where it lies. Raises Refused.
    """
    cluster = _hold(actor, wall, pk)
    if not cluster.name:
        raise Refused(NAMELESS)
    taker = _taker_of(wall.block)
    Cluster.objects.get_or_create(
        origin=cluster,
        block=taker.block,
        defaults={
            "came_from": wall.block,
            "kind_slug": taker.kind.slug,
            "lane_key": _lane_for(cluster.lane_key, taker.kind),
            "name": cluster.name,
        },
    )
    _refresh_at(taker.block)
    shown = cluster_fragments.way(cluster)
    live.push(audiences.everyone(wall.block.sessie_id), *shown)
    return shown


@transaction.atomic
def take_away(actor: Actor, wall: Wall, pk: int) -> None:
    """Take what was carried here (pk) away again; where it came from nothing changes. Its notes,
    if it got any, hang loose. Raises Refused."""
    cluster = _hold(actor, wall, pk)
    if cluster.came_from_id is None:
        raise Refused(NO_CLUSTER)
    if queries.boards_of(wall.block, wall.kind).exists():
        clustering.dissolve(actor, wall, pk)
    else:
        cluster.delete()
    _refresh_at(wall.block)


def _hold(actor: Actor, wall: Wall, pk: int) -> Cluster:
    """The cluster, while neither the agenda nor the boards change."""
    if not rules.may_direct(actor, wall.block, wall.kind):
        raise Refused(NOT_YOU)
    if wall.block.sessie.is_closed:
        raise Refused(OVER)
    locked_progress(wall.block.sessie)
    clusters.hold(wall)
    cluster = clusters.all_on(wall).filter(pk=pk).first()
    if cluster is None:
        raise Refused(NO_CLUSTER)
    return cluster


def _taker_of(block: Block) -> Next:
    taker = chain.next_after(block)
    if taker is None:
        raise Refused(NOWHERE)
    if any(is_fixed(board) for board in queries.boards_of(taker.block, taker.kind)):
        raise Refused(IS_FIXED.format(title=taker.block.title))
    return taker


def _lane_for(key: str, kind: BoardKind) -> str:
    """The lane of the same name, or else the first."""
    keys = [lane.key for lane in kind.lanes]
    return key if key in keys else keys[0]


def _refresh_at(block: Block) -> None:
    """Who works in that block right now sees it at once; the others when they get there."""
    if is_running(block):
        live.refresh(audiences.everyone(block.sessie_id))
