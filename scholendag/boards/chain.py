"""From which block a cluster came, and which block takes it on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from scholendag.agenda.models import Block, Step
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Cluster
from scholendag.boards.taking import kind_that_takes
from scholendag.boards.ways import Way


@dataclass(frozen=True)
class Next:
    """The block that takes a cluster, and the kind of board that it lands on."""

    block: Block
    kind: BoardKind


@dataclass(frozen=True)
class _Link:
    """One cluster of the sessie, as the chain knows it."""

    origin: int | None
    block: int
    title: str
    came_from: str | None
    notes: int


def next_after(block: Block) -> Next | None:
    """The first later block, by the agenda as it is now, that takes clusters of this block."""
    runs = Exists(Step.objects.filter(block=OuterRef("pk"), skipped_at=None))
    for later in _later(block).filter(runs):
        if kind := kind_that_takes(later.instrument, block.instrument):
            return Next(later, kind)
    return None


def know_ways(clusters: Sequence[Cluster], block: Block | None = None) -> None:
    """Fill in the way of each of these clusters of one sessie; given the `block` where they lie
    also which takes them next. In two queries, however many there are."""
    if not clusters:
        return
    links = _links_beside(clusters[0])
    taker = next_after(block) if block else None
    for cluster in clusters:
        cluster.way = _way_of(cluster.pk, links, taker)


def carried_to(block: Block, kind: BoardKind) -> list[Cluster]:
    """What was carried to this kind of board in the block."""
    found = list(Cluster.objects.filter(block=block, kind_slug=kind.slug))
    know_ways(found)
    return found


def _later(block: Block) -> QuerySet[Block]:
    behind = Q(position__gt=block.position) | Q(position=block.position, pk__gt=block.pk)
    return Block.objects.filter(behind, sessie=block.sessie_id).order_by("position", "pk")


def _links_beside(cluster: Cluster) -> dict[int, _Link]:
    """Every cluster of the sessie that this one is of, the oldest first."""
    found = Cluster.objects.filter(block__sessie__blocks=cluster.block_id).order_by("pk")
    counted = found.annotate(visible=Count("notes", filter=Q(notes__hidden_at=None)))
    fields = ("pk", "origin", "block", "block__title", "came_from__title", "visible")
    return {pk: _Link(*rest) for pk, *rest in counted.values_list(*fields)}


def _way_of(pk: int, links: Mapping[int, _Link], taker: Next | None) -> Way:
    here, *before = _back_from(pk, links)
    titles = [link.came_from for link in (*reversed(before), here) if link.came_from]
    went = [link for link in links.values() if link.origin == pk]
    is_there = taker is not None and any(link.block == taker.block.pk for link in went)
    return Way(
        blocks=tuple(dict.fromkeys(titles)),
        notes=sum(link.notes for link in before),
        went_to=tuple(link.title for link in went),
        goes_to="" if taker is None or is_there else taker.block.title,
    )


def _back_from(pk: int | None, links: Mapping[int, _Link]) -> Iterator[_Link]:
    """This cluster, what it was before, and so on."""
    while pk is not None and (link := links.get(pk)):
        yield link
        pk = link.origin
