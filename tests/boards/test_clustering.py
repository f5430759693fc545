"""Putting notes together: who may, what stays whatever happens, and what is told to who is late."""

from collections.abc import Callable
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.boards import actions, clustering, directing, moving, queries, rules
from scholendag.boards.held import GONE, NO_CLUSTER, NOT_NOW, TWO_LANES, TWO_ROOMS
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Cluster, Note, Override
from scholendag.boards.opening import open_board
from scholendag.boards.placing import NOT_YOU
from scholendag.boards.walls import Wall
from tests.at_once import in_threads, together
from tests.boards.scene import (
    APART,
    CLUSTERED,
    SECRET_CLUSTERED,
    TOGETHER,
    WALL,
    Committed,
    Scene,
    Sent,
    heard_by,
    refused,
)
from tests.cast import PageClient


def wall(scene: Scene, kind: BoardKind = CLUSTERED) -> Wall:
    return Wall(scene.block, kind)


def names() -> dict[str, set[str]]:
    """The texts in each cluster, by its name."""
    return {str(one): {note.text for note in one.notes.all()} for one in Cluster.objects.all()}


def piled(scene: Scene, *texts: str, name: str = "", kind: BoardKind = CLUSTERED) -> Cluster:
    """A cluster of new notes of Anna."""
    notes = {scene.put(kind, text).pk for text in texts}
    clustering.put_together(scene.cast.coach, wall(scene, kind), notes, name)
    return Cluster.objects.latest("pk")


# --- who may


def may_cluster(scene: Scene, kind: BoardKind) -> set[str]:
    board = queries.all_boards().get(pk=scene.board(kind).pk)
    standings = {name: queries.standing_of(actor) for name, actor in scene.actors.items()}
    return {name for name, who in standings.items() if rules.may_cluster(who, board)}


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        (CLUSTERED, {"anna", "bram", "cas", "coach"}),
        (SECRET_CLUSTERED, set()),
        (TOGETHER, {"anna", "bram", "cas", "coach"}),
        (APART, {"anna", "bram", "coach"}),
        (WALL, set()),
    ],
    ids=lambda value: getattr(value, "slug", ""),
)
def test_who_may_while_it_is_asked(scene: Scene, kind: BoardKind, who: set[str]) -> None:
    assert may_cluster(scene, kind) == who


def test_in_another_phase_only_the_coach_may(scene: Scene) -> None:
    scene.board(CLUSTERED)
    scene.go("iets anders")
    assert may_cluster(scene, CLUSTERED) == {"coach"}


def test_when_the_coach_says_so_only_coaches_may(scene: Scene) -> None:
    scene.board(CLUSTERED)
    directing.let_cluster(scene.cast.coach, wall(scene), everyone=False)
    assert may_cluster(scene, CLUSTERED) == {"coach"}
    directing.let_cluster(scene.cast.coach, wall(scene), everyone=True)
    assert may_cluster(scene, CLUSTERED) == {"anna", "bram", "cas", "coach"}


def test_after_the_signal_everyone_may(scene: Scene) -> None:
    scene.board(SECRET_CLUSTERED)
    actions.reveal(scene.block, SECRET_CLUSTERED, scene.cast.coach)
    assert may_cluster(scene, SECRET_CLUSTERED) == {"anna", "bram", "cas", "coach"}


def test_on_a_fixed_board_or_a_closed_day_nobody_may(scene: Scene) -> None:
    scene.board(CLUSTERED)
    directing.override(scene.cast.coach, wall(scene), Override.FIXED)
    assert may_cluster(scene, CLUSTERED) == set()
    directing.override(scene.cast.coach, wall(scene), None)
    sessie = scene.cast.sessie
    sessie.closed_at = timezone.now()
    sessie.save()
    assert may_cluster(scene, CLUSTERED) == set()


# --- what stays


def test_a_cluster_of_two_that_a_third_joins(scene: Scene) -> None:
    piled(scene, "Rust", "Stilte", name="Rust")
    third = scene.put(CLUSTERED, "Minder prikkels")
    cluster = Cluster.objects.get()
    clustering.put_in(scene.actors["bram"], wall(scene), {third.pk}, cluster.pk)
    assert names() == {"Rust": {"Rust", "Stilte", "Minder prikkels"}}


