"""Putting notes together: who may, and what stays whatever happens."""

from functools import partial

import pytest
from django.utils import timezone

from scholendag.boards import actions, clustering, directing, queries, rules
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Cluster, Note, Override
from scholendag.boards.walls import Wall
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
