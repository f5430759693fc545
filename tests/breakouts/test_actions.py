"""Making, fixing and changing groups, and who hears about it."""

from typing import Any

import pytest

from scholendag.breakouts import actions, queries
from scholendag.breakouts.actions import Refused
from scholendag.breakouts.models import Division
from scholendag.live import audiences
from scholendag.sessies.actions import remove
from tests.breakouts.groups import (
    Sent,
    content,
    crowd,
    fixed,
    members,
    refreshed,
    regrouped,
    room_with,
    seated,
)
from tests.cast import Cast, ParticipantFactory


def test_groups_are_made_of_who_is_present(cast: Cast) -> None:
    here = crowd(cast.sessie, 7)
    crowd(cast.sessie, 3, here=False)
    crowd(cast.other_sessie, 3)
    division = actions.divide(cast.sessie, "trio", "trio")
    assert set.union(*seated(division)) == set(here)
    assert sorted(map(len, seated(division))) == [3, 4]


def test_groups_are_made_of_everyone_when_nobody_is_connected(cast: Cast) -> None:
    everyone = crowd(cast.sessie, 6, here=False)
    remove(everyone[0])
    division = actions.divide(cast.sessie, "trio", "trio")
    assert set.union(*seated(division)) == set(everyone[1:])


def test_without_people_there_are_no_groups(cast: Cast) -> None:
    crowd(cast.other_sessie, 6)
    with pytest.raises(Refused, match="nog niemand binnen"):
        actions.divide(cast.sessie, "trio", "trio")
    assert not Division.objects.exists()


def test_shuffling_anew_replaces_who_sits_where_but_keeps_the_links(cast: Cast) -> None:
    crowd(cast.sessie, 24)
    first = actions.divide(cast.sessie, "trio", "trio")
    before = seated(first)
    room = first.rooms.get(number=8)
    actions.link_room(room, "https://kamer.example/8")
    second = actions.divide(cast.sessie, "trio", "trio")
    assert second == first
    assert seated(second) != before
    assert second.rooms.get(number=8).url == "https://kamer.example/8"
    assert second.seats.count() == 24


def test_shuffling_with_fewer_people_leaves_no_empty_room(cast: Cast) -> None:
    everyone = crowd(cast.sessie, 9)
    actions.divide(cast.sessie, "trio", "trio")
    for person in everyone[:3]:
        remove(person)
    division = actions.divide(cast.sessie, "trio", "trio")
    assert sorted(map(len, seated(division))) == [3, 3]


def test_fixed_groups_are_not_shuffled(cast: Cast) -> None:
    crowd(cast.sessie, 24)
    division = fixed(cast.sessie)
    before = seated(division)
    with pytest.raises(Refused, match="staan al vast"):
        actions.divide(cast.sessie, "trio", "trio")
    assert seated(division) == before


def test_next_groups_bring_other_people_together(cast: Cast) -> None:
    crowd(cast.sessie, 24)
    first = fixed(cast.sessie, "kennismaken")
    second = actions.divide(cast.sessie, "datamuur", "trio")
    assert all(len(one & other) <= 1 for one in seated(first) for other in seated(second))


def test_someone_who_sits_there_writes(cast: Cast) -> None:
    crowd(cast.sessie, 7)
    division = actions.divide(cast.sessie, "trio", "trio")
    assert all(room.writer in members(room) for room in division.rooms.all())


def test_only_coaches_hear_of_groups_that_are_not_fixed(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    anna, *_ = crowd(cast.sessie, 6)
    with django_capture_on_commit_callbacks(execute=True):
        actions.divide(cast.sessie, "trio", "trio")
    assert anna.name in content(sent, audiences.coaches(cast.sessie.pk))
    for audience, message in sent:
        if audience != audiences.coaches(cast.sessie.pk):
            assert anna.name not in str(message)
    assert not regrouped(sent)


def test_fixing_tells_everyone_their_own_room(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    everyone = crowd(cast.sessie, 6)
    division = actions.divide(cast.sessie, "trio", "trio")
    with django_capture_on_commit_callbacks(execute=True):
        actions.fix(division)
    assert regrouped(sent) == {audiences.participant(person.pk) for person in everyone}
    assert "staan vast" in content(sent, audiences.coaches(cast.sessie.pk))
    assert "Groepje 2" in content(sent, audiences.everyone(cast.sessie.pk))


def test_fixing_gives_who_came_meanwhile_a_place(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = actions.divide(cast.sessie, "trio", "trio")
    late, *_ = crowd(cast.sessie, 1)
    (away,) = crowd(cast.sessie, 1, here=False)
    actions.fix(division)
    assert sorted(map(len, seated(division))) == [3, 4]
    assert late in set.union(*seated(division))
    assert away not in set.union(*seated(division))


def test_fixing_twice_changes_nothing(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    moment = division.fixed_at
    with django_capture_on_commit_callbacks(execute=True):
        actions.fix(division)
    assert division.fixed_at == moment
    assert sent == []


def test_what_has_to_follow_a_fix_does(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Division] = []
    monkeypatch.setattr(actions, "after_fix", [told.append])
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    assert told == [division]


def test_groups_that_hold_nothing_yet_can_be_let_go(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    everyone = crowd(cast.sessie, 6)
    step = cast.step("checkin", "checkin", grouping="trio", division="trio")
    division = fixed(cast.sessie)
    with django_capture_on_commit_callbacks(execute=True):
        actions.reopen(division)
    assert queries.room_of(everyone[0], step) is None
    assert regrouped(sent) == {audiences.participant(person.pk) for person in everyone}
    actions.divide(cast.sessie, "trio", "trio")


def test_work_in_a_room_keeps_its_groups_as_they_are(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    step = cast.step("datamuur", "kiezen", grouping="trio", division="trio")
    division = fixed(cast.sessie)
    room = division.rooms.get(number=2)
    room.boards.create(sessie=cast.sessie, block=step.block, kind_slug="datamuur")
    with pytest.raises(Refused, match="al gewerkt"):
        actions.reopen(division)
    Division.objects.update(fixed_at=None)
    with pytest.raises(Refused, match="al gewerkt"):
        actions.divide(cast.sessie, "trio", "trio")
    assert room.boards.count() == 1


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
    assert f"Dan doet {taker.name} dat." in content(sent, audiences.room(room.pk))
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
