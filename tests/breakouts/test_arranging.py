"""What a coach does with a proposal before it is fixed."""

import pytest
from django.utils import timezone

from scholendag.breakouts import actions, arranging
from scholendag.breakouts.models import Division, Room
from scholendag.breakouts.ways import Split, Way
from scholendag.sessies.actions import leave
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused
from tests.breakouts.groups import crowd, fixed, members, room_with, seated
from tests.cast import Cast


def hold(cast: Cast, room: Room) -> None:
    arranging.hold(room, cast.coach, keep=True)


def ids_in(division: Division) -> list[list[int]]:
    return [[person.pk for person in room] for room in seated(division)]


@pytest.mark.parametrize(
    ("way", "sizes"),
    [
        (Way(Split.TRIO), [3] * 7 + [4]),
        (Way(Split.TRIO, rest_is_smaller=True), [2, 2] + [3] * 7),
        (Way(Split.DUO), [2] * 11 + [3]),
        (Way(Split.TEAM), [8, 8, 9]),
        (Way(Split.SIZE, 4), [4] * 5 + [5]),
        (Way(Split.SIZE, 4, rest_is_smaller=True), [3, 3, 3, 4, 4, 4, 4]),
        (Way(Split.ROOMS, 4), [6, 6, 6, 7]),
    ],
)
def test_a_coach_chooses_how_large_the_groups_are(cast: Cast, way: Way, sizes: list[int]) -> None:
    crowd(cast.sessie, 25)
    division = actions.divide(cast.sessie, "a", "trio", way)
    assert sorted(map(len, seated(division))) == sizes
    # Whoever shuffles next gets the same kind of groups.
    again = actions.divide(cast.sessie, "a", "trio")
    assert sorted(map(len, seated(again))) == sizes


def test_everyone_sits_with_the_own_team_where_a_coach_asks_that(cast: Cast) -> None:
    crowd(cast.sessie, 22)
    teams = fixed(cast.sessie, "team", "team")
    division = actions.divide(cast.sessie, "a", "trio", Way(Split.PER_TEAM))
    assert sorted(map(sorted, ids_in(division))) == sorted(map(sorted, ids_in(teams)))


def test_a_room_that_is_held_keeps_its_people_when_the_others_are_shuffled(cast: Cast) -> None:
    crowd(cast.sessie, 24)
    division = actions.divide(cast.sessie, "trio", "trio")
    room = division.rooms.get(number=5)
    before, others = members(room), seated(division)
    hold(cast, room)
    for _ in range(3):
        division = actions.divide(cast.sessie, "trio", "trio")
        assert set(members(room)) == set(before)
        assert sorted(map(len, seated(division))) == [3] * 8
    assert seated(division) != others
    assert [one.number for one in division.rooms.all()] == list(range(1, 9))


def test_held_rooms_count_among_those_that_were_asked_for(cast: Cast) -> None:
    crowd(cast.sessie, 20)
    division = actions.divide(cast.sessie, "a", "trio", Way(Split.ROOMS, 4))
    hold(cast, division.rooms.get(number=2))
    assert actions.divide(cast.sessie, "a", "trio").rooms.count() == 4


