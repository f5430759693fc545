"""Who sits where, as others are told."""

from django.utils import timezone

from scholendag.breakouts import actions, prepared, queries
from scholendag.sessies.actions import remove
from tests.breakouts.groups import crowd, fixed, members, room_with
from tests.cast import Cast, ParticipantFactory, StepFactory


def test_a_step_without_a_key_works_in_the_groups_of_its_kind(cast: Cast) -> None:
    plenary = cast.step("uitleg", "uitleg")
    trio = cast.step("checkin", "checkin", grouping="trio")
    own = cast.step("datamuur", "kiezen", grouping="trio", division="datamuur")
    assert [queries.key_of(step) for step in (plenary, trio, own)] == ["", "trio", "datamuur"]
    assert queries.kind_of(cast.sessie, "datamuur") == "trio"
    assert queries.kind_of(cast.sessie, "trio") == "trio"
    assert queries.kind_of(cast.sessie, "") is None
    assert queries.kind_of(cast.other_sessie, "datamuur") is None


def test_a_room_is_known_once_it_is_fixed(cast: Cast) -> None:
    step = cast.step("checkin", "checkin", grouping="trio")
    crowd(cast.sessie, 5)
    anna = ParticipantFactory.create(sessie=cast.sessie, present_since=timezone.now())
    assert queries.division_for(step) is None
    division = actions.divide(cast.sessie, "trio", "trio")
    assert queries.division_for(step) == division
    assert queries.room_of(anna, step) is None
    actions.fix(division)
    assert queries.room_of(anna, step) == room_with(division, anna)
    assert list(queries.rooms_of(anna)) == [room_with(division, anna)]
    assert queries.room_of(cast.zoe, step) is None


def test_steps_with_the_same_key_share_their_rooms_and_others_do_not(cast: Cast) -> None:
    cast.anna  # noqa: B018 - joins now
    first = cast.step("datamuur", "lezen", grouping="trio", division="datamuur")
    second = StepFactory.create(block=first.block, grouping="trio", division="datamuur")
    other = StepFactory.create(block=first.block, grouping="trio", division="trio")
    plenary = StepFactory.create(block=first.block)
    fixed(cast.sessie, "datamuur")
    assert queries.room_of(cast.anna, first) == queries.room_of(cast.anna, second)
    assert queries.room_of(cast.anna, other) is None
    assert queries.room_of(cast.anna, plenary) is None
    assert queries.division_for(plenary) is None


def test_who_was_removed_is_not_shown(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    room = division.rooms.get(number=1)
    gone = room.writer
    assert gone
    remove(gone)
    seating = queries.seatings(division)[0]
    assert gone not in seating.people
    assert len(seating.people) == 2
    assert seating.writer is None
    assert queries.seating_of(room).people == seating.people
    assert gone.name not in queries.as_text(queries.seatings(division))


def test_the_list_to_paste_has_a_room_a_line(cast: Cast) -> None:
    for name in ("Cas", "Anna", "Bram"):
        ParticipantFactory.create(sessie=cast.sessie, name=name)
    division = fixed(cast.sessie)
    assert queries.as_text(queries.seatings(division)) == "Kamer 1: Anna, Bram, Cas"
    teams = fixed(cast.sessie, "team", "team")
    assert queries.as_text(queries.seatings(teams)) == "Kamer 1 (Team 1): Anna, Bram, Cas"


def test_a_public_screen_shows_first_names_unless_two_are_the_same(cast: Cast) -> None:
    for name in ("Anna de Vries", "Bram K.", "Bram (onderbouw)"):
        ParticipantFactory.create(sessie=cast.sessie, name=name)
    (seating,) = queries.seatings(fixed(cast.sessie))
    assert set(seating.short_names) == {"Anna", "Bram K.", "Bram (onderbouw)"}


def test_who_joined_after_the_groups_were_made_is_still_to_seat(cast: Cast) -> None:
    crowd(cast.sessie, 6)
    division = fixed(cast.sessie)
    assert queries.unseated(division) == []
    ParticipantFactory.create(sessie=cast.sessie, removed_at=timezone.now())
    cast.anna, cast.zoe  # noqa: B018 - one joins here, the other elsewhere
    assert queries.unseated(division) == [cast.anna]


def test_only_what_is_fixed_counts_as_having_met(cast: Cast) -> None:
    crowd(cast.sessie, 3)
    crowd(cast.other_sessie, 3)
    first = fixed(cast.sessie, "trio")
    actions.divide(cast.sessie, "duo", "duo")
    fixed(cast.other_sessie)
    third = actions.divide(cast.sessie, "datamuur", "trio")
    together = [person.pk for person in members(first.rooms.get())]
    assert [sorted(room) for room in prepared.met_before(third)] == [sorted(together)]
