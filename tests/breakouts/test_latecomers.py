"""Whoever comes late gets a place in the smallest group."""

from typing import Any

import pytest

from scholendag.breakouts import actions
from scholendag.breakouts.models import Division, Room
from scholendag.breakouts.ways import Split, Way
from scholendag.live import audiences
from scholendag.sessies.actions import remove
from scholendag.sessies.models import Participant
from tests.breakouts.groups import (
    Sent,
    content,
    crowd,
    fixed,
    members,
    regrouped,
    room_with,
    seated,
)
from tests.cast import Cast, ParticipantFactory


def late(cast: Cast, **fields: Any) -> Participant:
    return ParticipantFactory.create(sessie=cast.sessie, **fields)


def test_the_lowest_of_the_smallest_groups_takes_in_who_is_late(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 7)
    division = fixed(cast.sessie)
    dirk = late(cast, name="Dirk")
    with django_capture_on_commit_callbacks(execute=True):
        room = actions.seat_latecomer(division, dirk)
    assert room.number == 1
    assert dirk in members(room)
    assert regrouped(sent) == {audiences.participant(dirk.pk)}
    assert "Dirk" in content(sent, audiences.room(room.pk))
    assert "Dirk" in content(sent, audiences.coaches(cast.sessie.pk))
    other = division.rooms.get(number=2)
    assert content(sent, audiences.room(other.pk)) == ""


def test_who_has_a_seat_keeps_it(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 7)
    division = fixed(cast.sessie)
    room = division.rooms.get(number=2)
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.seat_latecomer(division, members(room)[0]) == room
    assert sent == []


def test_late_people_spread_over_the_groups_until_all_are_full(cast: Cast) -> None:
    crowd(cast.sessie, 9)
    division = fixed(cast.sessie)
    rooms = [actions.seat_latecomer(division, late(cast)) for _ in range(3)]
    assert [room.number for room in rooms] == [1, 2, 3]
    waiting = crowd(cast.sessie, 1)
    assert actions.seat_latecomer(division, waiting[0]) is None
    assert sorted(map(len, seated(division))) == [4, 4, 4]


def test_who_waits_for_a_full_house_gets_a_room_with_the_next(
    cast: Cast,
    sent: Sent,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    crowd(cast.sessie, 4)
    division = fixed(cast.sessie)
    told: list[Division] = []
    monkeypatch.setattr(actions, "after_fix", [told.append])
    (first,) = crowd(cast.sessie, 1)
    assert actions.seat_latecomer(division, first) is None
    (second,) = crowd(cast.sessie, 1)
    with django_capture_on_commit_callbacks(execute=True):
        room = actions.seat_latecomer(division, second)
    assert room.number == 2
    assert set(members(room)) == {first, second}
    assert room.writer in (first, second)
    # The one who waited hears of it, and the instrument makes what the new room needs.
    assert regrouped(sent) == {audiences.participant(one.pk) for one in (first, second)}
    assert told == [division]


@pytest.mark.parametrize(
    ("kind", "way", "most"),
    [
        ("trio", Way(Split.TRIO), 4),
        ("trio", Way(Split.SIZE, 5), 6),
        ("team", Way(Split.TEAM, mix=False), 11),
        ("duo", Way(Split.DUO, within_team=True), 3),
    ],
)
def test_no_room_grows_past_its_size_and_one(cast: Cast, kind: str, way: Way, most: int) -> None:
    crowd(cast.sessie, 20)
    division = actions.divide(cast.sessie, "a", kind, way)
    actions.fix(division)
    for person in crowd(cast.sessie, 60):
        actions.seat_latecomer(division, person)
        sizes = list(map(len, seated(division)))
        assert max(sizes) <= most
        assert min(sizes) > 1


def test_a_given_number_of_rooms_stays_that_number(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = actions.divide(cast.sessie, "a", "trio", Way(Split.ROOMS, 2))
    actions.fix(division)
    for person in crowd(cast.sessie, 20):
        assert actions.seat_latecomer(division, person) is not None
    assert sorted(map(len, seated(division))) == [13, 13]


def test_nobody_is_put_in_an_empty_room(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    one, other = division.rooms.all()
    for person in members(one):
        remove(person)
    assert actions.seat_latecomer(division, late(cast)) == other


def test_who_is_left_alone_gets_company_first(cast: Cast) -> None:
    crowd(cast.sessie, 9)
    division = fixed(cast.sessie)
    room = division.rooms.get(number=3)
    for person in members(room)[:2]:
        remove(person)
    assert actions.seat_latecomer(division, late(cast)) == room


def test_the_coach_sees_who_comes_before_the_groups_are_fixed_and_nobody_else(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 6)
    division = actions.divide(cast.sessie, "trio", "trio")
    dirk = late(cast, name="Dirk")
    with django_capture_on_commit_callbacks(execute=True):
        actions.seat_latecomer(division, dirk)
    heard = {audience for audience, message in sent if "Dirk" in str(message)}
    assert heard == {audiences.coaches(cast.sessie.pk)}


@pytest.fixture
def teams(cast: Cast) -> Division:
    crowd(cast.sessie, 12)
    return fixed(cast.sessie, "team", "team")


def test_a_late_duo_member_first_gets_a_team_and_then_works_with_it(
    cast: Cast, teams: Division
) -> None:
    duos = fixed(cast.sessie, "duo", "duo")
    for _ in range(3):
        dirk = late(cast)
        room = actions.seat_latecomer(duos, dirk)
        team = room_with(teams, dirk)
        assert {room_with(teams, person) for person in members(room)} == {team}


def test_a_full_duo_takes_nobody_in_as_long_as_others_have_place(
    cast: Cast, teams: Division
) -> None:
    duos = fixed(cast.sessie, "duo", "duo")
    own = teams.rooms.get(number=1)
    for _ in range(3):
        actions.move(teams, dirk := late(cast), own)
        actions.seat_latecomer(duos, dirk)
    # Every duo of the own team has three by now; a fourth goes to another team's.
    actions.move(teams, dirk := late(cast), own)
    room = actions.seat_latecomer(duos, dirk)
    assert max(len(members(room)) for room in Room.objects.filter(division=duos)) == 3
    assert len(members(room)) == 3
