"""Two people at the same moment."""

from collections.abc import Sequence

import pytest

from scholendag.breakouts import actions
from scholendag.breakouts.models import Division, Room
from scholendag.sessies.models import Participant
from tests.at_once import in_threads, together
from tests.breakouts.groups import crowd, fixed, members, seated
from tests.cast import Cast, ParticipantFactory

pytestmark = [pytest.mark.django_db(transaction=True), in_threads]


def everyone_once(division: Division, people: Sequence[Participant]) -> bool:
    rooms = seated(division)
    return sum(map(len, rooms)) == len(people) and set.union(*rooms) == set(people)


def test_two_coaches_make_one_division(cast: Cast) -> None:
    people = crowd(cast.sessie, 24)
    first, second = together(*[lambda: actions.make(cast.sessie, "trio", "trio")] * 2)
    assert first == second
    assert everyone_once(Division.objects.get(), people)


def test_two_coaches_shuffle_and_everyone_still_sits_once(cast: Cast) -> None:
    people = crowd(cast.sessie, 24)
    together(*[lambda: actions.divide(cast.sessie, "trio", "trio")] * 4)
    assert everyone_once(Division.objects.get(), people)


def test_a_shuffle_and_a_fix_leave_groups_that_are_fixed_and_whole(cast: Cast) -> None:
    people = crowd(cast.sessie, 24)
    division = actions.divide(cast.sessie, "trio", "trio")
    together(
        lambda: actions.divide(cast.sessie, "trio", "trio"),
        lambda: actions.fix(Division.objects.get()),
    )
    division.refresh_from_db()
    assert division.is_fixed
    assert everyone_once(division, people)


def test_one_late_person_with_two_tabs_gets_one_seat(cast: Cast) -> None:
    crowd(cast.sessie, 7)
    division = fixed(cast.sessie)
    late = ParticipantFactory.create(sessie=cast.sessie)
    first, second = together(*[lambda: actions.seat_latecomer(Division.objects.get(), late)] * 2)
    assert first == second
    assert division.seats.filter(participant=late).count() == 1


def test_late_people_spread_even_when_they_come_together(cast: Cast) -> None:
    crowd(cast.sessie, 9)
    division = fixed(cast.sessie)
    late = ParticipantFactory.create_batch(3, sessie=cast.sessie)
    rooms = together(
        *[lambda one=one: actions.seat_latecomer(Division.objects.get(), one) for one in late]
    )
    assert len(set(rooms)) == 3
    assert sorted(map(len, seated(division))) == [4, 4, 4]


def test_who_is_moved_while_taking_the_pen_does_not_keep_it(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    old, new = division.rooms.all()
    mover = next(person for person in members(old) if person != old.writer)
    together(
        lambda: actions.take_pen(Room.objects.get(pk=old.pk), mover),
        lambda: actions.move(Division.objects.get(), mover, new),
    )
    old.refresh_from_db()
    assert mover in members(new)
    assert old.writer in members(old)


def test_who_joins_while_the_groups_are_fixed_has_a_seat_when_their_page_opens(cast: Cast) -> None:
    people = crowd(cast.sessie, 7)
    division = actions.divide(cast.sessie, "trio", "trio")
    (late,) = crowd(cast.sessie, 1)
    together(
        lambda: actions.fix(Division.objects.get()),
        lambda: actions.seat_latecomer(Division.objects.get(), late),
    )
    assert division.seats.filter(participant=late).count() == 1
    assert {one for room in seated(division) for one in room} >= set(people)
