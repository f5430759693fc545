"""Making, fixing and letting go of groups, and who hears about it."""

from typing import Any

import pytest

from scholendag.breakouts import actions, queries
from scholendag.breakouts.models import Division
from scholendag.live import audiences
from scholendag.sessies.actions import remove
from scholendag.sessies.models import Duty
from scholendag.sessies.refused import Refused
from tests.breakouts.groups import (
    Sent,
    content,
    crowd,
    fixed,
    members,
    regrouped,
    seated,
)
from tests.cast import Cast


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


def test_nobody_writes_twice_as_long_as_others_have_not(cast: Cast) -> None:
    everyone = crowd(cast.sessie, 4)
    divisions = [fixed(cast.sessie, key) for key in ("checkin", "datamuur", "doelen", "afronden")]
    assert {division.rooms.get().writer for division in divisions} == set(everyone)


def test_who_takes_notes_in_the_arena_are_spread(cast: Cast) -> None:
    everyone = crowd(cast.sessie, 12)
    for person in everyone[:4]:
        person.duties.create(kind=Duty.Kind.AANTEKENAAR)
    division = actions.divide(cast.sessie, "trio", "trio")
    assert all(len(room & set(everyone[:4])) == 1 for room in seated(division))


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
    step = cast.step("datamuur", "kiezen", running=False, grouping="trio", division="trio")
    division = fixed(cast.sessie)
    room = division.rooms.get(number=2)
    room.boards.create(sessie=cast.sessie, block=step.block, kind_slug="datamuur")
    with pytest.raises(Refused, match="al gewerkt"):
        actions.reopen(division)
    Division.objects.update(fixed_at=None)
    with pytest.raises(Refused, match="al gewerkt"):
        actions.divide(cast.sessie, "trio", "trio")
    assert room.boards.count() == 1
