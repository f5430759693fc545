"""The coach carries a cluster on to the next block, where it keeps its name and its origin."""

from functools import partial

import pytest
from django.utils import timezone

from scholendag.agenda.models import Block, Step
from scholendag.agenda.written import holds_writing
from scholendag.boards import carrying, clustering
from scholendag.boards.kinds import LaneKind
from scholendag.boards.models import Cluster, Note
from scholendag.boards.opening import open_board
from scholendag.boards.queries import clusters_of
from scholendag.leerlingarena.kinds import DISCUSSED
from scholendag.live import audiences
from scholendag.stage.actions import go_to
from tests.at_once import in_threads, together
from tests.boards.chains import NAME, Chain
from tests.boards.scene import content

pytestmark = pytest.mark.django_db
LANES = (LaneKind("goed", "Goed"),)


@pytest.fixture
def chain(cast):
    return Chain(cast)


def test_one_press_carries_the_name_and_not_the_notes(chain, cast):
    cluster = chain.cluster()

    answer = chain.post(cast.marieke, "carry", cluster)

    there = chain.carried
    assert (there.name, there.kind_slug, there.notes.count()) == (NAME, DISCUSSED.slug, 0)
    assert (there.origin, there.came_from) == (cluster, chain.datamuur)
    assert cluster.notes.count() == 2
    assert "gaat mee naar leerlingarena" in answer.content.decode()


def test_pressing_twice_gives_one(chain):
    cluster = chain.cluster()

    chain.carry(cluster)
    chain.carry(cluster)

    assert Cluster.objects.filter(block=chain.block("leerlingarena")).count() == 1


def test_it_appears_when_the_next_block_is_entered_for_everyone(chain, cast):
    chain.carry(chain.cluster())
    assert not chain.block("leerlingarena").boards.exists()

    go_to(cast.sessie, chain.steps["leerlingarena"], chain.steps["datamuur"].pk, cast.coach)

    for who in (cast.anna, cast.marieke):
        assert NAME in chain.page(who)
        assert "uit datamuur, 2 post-its" in chain.page(who)


def test_where_the_lane_has_no_namesake_it_lands_in_the_first(chain):
    chain.carry(chain.cluster())
    assert chain.carried.lane_key == "goed"
    chain.carried.delete()

    chain.carry(chain.cluster(lane="beter"))
    assert chain.carried.lane_key == "beter"


def test_each_keeps_its_own_name_and_goes_its_own_way(chain, cast):
    cluster = chain.cluster()
    chain.carry(cluster)

    clustering.rename(cast.coach, chain.wall, cluster.pk, "Iets anders")
    assert chain.carried.name == NAME

    chain.run("leerlingarena")
    open_board(chain.block("leerlingarena"), DISCUSSED)
    clustering.dissolve(cast.coach, chain.arena, chain.carried.pk)
    assert Cluster.objects.get() == cluster
    assert cluster.notes.count() == 2


def test_its_origin_stays_known_when_the_cluster_there_is_gone(chain, cast):
    cluster = chain.cluster()
    chain.carry(cluster)

    clustering.dissolve(cast.coach, chain.wall, cluster.pk)

    [there] = clusters_of(chain.block("leerlingarena"), DISCUSSED)
    assert (there.way.came_from, there.way.notes) == ("datamuur", 0)


def test_what_was_carried_gets_notes_and_goes_on(chain, cast):
    chain.carry(chain.cluster())
    chain.run("leerlingarena")
    lane = open_board(chain.block("leerlingarena"), DISCUSSED).lanes.get(key="goed")
    note = Note.objects.create(lane=lane, author=cast.anna, text="Vaker voorlezen")

    clustering.put_in(cast.coach, chain.arena, [note.pk], chain.carried.pk)
    carrying.carry(cast.coach, chain.arena, chain.carried.pk)

    last = Cluster.objects.get(block=chain.block("doelen"))
    assert last.name == NAME
    [there] = clusters_of(chain.block("leerlingarena"), DISCUSSED)
    assert there.way.went == "doelen"


def test_a_hidden_note_is_not_counted(chain):
    cluster = chain.cluster()
    chain.carry(cluster)
    Note.objects.filter(pk=cluster.notes.first().pk).update(hidden_at=timezone.now())

    [there] = clusters_of(chain.block("leerlingarena"), DISCUSSED)
    assert there.way.notes == 1


def test_next_is_by_the_agenda_of_now(chain, cast):
    cluster = chain.cluster()
    arena = chain.block("leerlingarena")
    Step.objects.filter(block=arena).update(skipped_at=timezone.now())
    assert "Neem mee naar doelen" in chain.page_at_the_wall()
    chain.carry(cluster)
    assert [one.block for one in cluster.carried.all()] == [chain.block("doelen")]

    Step.objects.filter(block=arena).update(skipped_at=None)
    Block.objects.filter(pk=arena.pk).update(position=1000)
    Block.objects.filter(pk=chain.block("doelen").pk).update(position=2000)
    chain.carry(cluster)
    assert {one.block for one in cluster.carried.all()} == {arena, chain.block("doelen")}


def test_the_button_goes_once_it_was_pressed(chain):
    cluster = chain.cluster()
    assert "Neem mee naar leerlingarena" in chain.page_at_the_wall()

    chain.carry(cluster)

    assert "Neem mee" not in chain.page_at_the_wall()
    assert "gaat mee naar leerlingarena" in chain.page_at_the_wall()


def test_everyone_sees_that_it_goes_along(chain, cast, committed, sent):
    cluster = chain.cluster()
    with committed():
        chain.carry(cluster)

    assert "gaat mee naar leerlingarena" in content(sent, audiences.everyone(cast.sessie.pk))


def test_a_block_with_something_carried_stays_in_the_agenda(chain):
    arena = chain.block("leerlingarena")
    assert not holds_writing(arena)

    chain.carry(chain.cluster())

    assert holds_writing(arena)


def test_a_board_shows_clusters_in_as_many_queries_however_many(
    chain, cast, django_assert_num_queries
):
    cluster = chain.cluster()
    board = open_board(chain.block("leerlingarena"), DISCUSSED)
    chain.carry(cluster)
    with django_assert_num_queries(3):
        clusters_of(board.block, DISCUSSED)

    for number in range(20):
        Cluster.objects.create(
            block=board.block, kind_slug=DISCUSSED.slug, lane_key="goed", name=f"Nummer {number}"
        )
    with django_assert_num_queries(3):
        clusters_of(board.block, DISCUSSED)


@in_threads
@pytest.mark.django_db(transaction=True)
def test_two_coaches_who_press_at_once_give_one(chain, sent):
    cluster = chain.cluster()

    got = together(*[partial(chain.carry, cluster)] * 4)

    assert got == [None] * 4
    assert chain.carried.origin == cluster
