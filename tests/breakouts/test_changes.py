"""Someone moves, someone else writes, a room gets a link: who hears about it."""

from typing import Any

import pytest

from scholendag.breakouts import actions, queries
from scholendag.live import audiences
from scholendag.sessies.actions import remove
from scholendag.sessies.refused import Refused
from tests.breakouts.groups import (
    Sent,
    content,
    crowd,
    fixed,
    members,
    refreshed,
    regrouped,
    room_with,
)
from tests.cast import Cast, ParticipantFactory


def test_a_moved_person_leaves_the_pen_behind(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    old, new = division.rooms.all()
    mover, new_writer = old.writer, new.writer
    assert mover
    with django_capture_on_commit_callbacks(execute=True):
        actions.move(division, mover, new)
    old.refresh_from_db()
    new.refresh_from_db()
    assert mover in members(new)
    assert old.writer in members(old)
    assert new.writer == new_writer
    assert regrouped(sent) == {audiences.participant(mover.pk)}
    assert refreshed(sent) == {audiences.room(old.pk)}
    assert mover.name not in content(sent, audiences.room(old.pk))
    assert mover.name in content(sent, audiences.room(new.pk))


def test_before_the_groups_are_fixed_only_coaches_hear_of_a_move(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 6)
    division = actions.divide(cast.sessie, "trio", "trio")
    old, new = division.rooms.all()
    mover = members(old)[0]
    with django_capture_on_commit_callbacks(execute=True):
        actions.move(division, mover, new)
    heard = {audience for audience, message in sent if mover.name in str(message)}
    assert heard == {audiences.coaches(cast.sessie.pk)}
    assert not regrouped(sent)


def test_moving_to_the_same_room_changes_nothing(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    room = division.rooms.get(number=1)
    with django_capture_on_commit_callbacks(execute=True):
        actions.move(division, members(room)[0], room)
    assert sent == []


def test_someone_without_a_seat_can_be_given_one(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    cast.anna  # noqa: B018 - joins now
    actions.move(division, cast.anna, division.rooms.get(number=2))
    assert room_with(division, cast.anna).number == 2


def test_the_last_one_out_leaves_a_room_without_a_pen(cast: Cast) -> None:
    crowd(cast.sessie, 5)
    division = fixed(cast.sessie)
    three, two = division.rooms.all()
    for person in members(two):
        actions.move(division, person, three)
    two.refresh_from_db()
    assert two.writer is None
    actions.move(division, members(three)[0], two)
    two.refresh_from_db()
    assert two.writer in members(two)


def test_who_takes_the_pen_writes_from_then_on(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    room = division.rooms.get(number=1)
    taker = next(person for person in members(room) if person != room.writer)
    with django_capture_on_commit_callbacks(execute=True):
        actions.take_pen(room, taker)
        actions.take_pen(room, taker)
    room.refresh_from_db()
    assert room.writer == taker
    assert {audience for audience, _ in sent} == {audiences.room(room.pk)}
    assert len(sent) == 2
    assert f"schrijft {taker.name} op." in content(sent, audiences.room(room.pk))
    assert refreshed(sent) == {audiences.room(room.pk)}


def test_nobody_takes_the_pen_of_another_room(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    one, other = division.rooms.all()
    with pytest.raises(Refused):
        actions.take_pen(one, members(other)[0])
    one.refresh_from_db()
    assert one.writer in members(one)


def test_a_link_reaches_the_room(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    one, other = division.rooms.all()
    with django_capture_on_commit_callbacks(execute=True):
        actions.link_room(one, "https://kamer.example/geheim")
    assert "https://kamer.example/geheim" in content(sent, audiences.room(one.pk))
    assert "geheim" not in content(sent, audiences.room(other.pk))
    assert "geheim" not in content(sent, audiences.everyone(cast.sessie.pk))


def test_the_links_of_numbered_rooms_serve_the_next_groups(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    actions.link_room(fixed(cast.sessie).rooms.get(number=2), "https://kamer.example/2")
    crowd(cast.other_sessie, 6)
    later = actions.divide(cast.sessie, "duo", "duo")
    elsewhere = actions.divide(cast.other_sessie, "trio", "trio")
    assert [room.url for room in later.rooms.all()] == ["", "https://kamer.example/2", ""]
    assert {room.url for room in elsewhere.rooms.all()} == {""}


def test_a_removed_writer_hands_the_pen_on_at_the_next_change(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    room = division.rooms.get(number=1)
    assert room.writer
    remove(room.writer)
    late = ParticipantFactory.create(sessie=cast.sessie)
    actions.move(division, late, room)
    assert queries.seating_of(queries.rooms().get(pk=room.pk)).writer
