"""Putting notes together: what does not fit, who is late, who has no right, and two at once."""

from collections.abc import Callable
from functools import partial

import pytest
from django.urls import reverse

from scholendag.boards import clustering, moving
from scholendag.boards.held import GONE, NO_CLUSTER, NOT_NOW, TWO_LANES, TWO_ROOMS
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Cluster, Note
from scholendag.boards.opening import open_board
from scholendag.boards.placing import NOT_YOU
from tests.at_once import in_threads, together
from tests.boards.scene import (
    APART,
    CLUSTERED,
    TOGETHER,
    Scene,
    refused,
)
from tests.boards.test_clustering import names, piled, wall
from tests.cast import PageClient

# --- what does not fit, and who is late


def test_a_cluster_is_of_one_lane(scene: Scene) -> None:
    here, there = scene.put(CLUSTERED), scene.add(CLUSTERED, "Anders", number=1)
    both = {here.pk, there.pk}
    coach = scene.cast.coach
    put = partial(clustering.put_together, coach, wall(scene), both)
    assert refused(put) == TWO_LANES
    clustering.put_together(coach, wall(scene), {here.pk})
    cluster = Cluster.objects.get()
    join = partial(clustering.put_in, coach, wall(scene), {there.pk}, cluster.pk)
    assert refused(join) == TWO_LANES


def of_two_rooms(scene: Scene, kind: BoardKind) -> set[int]:
    here = scene.put(kind, "Van ons")
    there = open_board(scene.block, kind, room=scene.other_trio).lanes.all()[0]
    other = Note.objects.create(lane=there, author=scene.cast.cas, text="Van hen")
    return {here.pk, other.pk}


def test_rooms_are_clustered_as_one_or_each_apart(scene: Scene) -> None:
    coach = scene.cast.coach
    clustering.put_together(coach, wall(scene, TOGETHER), of_two_rooms(scene, TOGETHER))
    assert names() == {"Cluster zonder naam": {"Van ons", "Van hen"}}
    both = of_two_rooms(scene, APART)
    assert refused(partial(clustering.put_together, coach, wall(scene, APART), both)) == TWO_ROOMS


def test_another_room_cannot_touch_what_is_apart(scene: Scene) -> None:
    ours = scene.put(APART, "Van ons")
    clustering.put_together(scene.actors["anna"], wall(scene, APART), {ours.pk})
    cluster = Cluster.objects.get()
    of_two_rooms(scene, APART)
    cas = scene.actors["cas"]
    tries: list[Callable[[], object]] = [
        partial(clustering.put_together, cas, wall(scene, APART), {ours.pk}),
        partial(clustering.take_out, cas, wall(scene, APART), {ours.pk}),
        partial(clustering.rename, cas, wall(scene, APART), cluster.pk, "Van mij"),
        partial(clustering.dissolve, cas, wall(scene, APART), cluster.pk),
    ]
    assert [refused(one) for one in tries] == [GONE, GONE, NOT_NOW, NOT_NOW]
    assert names() == {"Cluster zonder naam": {"Van ons"}}


def test_who_is_late_reads_what_became_of_it(scene: Scene) -> None:
    cluster = piled(scene, "Rust", name="Rust")
    note = scene.put(CLUSTERED, "Stilte")
    pk = cluster.pk
    clustering.dissolve(scene.cast.coach, wall(scene), pk)
    bram = scene.actors["bram"]
    join = partial(clustering.put_in, bram, wall(scene), {note.pk}, pk)
    assert refused(join) == NO_CLUSTER
    assert Note.objects.get(pk=note.pk).cluster is None
    assert refused(partial(clustering.put_together, bram, wall(scene), {0})) == GONE


def test_a_name_that_somebody_else_gave_meanwhile_is_not_overwritten_unseen(scene: Scene) -> None:
    cluster = piled(scene, "Rust", name="Rust")
    clustering.rename(scene.actors["bram"], wall(scene), cluster.pk, "Stil", seen="Rust")
    late = partial(
        clustering.rename, scene.actors["cas"], wall(scene), cluster.pk, "Kalm", seen="Rust"
    )
    assert "“Stil”" in refused(late)
    assert names() == {"Stil": {"Rust"}}


def test_the_coach_hangs_a_note_in_another_lane(scene: Scene) -> None:
    cluster = piled(scene, "Rust", name="Rust")
    note = cluster.notes.get()
    moving.move_to_lane(scene.cast.coach, wall(scene), {note.pk}, "beter")
    fresh = Note.objects.get()
    assert (fresh.lane.key, fresh.cluster) == ("beter", None)
    move = partial(moving.move_to_lane, scene.actors["anna"], wall(scene), {note.pk}, "goed")
    assert refused(move) == NOT_YOU