def test_dropped_on_a_note_that_lies_in_a_cluster_it_joins_that(scene: Scene) -> None:
    cluster = piled(scene, "Rust", "Stilte", name="Rust")
    third = scene.put(CLUSTERED, "Kalm")
    clustering.put_with(scene.cast.coach, wall(scene), {third.pk}, cluster.notes.all()[0].pk)
    assert names() == {"Rust": {"Rust", "Stilte", "Kalm"}}


def test_who_leaves_last_takes_a_nameless_cluster_away_and_keeps_a_named_one(scene: Scene) -> None:
    one, two = scene.put(CLUSTERED, "Rust"), scene.put(CLUSTERED, "Stilte")
    clustering.put_together(scene.cast.coach, wall(scene), {one.pk})
    clustering.put_together(scene.cast.coach, wall(scene), {two.pk}, "Stil")
    clustering.take_out(scene.cast.coach, wall(scene), {one.pk, two.pk})
    assert names() == {"Stil": set()}
    actions.take_back(scene.actors["anna"], Note.objects.get(pk=one.pk))
    assert Note.objects.get() == two


def test_taking_back_the_last_note_takes_a_nameless_cluster_away(scene: Scene) -> None:
    note = scene.put(CLUSTERED, "Rust")
    clustering.put_together(scene.cast.coach, wall(scene), {note.pk})
    actions.take_back(scene.actors["anna"], note)
    assert not Cluster.objects.exists()


def test_merging_keeps_all_notes_and_both_names(scene: Scene) -> None:
    first = piled(scene, "Rust", name="Rust")
    second = piled(scene, "Stilte", name="Stil")
    clustering.merge(scene.cast.coach, wall(scene), second.pk, first.pk)
    assert names() == {"Rust / Stil": {"Rust", "Stilte"}}
    clustering.merge(scene.cast.coach, wall(scene), first.pk, first.pk)
    assert names() == {"Rust / Stil": {"Rust", "Stilte"}}


def test_taking_a_cluster_apart_keeps_its_notes(scene: Scene) -> None:
    cluster = piled(scene, "Rust", "Stilte", name="Rust")
    clustering.dissolve(scene.cast.coach, wall(scene), cluster.pk)
    assert not Cluster.objects.exists()
    assert {note.text for note in Note.objects.filter(cluster=None)} == {"Rust", "Stilte"}


def test_clustering_changes_no_limit(scene: Scene) -> None:
    for text in ("Een", "Twee", "Drie"):
        scene.add(CLUSTERED, text)
    clustering.put_together(
        scene.cast.coach, wall(scene), set(Note.objects.values_list("pk", flat=True))
    )
    assert "haal er eerst een weg" in refused(partial(scene.add, CLUSTERED)).lower()


def test_a_hidden_note_in_a_cluster_is_read_by_coaches_alone(scene: Scene) -> None:
    cluster = piled(scene, "Rust", "Geheimpje", name="Rust")
    actions.hide(scene.cast.coach, cluster.notes.get(text="Geheimpje"))
    seen = {name: scene.page(CLUSTERED, actor) for name, actor in scene.actors.items()}
    assert {name for name, page in seen.items() if "Geheimpje" in page} == {"coach"}


def test_moving_what_the_coach_hid_tells_nobody_else(
    scene: Scene, sent: Sent, committed: Committed
) -> None:
    note = scene.put(CLUSTERED, "Geheimpje")
    other = scene.put(CLUSTERED, "Rust")
    actions.hide(scene.cast.coach, note)
    sent.clear()
    with committed():
        clustering.put_together(scene.cast.coach, wall(scene), {note.pk, other.pk}, "Rust")
    assert heard_by(sent, "Geheimpje") == {f"sessie.{scene.cast.sessie.pk}.coaches"}
    with committed():
        clustering.take_out(scene.cast.coach, wall(scene), {note.pk})
    assert heard_by(sent, "Geheimpje") == {f"sessie.{scene.cast.sessie.pk}.coaches"}


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
