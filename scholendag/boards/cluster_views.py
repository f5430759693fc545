"""Putting notes together, and what a cluster is called. Every answer is fragments."""

import re
from collections.abc import Callable, Collection

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards import clustering, clusters, fragments, moving, queries, rules
from scholendag.boards.cluster_forms import Pks, PlaceForm, RenameForm
from scholendag.boards.held import NOT_NOW
from scholendag.boards.kinds import kind_called
from scholendag.boards.models import Cluster
from scholendag.boards.proposals import proposals_on
from scholendag.boards.walls import Wall
from scholendag.sessies.actors import Actor, Role, actor_in
from scholendag.sessies.refused import Refused

Act = Callable[[], list[live.Fragment]]


@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, block: int, kind: str) -> HttpResponse:
    """Where these notes may go; after the press they are there."""
    wall, actor = _wall(request, block, kind)
    if request.method == "GET":
        return _places(request, wall, actor)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return _blocked(wall, live.problems_in(form))
    to, name = form.cleaned_data["to"], form.cleaned_data["name"]
    return _act(wall, lambda: _put(actor, wall, form.cleaned_data["notes"], to, name))


@require_http_methods(["GET", "POST"])
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """The form to rename a cluster or merge it with another; after saving its name."""
    cluster, wall, actor = _cluster(request, pk)
    if request.method == "GET":
        context = {"cluster": cluster, "others": clusters.in_lane(cluster), "wall": wall}
        return render(request, "boards/_cluster_form.html", context)
    form = RenameForm(request.POST)
    if not form.is_valid():
        return _cluster_problem(cluster, live.problems_in(form))
    name, seen = form.cleaned_data["name"], form.cleaned_data["seen"]
    try:
        shown = clustering.rename(actor, wall, pk, name, seen=seen)
    except Refused as refusal:
        return _cluster_problem(cluster, refusal.message)
    return live.answer(*shown, _closed(cluster), fragments.blocked(wall.block, wall.kind))


@require_POST
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Put all notes of a cluster in another."""
    _, wall, actor = _cluster(request, pk)
    into = request.POST.get("into", "")
    if not re.fullmatch("[0-9]{1,18}", into):
        return _blocked(wall, "Kies eerst met welk cluster je dit samenvoegt.")
    return _act(wall, lambda: clustering.merge(actor, wall, pk, int(into)))


@require_POST
def dissolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Let all notes of a cluster hang loose again."""
    _, wall, actor = _cluster(request, pk)
    return _act(wall, lambda: clustering.dissolve(actor, wall, pk))


@require_safe
def propose(request: HttpRequest, block: int, kind: str) -> HttpResponse:
    """What could be put together, for the coach to take over one by one. Changes nothing."""
    wall, actor = _wall(request, block, kind)
    if not actor.is_coach:
        raise Http404
    who = queries.standing_of(actor)
    all_boards = queries.boards_of(wall.block, wall.kind)
    boards = [board for board in all_boards if rules.may_cluster(who, board)]
    if not boards:
        return _blocked(wall, NOT_NOW)
    context = {
        "wall": wall,
        "proposals": proposals_on(wall, boards),
        "target": request.headers.get("HX-Target", ""),
    }
    return render(request, "boards/_proposals.html", context)


def _put(actor: Actor, wall: Wall, pks: Collection[int], to: str, name: str) -> list[live.Fragment]:
    what, _, which = to.partition("-")
    if what == "los":
        return clustering.take_out(actor, wall, pks)
    if what == "bij":
        return clustering.put_with(actor, wall, pks, int(which))
    if what == "cluster":
        return clustering.put_in(actor, wall, pks, int(which))
    if what == "vak":
        return moving.move_to_lane(actor, wall, pks, which)
    return clustering.put_together(actor, wall, pks, name)


def _places(request: HttpRequest, wall: Wall, actor: Actor) -> HttpResponse:
    try:
        pks = Pks().clean(request.GET.get("notes", ""))
    except ValidationError:
        raise Http404 from None
    who = queries.standing_of(actor)
    boards = list(queries.boards_of(wall.block, wall.kind))
    notes = [note for note in clusters.notes_on(boards, pks) if rules.may_read(who, note)]
    if not notes:
        raise Http404
    context = {
        "wall": wall,
        "notes": notes,
        "pks": " ".join(str(note.pk) for note in notes),
        "target": request.headers.get("HX-Target", ""),
        "clusters": clusters.for_notes(wall, notes),
        "are_loose": all(note.cluster_id is None for note in notes),
        "lanes": clusters.lanes_for(wall, notes) if actor.is_coach else [],
    }
    return render(request, "boards/_place_form.html", context)


def _act(wall: Wall, act: Act) -> HttpResponse:
    try:
        shown = act()
    except Refused as refusal:
        return _blocked(wall, refusal.message)
    return live.answer(*shown, fragments.blocked(wall.block, wall.kind))


def _blocked(wall: Wall, message: str) -> HttpResponse:
    return live.answer(fragments.blocked(wall.block, wall.kind, message), status=422)


def _cluster_problem(cluster: Cluster, message: str) -> HttpResponse:
    return live.answer(fragments.refusal(f"{cluster.edit_id}-melding", message), status=422)


def _closed(cluster: Cluster) -> live.Fragment:
    return live.Fragment(f"#{cluster.edit_id}", "innerHTML", str)


def _cluster(request: HttpRequest, pk: int) -> tuple[Cluster, Wall, Actor]:
    found = get_object_or_404(Cluster.objects.select_related("block__sessie"), pk=pk)
    wall, actor = _wall(request, found.block_id, found.kind_slug)
    return found, wall, actor


def _wall(request: HttpRequest, block: int, kind: str) -> tuple[Wall, Actor]:
    """The boards, for those who may ever put notes together. Raises Http404."""
    found = get_object_or_404(Block.objects.select_related("sessie"), pk=block)
    actor = actor_in(request, found.sessie)
    try:
        wall = Wall(found, kind_called(kind))
    except KeyError:
        raise Http404 from None
    if actor.role not in (Role.DEELNEMER, Role.BEGELEIDER) or not wall.kind.clustered_in:
        raise Http404
    return wall, actor