# --- over the web


def leg(scene: Scene, client: PageClient, **data: object) -> int:
    path = reverse("boards:place", args=[scene.block.pk, CLUSTERED.slug])
    return client.post(path, data).status_code


def outsiders(scene: Scene) -> list[PageClient]:
    cast = scene.cast
    return [cast.client(), cast.client(cast.zoe), cast.client(cast.olaf)]


def test_outsiders_find_nothing(scene: Scene) -> None:
    note = scene.put(CLUSTERED)
    cluster = piled(scene, "Rust")
    paths = [
        reverse("boards:place", args=[scene.block.pk, CLUSTERED.slug]),
        reverse("boards:rename", args=[cluster.pk]),
        reverse("boards:merge", args=[cluster.pk]),
        reverse("boards:dissolve", args=[cluster.pk]),
    ]
    for client in outsiders(scene):
        data = {"notes": note.pk, "to": "nieuw", "into": cluster.pk, "name": "Van mij"}
        assert {client.post(path, data).status_code for path in paths} == {404}
        assert client.get(paths[0], {"notes": note.pk}).status_code == 404
    assert names() == {"Cluster zonder naam": {"Rust"}}


@pytest.mark.parametrize("to", ["nieuw", "los", "bij-{pk}", "cluster-{cluster}"])
def test_each_place_can_be_asked_for(scene: Scene, to: str) -> None:
    note = scene.put(CLUSTERED, "Stilte")
    other = piled(scene, "Rust", name="Rust")
    where = to.format(pk=other.notes.get().pk, cluster=other.pk)
    bram = scene.cast.client(scene.cast.bram)
    assert leg(scene, bram, notes=note.pk, to=where, name="") == 200
    in_it = to.startswith(("bij", "cluster"))
    assert names()["Rust"] == ({"Rust", "Stilte"} if in_it else {"Rust"})


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"notes": "", "to": "nieuw"},
        {"notes": "een twee", "to": "nieuw"},
        {"notes": "1 " * 3000, "to": "nieuw"},
        {"notes": "1", "to": "ergens"},
        {"notes": "1", "to": "cluster-x"},
        {"notes": "1", "to": "cluster-99999999999999999999"},
        {"notes": "1", "to": "nieuw", "name": "x" * 61},
        {"notes": "999999", "to": "nieuw"},
        {"notes": "1", "to": "bij-999999"},
        {"notes": "1", "to": "vak-bestaat-niet"},
    ],
)
def test_nonsense_is_answered_in_a_sentence_and_changes_nothing(
    scene: Scene, data: dict[str, str]
) -> None:
    scene.put(CLUSTERED)
    path = reverse("boards:place", args=[scene.block.pk, CLUSTERED.slug])
    answer = scene.cast.client(scene.cast.marieke).post(path, data)
    assert answer.status_code == 422
    assert CLUSTERED.refusal_id(scene.block.pk) in answer.content.decode()
    assert not Cluster.objects.exists()


def test_a_cluster_of_another_board_is_not_there(scene: Scene) -> None:
    note = scene.put(CLUSTERED)
    elsewhere = piled(scene, "Daar", kind=TOGETHER)
    put = partial(clustering.put_in, scene.cast.coach, wall(scene), {note.pk}, elsewhere.pk)
    assert refused(put) == NO_CLUSTER


# --- at once


@pytest.mark.django_db(transaction=True)
@in_threads
def test_two_at_once_lose_no_note_and_no_name(scene: Scene) -> None:
    first, second = piled(scene, "Rust", name="Rust"), piled(scene, "Stilte", name="Stil")
    anna, bram = scene.actors["anna"], scene.actors["bram"]
    together(
        lambda: clustering.merge(anna, wall(scene), first.pk, second.pk),
        lambda: clustering.merge(bram, wall(scene), second.pk, first.pk),
    )
    [(name, texts)] = names().items()
    assert texts == {"Rust", "Stilte"}
    assert {"Rust", "Stil"} == set(name.split(" / "))


@pytest.mark.django_db(transaction=True)
@in_threads
def test_two_at_once_drag_the_same_note(scene: Scene) -> None:
    note = scene.put(CLUSTERED, "Samen")
    first, second = piled(scene, "Rust", name="Rust"), piled(scene, "Stilte", name="Stil")
    together(
        lambda: clustering.put_in(scene.actors["anna"], wall(scene), {note.pk}, first.pk),
        lambda: clustering.put_in(scene.actors["bram"], wall(scene), {note.pk}, second.pk),
    )
    found = names()
    assert sum("Samen" in texts for texts in found.values()) == 1
