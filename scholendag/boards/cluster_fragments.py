"""What of clusters is pushed: a new one with its notes, and the name of one that changed."""

from collections.abc import Callable
from functools import cache

from django.template.loader import render_to_string

from scholendag import live
from scholendag.boards import chain, clusters, looks
from scholendag.boards.boardview import ClusterView, clusters_in
from scholendag.boards.models import Cluster


def whole(cluster: Cluster, *, for_coaches: bool = False) -> live.Fragment:
    """The cluster with its notes, which leave the place where they hung. Nothing if it is gone.

    Only coaches see those that they hid.
    """
    look = cache(lambda: _look(cluster, for_coaches=for_coaches))
    return live.Fragment(
        _places_of(cluster),
        "upsert key:data-order",
        cache(lambda: _render("boards/_cluster.html", look)),
        clears=lambda: [note.dom_id for view in look() for note in view.notes],
    )


def head(cluster: Cluster) -> live.Fragment:
    """Its name and how many notes it has; a form that is open beside it stays open."""
    return live.replace(
        cluster.name_id, lambda: _render("boards/_cluster_name.html", lambda: _look(cluster))
    )


def after_change(cluster: Cluster) -> live.Fragment:
    """What becomes of a cluster when a note in it changed, in a transaction: empty and nameless it
    goes too."""
    if cluster.name or cluster.notes.exists() or cluster.dots.exists():
        return head(cluster)
    gone = live.remove(cluster.dom_id)
    cluster.delete()
    return gone


def way(cluster: Cluster) -> list[live.Fragment]:
    """Where it came from and where it went, and the button that carries it on."""
    look = cache(lambda: _look(cluster))
    return [
        live.replace(cluster.way_id, lambda: _render("boards/_cluster_way.html", look)),
        live.replace(cluster.carry_id, lambda: _render("boards/_cluster_carry.html", look)),
    ]


def _look(cluster: Cluster, *, for_coaches: bool = False) -> list[ClusterView]:
    """As all who may read the board see it now, or the coaches; empty when it is gone."""
    fresh = Cluster.objects.select_related("block").filter(pk=cluster.pk).first()
    if fresh is None:
        return []
    chain.know_ways([fresh], fresh.block)
    notes = clusters.notes_of([fresh.pk])
    notes = [note for note in notes if for_coaches or not note.is_hidden]
    is_votable = clusters.is_voted_on(fresh)
    return [looks.view_cluster(fresh, notes, clusters.step_at(fresh), is_votable=is_votable)]


def _render(template: str, look: Callable[[], list[ClusterView]]) -> str:
    return "".join(render_to_string(template, {"cluster": view}) for view in look())


def _places_of(cluster: Cluster) -> str:
    """Where clusters stand in its lane, on every page that shows it."""
    gathered = cluster.kind.gathered_lane_id(cluster.block_id, cluster.lane_key)
    ids = [lane.dom_id for lane in clusters.lanes_under(cluster)]
    return ", ".join(f"#{clusters_in(one)}" for one in [*ids, gathered])
