"""Putting notes together. Whoever does waits for all boards of the kind in the block.

A note is in one cluster or loose, and a cluster is of one lane. Nothing of this ever deletes a
note. A cluster that becomes empty stays if it has a name or dots, so that neither is lost. Each
gives what changed, for the page of the one who did it.
"""

from collections.abc import Collection, Sequence

from django.db import transaction

from scholendag import live
from scholendag.boards import cluster_fragments, clusters
from scholendag.boards.held import TWO_LANES, TWO_ROOMS, hold
from scholendag.boards.kinds import NAME_LENGTH
from scholendag.boards.models import Cluster, Note
from scholendag.boards.walls import Wall
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

Shown = list[live.Fragment]

CARRIED = "Je begeleider nam dit mee uit een eerder blok. Alleen je begeleider haalt het weg."
RENAMED = (
    "Iemand noemde dit cluster net “{name}”. Klopt jouw naam nog? Druk dan nog eens op Bewaar."
)
HAS_DOTS = "Op dit cluster liggen stippen. Laat het liggen, of voeg het samen met een ander."


@transaction.atomic
def put_together(actor: Actor, wall: Wall, pks: Collection[int], name: str = "") -> Shown:
    """Make a cluster of these notes, which leave the cluster they were in. Raises Refused."""
    held = hold(actor, wall)
    notes = held.notes(pks)
    cluster = Cluster.objects.create(
        block=wall.block,
        kind_slug=wall.kind.slug,
        lane_key=held.lane_of(notes),
        board=held.room_of(notes),
        name=name,
    )
    held.move(notes, cluster, is_new=True)
    return held.shown


@transaction.atomic
def put_with(actor: Actor, wall: Wall, pks: Collection[int], other: int) -> Shown:
    """Put these notes with another (pk): in its cluster, or else in a new one. Raises Refused."""
    held = hold(actor, wall)
    [target] = held.notes([other])
    if target.cluster is None:
        return put_together(actor, wall, {*pks, other})
    return put_in(actor, wall, pks, target.cluster.pk)


@transaction.atomic
def put_in(actor: Actor, wall: Wall, pks: Collection[int], into: int) -> Shown:
    """Put these notes in a cluster (pk) of their own lane. Raises Refused."""
    held = hold(actor, wall)
    cluster, notes = held.cluster(into), held.notes(pks)
    _check_fits(cluster, notes)
    held.move(notes, cluster)
    return held.shown


@transaction.atomic
def take_out(actor: Actor, wall: Wall, pks: Collection[int]) -> Shown:
    """Let these notes hang loose in their lane. Raises Refused."""
    held = hold(actor, wall)
    held.move(held.notes(pks), None)
    return held.shown


@transaction.atomic
def rename(actor: Actor, wall: Wall, pk: int, name: str, *, seen: str | None = None) -> Shown:
    """Give a cluster (pk) another name. `seen` is the name that stood there when this one was
    typed; when somebody else changed it meanwhile that is said once, and nothing changes.

    Raises Refused.
    """
    held = hold(actor, wall)
    cluster = held.cluster(pk)
    if seen is not None and cluster.name not in (seen, name):
        raise Refused(RENAMED.format(name=cluster.name))
    cluster.name = name
    cluster.save(update_fields=["name"])
    held.show(cluster_fragments.head(cluster))
    return held.shown


@transaction.atomic
def merge(actor: Actor, wall: Wall, pk: int, into: int) -> Shown:
    """Put all notes of a cluster (pk) in another of its lane. Both names stay, and where it came
    from. Raises Refused."""
    held = hold(actor, wall)
    gone, cluster = held.cluster(pk), held.cluster(into)
    if gone == cluster:
        return []
    notes = clusters.notes_of([gone.pk])
    _check_fits(cluster, notes, of=gone)
    gone.dots.update(cluster=cluster)
    cluster.name = _both(cluster.name, gone.name)
    cluster.save(update_fields=["name"])
    held.move(notes, cluster)
    taken = cluster.carried.values("block")
    gone.carried.exclude(block__in=taken).update(origin=cluster)
    held.drop([gone])
    if cluster.came_from_id is None and gone.came_from_id:
        cluster.origin_id, cluster.came_from_id = gone.origin_id, gone.came_from_id
        cluster.save(update_fields=["origin", "came_from"])
    held.show(*cluster_fragments.way(cluster))
    return held.shown


@transaction.atomic
def dissolve(actor: Actor, wall: Wall, pk: int) -> Shown:
    """Let all notes of a cluster (pk) hang loose again, and take it away. Raises Refused."""
    held = hold(actor, wall)
    gone = held.cluster(pk)
    if gone.dots.exists():
        raise Refused(HAS_DOTS)
    if gone.came_from_id and not actor.is_coach:
        raise Refused(CARRIED)
    held.move(clusters.notes_of([gone.pk]), None)
    held.drop([gone])
    return held.shown


def _check_fits(cluster: Cluster, notes: Sequence[Note], of: Cluster | None = None) -> None:
    """Raises Refused for notes, or a cluster, of another lane or room."""
    if {note.lane.key for note in notes} | ({of.lane_key} if of else set()) != {cluster.lane_key}:
        raise Refused(TWO_LANES)
    boards = {note.lane.board_id for note in notes} | ({of.board_id} if of else set())
    if cluster.board_id and boards != {cluster.board_id}:
        raise Refused(TWO_ROOMS)


def _both(name: str, other: str) -> str:
    """Two names as one. Ten of the longest fit; what does not is cut off at the end."""
    names = list(dict.fromkeys(one for one in (name, other) if one))
    return " / ".join(names)[: 10 * NAME_LENGTH]