def test_with_everyone_held_there_is_nothing_to_shuffle(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = actions.divide(cast.sessie, "trio", "trio")
    before = seated(division)
    for room in division.rooms.all():
        hold(cast, room)
    with pytest.raises(Refused, match="Laat een groepje los"):
        actions.divide(cast.sessie, "trio", "trio")
    assert seated(division) == before


def test_fixed_groups_are_not_held(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    room = fixed(cast.sessie).rooms.get(number=1)
    with pytest.raises(Refused, match="staan al vast"):
        hold(cast, room)


def test_bringing_a_proposal_up_to_date_changes_only_who_came_and_went(cast: Cast) -> None:
    people = crowd(cast.sessie, 9)
    division = actions.divide(cast.sessie, "trio", "trio")
    rooms = {person: room_with(division, person) for person in people}
    (new,) = crowd(cast.sessie, 1)
    leave(people[0])
    arranging.bring_up_to_date(division, cast.coach)
    assert {p: room_with(division, p) for p in people[1:]} == {p: rooms[p] for p in people[1:]}
    assert room_with(division, new) == rooms[people[0]]
    assert not division.seats.filter(participant=people[0]).exists()
    assert all(room.writer in members(room) for room in division.rooms.all())


@pytest.mark.parametrize("number", [5, 6, 8, 9, 11, 16])
@pytest.mark.parametrize("kind", ["trio", "duo"])
def test_nobody_is_alone_after_it_whoever_left(cast: Cast, number: int, kind: str) -> None:
    people = crowd(cast.sessie, number)
    division = actions.divide(cast.sessie, "a", kind)
    gone = [person for room in division.rooms.all() for person in members(room)[1:]]
    for person in gone[: number - 4]:
        leave(person)
    arranging.bring_up_to_date(division, cast.coach)
    sizes = list(map(len, seated(division)))
    assert sum(sizes) == len(people) - len(gone[: number - 4])
    assert min(sizes) > 1


def test_one_more_than_full_rooms_can_hold_gets_company_in_a_new_one(cast: Cast) -> None:
    crowd(cast.sessie, 8)
    division = actions.divide(cast.sessie, "trio", "trio")
    crowd(cast.sessie, 1)
    arranging.bring_up_to_date(division, cast.coach)
    assert sorted(map(len, seated(division))) == [2, 3, 4]


def test_the_same_groups_again_with_new_ones_in_the_smallest(cast: Cast) -> None:
    people = crowd(cast.sessie, 7)
    first = fixed(cast.sessie, "check-in")
    (new,) = crowd(cast.sessie, 1)
    second = arranging.take_over(cast.sessie, "wall", "trio", first, by=cast.coach)
    for person in people:
        own = set(members(room_with(first, person)))
        assert own <= set(members(room_with(second, person)))
    assert sorted(map(len, seated(second))) == [4, 4]
    assert new in set.union(*seated(second))
    assert not second.is_fixed


def test_groups_are_only_taken_over_from_where_people_sit(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    empty = Division.objects.create(sessie=cast.sessie, key="leeg", kind="trio")
    with pytest.raises(Refused, match="zit nog niemand"):
        arranging.take_over(cast.sessie, "wall", "trio", empty, by=cast.coach)
    assert not Division.objects.filter(key="wall").exists()


def test_who_did_not_see_the_last_change_changes_nothing(cast: Cast) -> None:
    crowd(cast.sessie, 24)
    division = actions.divide(cast.sessie, "trio", "trio", by=cast.coach)
    seen = division.version
    actions.divide(cast.sessie, "trio", "trio", by=cast.coach, seen=seen)
    division.refresh_from_db()
    before = seated(division)
    for press in (
        lambda: actions.divide(cast.sessie, "trio", "trio", seen=seen),
        lambda: actions.fix(division, cast.coach, seen),
        lambda: arranging.bring_up_to_date(division, cast.coach, seen),
    ):
        with pytest.raises(Refused, match="Marieke de Wit heeft deze groepjes net veranderd"):
            press()
    division.refresh_from_db()
    assert not division.is_fixed
    assert seated(division) == before


def test_the_end_of_a_presence_is_no_end_of_a_held_place(cast: Cast) -> None:
    """Whoever is away for a moment keeps the place that the coach nailed down."""
    people = crowd(cast.sessie, 9)
    division = actions.divide(cast.sessie, "trio", "trio")
    room = room_with(division, people[0])
    hold(cast, room)
    Participant.objects.filter(pk=people[0].pk).update(present_since=None)
    division = actions.divide(cast.sessie, "trio", "trio")
    assert room_with(division, people[0]) == room
    assert timezone.now() > Room.objects.get(pk=room.pk).held_at
