"""Who loses a right leaves its audience at once: the real people, their pages and the actions."""

import pytest
from channels.db import database_sync_to_async

from scholendag import live
from scholendag.agenda import running
from scholendag.breakouts import actions as breakouts
from scholendag.live import audiences
from scholendag.live.consumers import NO_LONGER_WELCOME
from scholendag.schools.models import Membership
from scholendag.sessies import actions as sessies
from scholendag.sessies.models import AccessLink
from scholendag.verbeterbord import actions as verbeterbord
from tests.breakouts.groups import crowd, fixed, room_with
from tests.cast import BlockFactory
from tests.live.day.happenings import happens, hears_nothing_but, shown
from tests.teams import seat_team

pytestmark = pytest.mark.django_db(transaction=True)


async def test_a_removed_deelnemer_is_out_at_once_and_the_others_stay(day, dag):
    everyone, own = audiences.everyone(day.sessie.pk), audiences.participant(day.anna.pk)
    anna, bram = await dag(day.anna), await dag(day.bram)

    await happens(sessies.remove, day.anna, then=[everyone, own])

    assert await anna.closed() == NO_LONGER_WELCOME
    assert anna.nothing_more()
    assert "geheim" in await bram.everything(until="geheim")


async def test_a_removed_deelnemer_who_tries_again_stays_out(day, page, dag):
    bram = await dag(day.bram)
    await happens(sessies.remove, day.anna)

    back = await page(f"/live/dag/{day.sessie.code}/", who=day.anna, is_welcome=False)
    await shown(audiences.everyone(day.sessie.pk), "geheim")

    assert await back.closed() == NO_LONGER_WELCOME
    assert "geheim" in await bram.everything(until="geheim")
    assert back.nothing_more()


@pytest.fixture
def scherm(day):
    return AccessLink.objects.create(sessie=day.sessie, role=AccessLink.Role.SCHERM)


async def test_a_scherm_whose_link_is_renewed_goes_dark_at_once(day, page, dag, scherm):
    wall, anna = await page(f"/live/scherm/{scherm.token}/"), await dag(day.anna)
    everyone = audiences.everyone(day.sessie.pk)

    await happens(sessies.renew_link, scherm, then=[everyone])

    assert await wall.closed() == NO_LONGER_WELCOME
    assert wall.nothing_more()
    assert await anna.told() == {"refresh": 150}


@pytest.fixture
def bord(day):
    team = seat_team(day.sessie, "Onderbouw", day.anna, day.bram).team
    block = BlockFactory.create(sessie=day.sessie, instrument="verbeterbord", title="Bord")
    return verbeterbord.open_bord(block, team)[1]


async def test_a_bord_whose_link_is_renewed_goes_dark_at_once(day, page, dag, bord):
    team = audiences.team(bord.team_id)
    board, anna = await page(f"/live/bord/{bord.token}/"), await dag(day.anna)

    await happens(sessies.renew_link, bord, then=[team])

    assert await board.closed() == NO_LONGER_WELCOME
    assert board.nothing_more()
    assert await anna.told() == {"refresh": 150}


@pytest.fixture
def rooms(day):
    """Two rooms: Anna and Bram, and Cas."""
    rooms = [
        seat_team(day.sessie, "Onderbouw", day.anna, day.bram),
        seat_team(day.sessie, "Bovenbouw", day.cas),
    ]
    assert [room.division for room in rooms]
    return rooms


async def test_who_is_moved_leaves_the_old_room_and_its_team_at_once(day, dag, rooms):
    old, new = rooms
    anna, bram = await dag(day.anna), await dag(day.bram)

    secrets = [audiences.room(old.pk), audiences.team(old.team_id)]
    await happens(breakouts.move, old.division, day.anna, new, then=secrets)

    assert "geheim" in await bram.everything(until="geheim")
    await hears_nothing_but(anna, audiences.participant(day.anna.pk))
    await shown(audiences.room(new.pk), "voor de nieuwe kamer")
    assert "voor de nieuwe kamer" in await anna.everything(until="kamer")
    await shown(audiences.team(new.team_id), "voor het nieuwe team")
    assert "voor het nieuwe team" in await anna.everything(until="team")


async def test_rooms_that_are_let_go_are_left_at_once(day, dag, rooms):
    anna, room = await dag(day.anna), rooms[0]

    secrets = [audiences.room(room.pk), audiences.team(room.team_id)]
    await happens(breakouts.reopen, room.division, then=secrets)

    await hears_nothing_but(anna, audiences.participant(day.anna.pk))


@pytest.fixture
def trios(day):
    """Six people in two groups of three."""
    crowd(day.sessie, 3)
    for one in (day.anna, day.bram, day.cas):
        sessies.arrive(one)
    return fixed(day.sessie)


async def test_a_new_division_ends_the_room_of_the_one_before(day, dag, trios):
    anna = await dag(day.anna)
    room = await database_sync_to_async(room_with)(trios, day.anna)

    def divide_again_with_anna_elsewhere():
        breakouts.reopen(trios)
        division = breakouts.divide(day.sessie, trios.key, trios.kind)
        breakouts.move(division, day.anna, division.rooms.exclude(pk=room.pk).first())
        breakouts.fix(division)

    await happens(divide_again_with_anna_elsewhere, then=[audiences.room(room.pk)])

    await hears_nothing_but(anna, audiences.participant(day.anna.pk))


def no_longer_coach(day):
    Membership.objects.filter(user=day.marieke).delete()


def deactivated(day):
    day.marieke.is_active = False
    day.marieke.save()


@pytest.mark.parametrize("loses_it", [no_longer_coach, deactivated])
async def test_a_coach_who_is_none_any_more_is_out_when_rights_are_looked_up(
    day, dag, begeleiden, loses_it
):
    """No page of the application does this: who does it in the database says regroup too."""
    coaches = audiences.coaches(day.sessie.pk)
    marieke, anna = await begeleiden(day.marieke), await dag(day.anna)

    def happens_to_marieke():
        loses_it(day)
        live.regroup(coaches)

    await happens(happens_to_marieke, then=[coaches, audiences.everyone(day.sessie.pk)])

    assert await marieke.code() == NO_LONGER_WELCOME
    assert marieke.nothing_more()
    assert "geheim" in await anna.everything(until="geheim")


@pytest.mark.parametrize("loses_it", [no_longer_coach, deactivated])
async def test_a_coach_who_is_none_any_more_does_not_come_in_again(day, page, loses_it):
    await happens(loses_it, day)

    path = f"/live/begeleiden/{day.sessie.pk}/"
    marieke = await page(path, who=day.marieke, is_welcome=False)

    assert await marieke.closed() == NO_LONGER_WELCOME
    assert marieke.nothing_more()


async def test_who_is_there_when_the_day_is_closed_stays_to_look_back(
    day, page, dag, begeleiden, scherm
):
    """A closed day can be read; that nobody writes is up to the rules of writing."""
    pages = [
        await dag(day.anna),
        await begeleiden(day.marieke),
        await page(f"/live/scherm/{scherm.token}/"),
    ]

    await happens(running.end, day.sessie, None, day.coach)

    await shown(audiences.everyone(day.sessie.pk), "einde")
    for one in pages:
        assert "einde" in await one.everything(until="einde")
