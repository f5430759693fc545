"""What the coach carried to the goals is there for every team to begin with."""

import pytest
from django.urls import reverse

from scholendag.agenda.models import Block
from scholendag.boards import carrying
from scholendag.boards.models import Board, Cluster
from scholendag.boards.walls import Wall
from scholendag.doelen import actions
from scholendag.doelen.candidates import CANDIDATES
from scholendag.live import audiences
from tests.boards.chains import NAME, Chain
from tests.boards.scene import refused

pytestmark = pytest.mark.django_db
BEGIN = "Kies dit als begin"


@pytest.fixture
def chain(cast):
    """The goals come right after the datamuur."""
    chain = Chain(cast)
    Block.objects.filter(pk=chain.block("leerlingarena").pk).update(position=0)
    return chain


@pytest.fixture
def cluster(chain):
    cluster = chain.cluster()
    carrying.carry(chain.cast.coach, chain.wall, cluster.pk)
    chain.run("doelen")
    return Cluster.objects.get(block=chain.block("doelen"))


def test_who_has_the_pen_can_begin_with_it_and_the_others_read_it(cast, chain, cluster):
    assert (cluster.name, cluster.kind_slug) == (NAME, CANDIDATES.slug)
    for who in (cast.anna, cast.bram, cast.marieke):
        assert NAME in chain.page(who)
        assert "uit datamuur, 2 post-its" in chain.page(who)
    assert BEGIN in chain.page(cast.anna)
    assert BEGIN not in chain.page(cast.bram)
    assert not Board.objects.filter(kind_slug=CANDIDATES.slug).exists()


def test_it_stays_beside_the_first_step_and_goes_when_that_is_done(cast, chain, cluster):
    goal = actions.open_goal(cast.sessie, chain.room.team)
    chain.steps["doelen"].phase = "doel"
    chain.steps["doelen"].save(update_fields=["phase"])
    assert BEGIN in chain.page(cast.anna)

    actions.write(goal, improvement="Wij kiezen zelf")
    assert BEGIN not in chain.page(cast.anna)


def test_without_anything_carried_nothing_is_said(cast, chain):
    chain.run("doelen")
    for who in (cast.anna, cast.marieke):
        assert "Meegenomen uit eerdere" not in chain.page(who)


def test_the_coach_takes_it_away_and_the_original_stays(
    cast, chain, cluster, sent, django_capture_on_commit_callbacks
):
    original = cluster.origin
    with django_capture_on_commit_callbacks(execute=True):
        url = reverse("boards:take-away", args=[cluster.pk])
        assert cast.client(cast.marieke).post(url).status_code < 300

    assert list(Cluster.objects.all()) == [original]
    assert original.notes.count() == 2
    assert NAME not in chain.page(cast.anna)
    assert audiences.everyone(cast.sessie.pk) in {to for to, _ in sent}


def test_who_is_at_it_sees_at_once_what_comes_in(
    cast, chain, sent, django_capture_on_commit_callbacks
):
    cluster = chain.cluster()
    chain.run("doelen")
    with django_capture_on_commit_callbacks(execute=True):
        carrying.carry(cast.coach, chain.wall, cluster.pk)
    frames = [message["frame"] for _, message in sent if "frame" in message]
    assert any("refresh" in frame for frame in frames)


def test_what_is_gone_already_is_said(cast, chain, cluster):
    gone = cluster.pk
    cluster.delete()
    wall = Wall(chain.block("doelen"), CANDIDATES)
    assert "niet meer" in refused(lambda: carrying.take_away(cast.coach, wall, gone))
