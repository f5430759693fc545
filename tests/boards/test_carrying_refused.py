"""What is not carried, and who does not carry."""

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import Block
from scholendag.boards import carrying, directing
from scholendag.boards.kinds import BoardKind, LaneKind, Scope
from scholendag.boards.models import Cluster, Override
from scholendag.boards.opening import open_board
from scholendag.boards.taking import kind_that_takes, offer
from scholendag.leerlingarena.kinds import DISCUSSED
from scholendag.sessies.models import Sessie
from tests.boards.chains import Chain
from tests.boards.scene import refused

pytestmark = pytest.mark.django_db
LANES = (LaneKind("goed", "Goed"),)


@pytest.fixture
def chain(cast):
    return Chain(cast)


def test_without_a_name_there_is_nothing_to_carry(chain, cast):
    cluster = chain.cluster(name="")

    answer = chain.post(cast.marieke, "carry", cluster)

    assert answer.status_code == 422
    assert carrying.NAMELESS in answer.content.decode()
    assert Cluster.objects.count() == 1


def test_it_goes_nowhere_when_no_later_block_takes_it(chain):
    cluster = chain.cluster()
    Block.objects.exclude(pk=chain.datamuur.pk).update(position=0)

    assert refused(lambda: chain.carry(cluster)) == carrying.NOWHERE
    assert "Neem mee" not in chain.page_at_the_wall()


def test_not_to_a_board_that_is_fixed_nor_after_the_day(chain, cast):
    cluster = chain.cluster()
    open_board(chain.block("leerlingarena"), DISCUSSED)
    directing.override(cast.coach, chain.arena, Override.FIXED)
    assert "staat vast" in refused(lambda: chain.carry(cluster))

    directing.override(cast.coach, chain.arena, None)
    Sessie.objects.filter(pk=cast.sessie.pk).update(closed_at=timezone.now())
    chain.wall.block.sessie.refresh_from_db()
    assert refused(lambda: chain.carry(cluster)) == carrying.OVER


def test_from_a_board_that_is_fixed_it_can_still_be_carried(chain, cast):
    cluster = chain.cluster()
    directing.override(cast.coach, chain.wall, Override.FIXED)

    chain.carry(cluster)

    assert chain.carried.origin == cluster


@pytest.mark.parametrize("verb", ["carry", "take-away"])
def test_only_the_coach_of_the_day_carries(chain, cast, verb):
    cluster = chain.cluster()
    chain.carry(cluster)
    there = chain.carried

    for who in (cast.anna, cast.zoe, cast.olaf, None):
        for one in (cluster, there):
            assert chain.post(who, verb, one).status_code == 404
    gone = reverse(f"boards:{verb}", args=[10**9])
    assert cast.client(cast.marieke).post(gone).status_code == 404
    assert cast.client(cast.marieke).get(gone).status_code == 405
    assert Cluster.objects.count() == 2


def test_what_was_made_here_is_not_taken_away(chain, cast):
    cluster = chain.cluster()

    assert chain.post(cast.marieke, "take-away", cluster).status_code == 422
    assert Cluster.objects.filter(pk=cluster.pk).exists()


def test_a_block_takes_only_from_what_it_builds_on():
    assert kind_that_takes("leerlingarena", "datamuur") == DISCUSSED
    assert kind_that_takes("leerlingarena", "verwachtingen") is None
    assert kind_that_takes("datamuur", "inspiratieverhaal") is None


def test_declarations_that_leave_a_doubt_are_refused():
    one, other = (
        BoardKind(slug=slug, title="Bord", lanes=LANES, open_in=None, takes=True)
        for slug in ("proef-een", "proef-ander")
    )
    with pytest.raises(ValueError, match="two boards"):
        offer("proef-neemt", (one, other), ("datamuur",))
    with pytest.raises(ValueError, match="whole block"):
        BoardKind("proef-team", "Bord", LANES, open_in=None, scope=Scope.TEAM, takes=True)
