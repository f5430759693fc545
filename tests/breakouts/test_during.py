"""While people sit in their rooms: they call, doubt, are done, come in and are left alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.breakouts import actions, calls, now
from scholendag.breakouts.models import Room, Seat
from scholendag.live import audiences
from scholendag.sessies import actions as sessies
from scholendag.sessies.models import Participant
from tests.breakouts.groups import content, crowd, fixed, members, room_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def threes(cast):
    """Three rooms of three, in which everyone is there."""
    cast.step("datamuur", "kiezen", grouping="trio")
    crowd(cast.sessie, 9)
    return fixed(cast.sessie)


@pytest.fixture
def rooms(threes):
    return list(threes.rooms.all())


def say(cast, who, room, verb):
    url = reverse("breakouts:say", args=[cast.sessie.code, room.pk, verb])
    return cast.client(who).post(url)


def answers(cast, room, reply, coach=None):
    args = [cast.sessie.pk, room.division.key, room.number, reply]
    return cast.client(coach or cast.marieke).post(reverse("breakouts:answer-call", args=args))


def desk(cast):
    url = reverse("stage:begeleider", args=[cast.sessie.pk])
    return cast.client(cast.marieke).get(url).content.decode()


def leaves(person):
    sessies.leave(person)


def test_rooms_that_call_wait_in_the_order_of_calling(cast, rooms):
    for room in (rooms[2], rooms[0]):
        say(cast, members(room)[0], room, "vraag-hulp")
    say(cast, members(rooms[2])[1], rooms[2], "vraag-hulp")

    calling = now.attention(now.groups_now(cast.sessie.pk)).calls
    assert calling == (rooms[2], rooms[0])
    assert f"{rooms[2]}</strong> vraagt hulp" in desk(cast)


def test_a_call_is_heard_by_the_room_and_the_coaches_alone(
    cast, rooms, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        say(cast, members(rooms[0])[0], rooms[0], "vraag-hulp")

    told = {audience for audience, message in sent if "frame" in message}
    assert told == {audiences.room(rooms[0].pk), audiences.coaches(cast.sessie.pk)}
    assert "Hulp gevraagd" in content(sent, audiences.room(rooms[0].pk))


@pytest.mark.parametrize("reply", ["ik-kom", "geholpen"])
def test_the_coach_takes_a_room_out_of_the_queue(cast, rooms, reply):
    calls.call(rooms[0])

    assert "vraagt hulp" not in answers(cast, rooms[0], reply).content.decode()
    assert Room.objects.get(pk=rooms[0].pk).called_at is None


def test_a_room_that_waits_reads_that_the_coach_comes(
    cast, rooms, sent, django_capture_on_commit_callbacks
):
    calls.call(rooms[0])
    with django_capture_on_commit_callbacks(execute=True):
        answers(cast, rooms[0], "ik-kom")

    assert "komt naar jullie toe" in content(sent, audiences.room(rooms[0].pk))
    assert "komt naar jullie toe" not in content(sent, audiences.room(rooms[1].pk))


def test_a_call_does_not_outlive_the_groups(cast, rooms):
    calls.call(rooms[0])
    calls.forget_calls(cast.sessie, "")
    assert Room.objects.get(pk=rooms[0].pk).called_at is None


def test_who_doubts_is_moved_or_stays(cast, rooms):
    person = members(rooms[0])[0]
    say(cast, person, rooms[0], "zit-verkeerd")
    seat = Seat.objects.get(participant=person)
    url = reverse("breakouts:reseat", args=[cast.sessie.pk, seat.division.key, seat.pk])
    assert f"{person.name}</strong> zit verkeerd" in desk(cast)

    cast.client(cast.marieke).post(url, {"room": rooms[1].pk})
    assert room_with(rooms[0].division, person) == rooms[1]
    assert "zit verkeerd" not in desk(cast)

    calls.doubt(seat)
    cast.client(cast.marieke).post(url, {"room": ""})
    assert "zit verkeerd" not in desk(cast)


def test_only_your_own_room_can_be_spoken_for(cast, rooms):
    stranger = members(rooms[1])[0]
    for verb in ("vraag-hulp", "klaar", "zit-verkeerd", "onzin"):
        assert say(cast, stranger, rooms[0], verb).status_code == 404
    assert say(cast, cast.zoe, rooms[0], "vraag-hulp").status_code == 404
    assert answers(cast, rooms[0], "ik-kom", cast.olaf).status_code == 404
    assert answers(cast, rooms[0], "onzin").status_code == 404


def test_a_room_is_done_with_the_step_that_runs_and_no_other(cast, rooms):
    say(cast, members(rooms[0])[0], rooms[0], "klaar")
    assert "✓ klaar" in desk(cast)

    cast.step("datamuur", "bespreken", grouping="trio")
    assert "✓ klaar" not in desk(cast)


def test_going_on_takes_done_back(cast, rooms):
    calls.say_ready(rooms[0])
    say(cast, members(rooms[0])[0], rooms[0], "nog-niet-klaar")
    assert Room.objects.get(pk=rooms[0].pk).ready_step is None


def test_who_is_left_alone_gets_company_with_one_press(cast, rooms):
    alone, *others = members(rooms[0])
    for person in others:
        leaves(person)
    assert f"{alone.name}</strong> zit alleen in {rooms[0]}" in desk(cast)

    answer = answers(cast, rooms[0], "gezelschap").content.decode()
    assert "zit alleen" not in answer
    assert room_with(rooms[0].division, alone) == rooms[1]


def test_who_polled_and_left_leaves_the_other_alone(cast, rooms):
    alone, *others = members(rooms[0])
    Participant.objects.filter(pk__in=[one.pk for one in others]).update(present_since=None)
    for person in others:
        sessies.look_in(Participant.objects.get(pk=person.pk))
    page = desk(cast)
    assert "zit alleen" not in page
    assert "data-fresh-until" in page  # from then on the page looks again by itself

    long_ago = timezone.now() - timedelta(minutes=4)
    Participant.objects.exclude(polled_at=None).update(polled_at=long_ago)
    assert f"{alone.name}</strong> zit alleen in {rooms[0]}" in desk(cast)


def test_a_press_for_who_is_not_alone_any_more_moves_nobody(cast, rooms):
    alone, *others = members(rooms[0])
    for person in others:
        leaves(person)
    sessies.arrive(Participant.objects.get(pk=others[0].pk))

    answer = answers(cast, rooms[0], "gezelschap")
    assert answer.status_code == 422
    assert "zit niemand meer alleen" in answer.content.decode()
    assert room_with(rooms[0].division, alone) == rooms[0]


def test_two_people_alone_are_brought_together(cast, rooms):
    for room in rooms[:2]:
        for person in members(room)[1:]:
            leaves(person)
    found = now.attention(now.groups_now(cast.sessie.pk)).rescues
    assert [(one.room, one.to) for one in found] == [(rooms[0], rooms[1]), (rooms[1], rooms[0])]


def test_who_sits_there_sees_a_latecomer_come_in(
    cast, threes, sent, django_capture_on_commit_callbacks
):
    noor = crowd(cast.sessie, 1)[0]
    with django_capture_on_commit_callbacks(execute=True):
        room = actions.seat_latecomer(threes, noor)

    assert f"{noor.name} komt erbij." in content(sent, audiences.room(room.pk))
    others = [one for one in threes.rooms.all() if one != room]
    assert all("komt erbij" not in content(sent, audiences.room(one.pk)) for one in others)


def test_the_pen_is_passed_on_by_who_holds_it_to_who_sits_there(cast, rooms):
    writer, other = rooms[0].writer, next(p for p in members(rooms[0]) if p != rooms[0].writer)
    url = reverse("breakouts:pass-pen", args=[cast.sessie.code, rooms[0].pk])
    stranger = members(rooms[1])[0]

    assert cast.client(other).post(url, {"to": writer.pk}).status_code == 422
    for nobody in (stranger.pk, "", "x", "9" * 40):
        assert cast.client(writer).post(url, {"to": nobody}).status_code == 404
    assert cast.client(writer).post(url, {"to": other.pk}).status_code == 200
    assert Room.objects.get(pk=rooms[0].pk).writer == other


def test_full_rooms_cost_no_more_queries(cast, rooms, django_assert_num_queries):
    for room in rooms:
        room.called_at = timezone.now()
        room.save()
    with django_assert_num_queries(7):
        groups = now.groups_now(cast.sessie.pk)
        assert len(now.rooms_now(groups)) == len(now.attention(groups).calls) == 3


def test_your_own_page_says_where_you_sit_and_with_whom(cast, rooms):
    me, *others = members(rooms[0])
    page = cast.client(me).get(reverse("stage:deelnemer", args=[cast.sessie.code]))
    names = " en ".join([", ".join(p.name for p in others[:-1]), others[-1].name])
    assert f"Jij zit in groepje 1, met {names}." in page.content.decode()
