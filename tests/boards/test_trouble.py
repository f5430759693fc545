"""What goes wrong when several things come together: each of these once did."""

from dataclasses import replace
from functools import partial

import pytest
from django.urls import reverse

from scholendag.boards import actions, clustering, kinds, moving, opening, undo, voting
from scholendag.boards.clustering import CARRIED
from scholendag.boards.kinds import Limit
from scholendag.boards.models import Board, Cluster, Note
from scholendag.boards.walls import Wall
from tests.boards.chains import Chain
from tests.boards.polling import ROOMS_APART, Polling
from tests.boards.scene import APART, CLUSTERED, Scene, refused
from tests.cast import Cast, ParticipantFactory


@pytest.mark.parametrize("to", ["bij-1abc", "xlos", "cluster-" + "1" * 23, "nieuw\n", "bij-1 "])
def test_a_place_that_only_begins_or_ends_well_is_no_place(scene: Scene, to: str) -> None:
    note = scene.put(CLUSTERED)
    path = reverse("boards:place", args=[scene.block.pk, CLUSTERED.slug])
    client = scene.cast.client(scene.cast.anna)
    assert client.post(path, {"notes": note.pk, "to": to}).status_code == 422


def test_a_cluster_of_which_the_notes_are_hidden_gives_its_dots_back(polling: Polling) -> None:
    cluster = polling.cluster("Rust")
    polling.opens(1)
    polling.gives("anna", cluster)
    actions.hide(polling.coach, cluster.notes.get())
    give = reverse("boards:dot-cluster", args=[cluster.pk])
    assert give in polling.page("anna")
    polling.takes("anna", cluster, keep=0)
    assert polling.dots("anna") == 0


def test_a_note_with_dots_is_not_taken_back(polling: Polling) -> None:
    note = polling.note()
    polling.opens(1)
    polling.gives("bram", note)
    polling.closes()
    take = partial(actions.take_back, polling.actors["anna"], note)
    assert refused(take) == actions.HAS_DOTS
    assert note.dots.count() == 1


def test_a_room_that_comes_after_the_poll_is_not_voting(polling: Polling) -> None:
    polling.board(ROOMS_APART)
    polling.opens(1, ROOMS_APART)
    polling.closes()
    late = opening.open_board(polling.scene.block, ROOMS_APART, room=polling.scene.other_trio)
    assert late.voting is None
    assert voting.open_poll(polling.coach, polling.wall(ROOMS_APART), 1, hides_counts=False)


def test_the_coach_moves_by_the_limit_of_the_room(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a room of two each may have three; of a day with more people only one."""
    kind = replace(
        APART, slug="proef-grens", limits=(Limit(lambda people: 3 if people < 4 else 1),)
    )
    monkeypatch.setitem(kinds._kinds, kind.slug, kind)
    for name in ("Dina", "Eva", "Fay"):
        ParticipantFactory.create(sessie=scene.cast.sessie, name=name)
    first, _second = scene.put(kind, "Een"), scene.put(kind, "Twee")
    moving.move_to_lane(scene.cast.coach, Wall(scene.block, kind), {first.pk}, "beter")
    assert Note.objects.get(pk=first.pk).lane.key == "beter"


def test_put_back_in_a_cluster_that_was_taken_apart_it_hangs_loose(scene: Scene) -> None:
    one, two = scene.put(CLUSTERED, "Rust"), scene.put(CLUSTERED, "Stilte")
    wall = Wall(scene.block, CLUSTERED)
    clustering.put_together(scene.cast.coach, wall, {one.pk, two.pk}, "Rust")
    anna = scene.actors["anna"]
    taken = actions.take_back(anna, one)
    assert taken
    back = undo.unpack(undo.pack(taken))
    assert back
    clustering.dissolve(scene.cast.coach, wall, Cluster.objects.get().pk)
    undo.put_back(anna, back)
    assert Note.objects.get(pk=one.pk).cluster is None


def test_merged_with_another_a_carried_cluster_keeps_its_origin(cast: Cast) -> None:
    chain = Chain(cast)
    origin = chain.cluster()
    chain.carry(origin)
    carried, here = _beside(chain)
    wall = Wall(carried.block, carried.kind)
    clustering.merge(cast.coach, wall, carried.pk, here.pk)
    fresh = Cluster.objects.get(pk=here.pk)
    assert (fresh.origin, fresh.came_from) == (origin, chain.datamuur)
    chain.carry(origin)
    assert Cluster.objects.filter(block=carried.block).count() == 1


def test_what_the_coach_carried_is_for_the_coach_to_take_away(cast: Cast) -> None:
    chain = Chain(cast)
    chain.carry(chain.cluster())
    carried, _here = _beside(chain)
    Board.objects.filter(block=carried.block).update(everyone_clusters=True)
    wall = Wall(carried.block, carried.kind)
    take = partial(clustering.dissolve, cast.actor(cast.anna), wall, carried.pk)
    assert refused(take) == CARRIED
    clustering.dissolve(cast.coach, wall, carried.pk)
    assert not Cluster.objects.filter(pk=carried.pk).exists()


def _beside(chain: Chain) -> tuple[Cluster, Cluster]:
    """What was carried, and a cluster that was made where it came."""
    carried = chain.carried
    chain.run("leerlingarena")
    board = opening.open_board(carried.block, carried.kind)
    lane = board.lanes.get(key=carried.lane_key)
    note = Note.objects.create(lane=lane, text="Hier bedacht")
    clustering.put_together(chain.cast.coach, Wall(carried.block, carried.kind), {note.pk}, "Hier")
    return carried, Cluster.objects.get(name="Hier")
