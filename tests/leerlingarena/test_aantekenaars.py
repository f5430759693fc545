"""One or two people take notes; everyone else listens, and the server sees to it."""

import uuid

import pytest
from django.urls import reverse

from scholendag.boards.models import Note
from scholendag.boards.opening import open_board
from scholendag.leerlingarena.kinds import DISCUSSED, TAKEN_DOWN
from scholendag.sessies.models import Duty

TEXT = "Leerlingen willen vaker zelf kiezen"


@pytest.fixture
def appoint(arena, cast):
    def press(person, who=None):
        url = reverse("leerlingarena:appoint", args=[arena.block.pk])
        data = {"participant": person.pk if person else ""}
        return cast.client(who or cast.marieke).post(url, data)

    return press


@pytest.fixture
def stick(arena, cast):
    def post(person, kind=TAKEN_DOWN, text=TEXT, key="goed"):
        lane = open_board(arena.block, kind).lanes.get(key=key)
        data = {"text": text, "client_id": uuid.uuid4()}
        return cast.client(person).post(reverse("boards:add", args=[lane.pk]), data)

    return post


def day(cast, who):
    page = cast.client(who).get(reverse("stage:deelnemer", args=[cast.sessie.code]))
    return page.content.decode()


def test_who_is_appointed_gets_the_board_at_once(
    arena, appoint, cast, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert "Anna" in appoint(cast.anna).content.decode()
    assert (f"participant.{cast.anna.pk}", {"type": "live.regroup"}) in sent
    assert 'id="plak-' in day(cast, cast.anna)
    assert "een leraar" in day(cast, cast.anna)


def test_there_are_two_at_most(arena, appoint, cast):
    appoint(cast.anna)
    appoint(cast.anna)
    appoint(cast.bram)
    response = appoint(cast.cas)
    assert response.status_code == 422
    assert "Er zijn al twee aantekenaars." in response.content.decode()
    assert Duty.objects.count() == 2


def test_who_left_leaves_room_for_another(arena, appoint, cast):
    for person in (cast.anna, cast.bram):
        appoint(person)
    cast.anna.removed_at = cast.sessie.starts_at
    cast.anna.save(update_fields=["removed_at"])
    assert appoint(cast.cas).status_code == 200


@pytest.mark.parametrize("nobody", ["zoe", None])
def test_only_who_takes_part_can_be_appointed(arena, appoint, cast, nobody):
    response = appoint(getattr(cast, nobody) if nobody else None)
    assert response.status_code == 422
    assert "Kies" in response.content.decode()
    assert not Duty.objects.exists()


def test_who_is_withdrawn_only_listens(arena, cast, stick):
    arena.appoint(cast.anna)
    stick(cast.anna)
    url = reverse("leerlingarena:withdraw", args=[arena.block.pk, cast.anna.pk])
    assert cast.client(cast.marieke).post(url).status_code == 200
    assert 'name="text"' not in day(cast, cast.anna)
    assert stick(cast.anna, text="Nog een").status_code == 422
    assert Note.objects.count() == 1
    assert cast.client(cast.marieke).post(url).status_code == 404


def test_who_listens_cannot_write_and_has_nothing_to_write_in(arena, cast, stick):
    arena.appoint(cast.anna)
    page = day(cast, cast.bram)
    assert "Reageer niet. Luister alleen." in page
    assert "<textarea" not in page
    assert "<input" not in page
    for kind in (TAKEN_DOWN, DISCUSSED):
        assert stick(cast.bram, kind).status_code == 422
    assert stick(cast.zoe).status_code == 404
    assert not Note.objects.exists()


def test_an_aantekenaar_does_not_begin_the_discussion_early(arena, cast, stick):
    arena.appoint(cast.anna)
    assert stick(cast.anna, DISCUSSED).status_code == 422
    assert not Note.objects.exists()


def test_what_is_taken_down_comes_out_after_the_talk(arena, cast, stick):
    arena.appoint(cast.anna)
    stick(cast.anna)
    coach = cast.client(cast.marieke)
    desk = reverse("stage:begeleider", args=[cast.sessie.pk])
    assert TEXT in day(cast, cast.anna)
    assert TEXT not in day(cast, cast.bram)
    assert TEXT not in coach.get(desk).content.decode()
    arena.run("nabespreking")
    assert TEXT in day(cast, cast.bram)
    assert TEXT in coach.get(desk).content.decode()


def test_nobody_but_the_writer_is_sent_what_is_taken_down(
    arena, cast, stick, sent, django_capture_on_commit_callbacks
):
    arena.appoint(cast.anna)
    with django_capture_on_commit_callbacks(execute=True):
        stick(cast.anna)
    readers = {
        audience
        for audience, message in sent
        if TEXT in message.get("frame", {}).get("content", "")
    }
    assert readers == {f"participant.{cast.anna.pk}"}


def test_in_the_discussion_everyone_adds_three_to_a_lane(arena, cast, stick):
    arena.appoint(cast.anna)
    arena.run("nabespreking")
    statuses = [stick(cast.bram, DISCUSSED, f"Punt {number}").status_code for number in range(4)]
    assert statuses == [201, 201, 201, 422]
    assert stick(cast.bram, DISCUSSED, "Beter", key="beter").status_code == 201
    assert stick(cast.anna).status_code == 422


@pytest.mark.parametrize("who", ["anna", "zoe", "olaf"])
def test_nobody_else_appoints(arena, appoint, cast, who):
    assert appoint(cast.bram, who=getattr(cast, who)).status_code == 404
    assert not Duty.objects.exists()


def test_a_name_gets_a_hint_and_is_not_stopped(arena, cast, stick):
    arena.appoint(cast.anna)
    named = stick(cast.anna, text="Juf Carla helpt")
    assert named.status_code == 201
    assert "Staat hier een naam in?" in named.content.decode()
    assert (
        "Staat hier een naam in?" not in stick(cast.anna, text="een leraar helpt").content.decode()
    )
    assert Note.objects.count() == 2
