"""What a coach reads about groups that are not fixed, and what is asked of all of them."""

from typing import Any

from scholendag.breakouts import actions, arranging, fragments, prepared, queries
from scholendag.breakouts.models import Room, Wish
from scholendag.live import audiences
from scholendag.sessies.actions import arrive, leave, remove
from scholendag.sessies.models import Techniekkaart
from tests.breakouts.groups import Sent, content, crowd, fixed, room_with, seated
from tests.cast import Cast


def panel(cast: Cast, key: str = "trio") -> str:
    return fragments.render_division(cast.sessie, key)


def hold(cast: Cast, room: Room) -> None:
    arranging.hold(room, cast.coach, keep=True)


def test_the_coach_reads_who_came_and_went_since_the_proposal(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    cast.step("checkin", "checkin", grouping="trio")
    people = crowd(cast.sessie, 6)
    actions.divide(cast.sessie, "trio", "trio")
    assert "Sinds dit voorstel" not in panel(cast)
    with django_capture_on_commit_callbacks(execute=True):
        arrive(cast.anna)
        leave(people[0])
    sentence = f"Sinds dit voorstel: Anna kwam binnen, {people[0].name} is weg."
    assert sentence in panel(cast)
    assert sentence in content(sent, audiences.coaches(cast.sessie.pk))
    heard = {to for to, message in sent if "Sinds dit voorstel" in str(message)}
    assert heard == {audiences.coaches(cast.sessie.pk)}


def test_what_is_prepared_earlier_in_the_day_counts_as_met(cast: Cast) -> None:
    cast.step("checkin", "checkin", running=False, grouping="trio", division="check-in")
    cast.step("datamuur", "lezen", running=False, grouping="trio", division="wall")
    crowd(cast.sessie, 24)
    first = actions.divide(cast.sessie, "check-in", "trio")
    second = actions.divide(cast.sessie, "wall", "trio")
    assert all(len(one & other) <= 1 for one in seated(first) for other in seated(second))
    assert "Niemand ontmoet dezelfde twee keer." in panel(cast, "wall")
    assert prepared.met_before(first) == []
    arranging.take_over(cast.sessie, "wall", "trio", first, by=cast.coach)
    assert "Zelfde groepjes als bij checkin." in panel(cast, "wall")


def test_the_coach_reads_how_many_meet_again(cast: Cast) -> None:
    cast.step("checkin", "checkin", running=False, grouping="trio", division="check-in")
    cast.step("datamuur", "lezen", running=False, grouping="trio", division="wall")
    crowd(cast.sessie, 3)
    actions.divide(cast.sessie, "check-in", "trio")
    assert "dezelfde twee keer" not in panel(cast, "check-in")
    actions.divide(cast.sessie, "wall", "trio")
    assert "3 tweetallen zien elkaar weer." in panel(cast, "wall")


def test_prepared_teams_bind_the_duos_after_them(cast: Cast) -> None:
    cast.step("doelen", "schrijven", running=False, grouping="team", division="teams")
    cast.step("werksessie", "ronde-a", running=False, grouping="duo", division="duos")
    crowd(cast.sessie, 22)
    teams = actions.divide(cast.sessie, "teams", "team")
    for duo in seated(actions.divide(cast.sessie, "duos", "duo")):
        assert len({room_with(teams, person) for person in duo}) == 1


def test_wishes_hold_in_every_division(cast: Cast) -> None:
    people = crowd(cast.sessie, 24)
    apart, together = people[:3], people[3:5]
    arranging.wish(cast.coach, Wish.Kind.APART, apart)
    arranging.wish(cast.coach, Wish.Kind.TOGETHER, together)
    for key in ("a", "b"):
        division = fixed(cast.sessie, key)
        assert len({room_with(division, person) for person in apart}) == 3
        assert len({room_with(division, person) for person in together}) == 1


def test_a_wish_that_cannot_be_is_told_to_the_coach(cast: Cast) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    arranging.wish(cast.coach, Wish.Kind.APART, [cast.anna, cast.bram])
    actions.divide(cast.sessie, "trio", "trio")
    assert "Anna en Bram zitten toch bij elkaar." in panel(cast)
    remove(cast.bram)
    assert "toch bij elkaar" not in panel(cast)


def test_the_same_wish_twice_is_one(cast: Cast) -> None:
    for _ in range(2):
        arranging.wish(cast.coach, Wish.Kind.APART, [cast.anna, cast.bram])
    assert Wish.objects.count() == 1
    arranging.drop_wish(Wish.objects.get())
    assert not Wish.objects.exists()


def test_nobody_but_the_coaches_is_sent_a_wish_or_a_held_room(
    cast: Cast, sent: Sent, django_capture_on_commit_callbacks: Any
) -> None:
    cast.anna, cast.bram  # noqa: B018 - they join now
    with django_capture_on_commit_callbacks(execute=True):
        arranging.wish(cast.coach, Wish.Kind.APART, [cast.anna, cast.bram])
        division = actions.divide(cast.sessie, "trio", "trio")
        hold(cast, division.rooms.get())
    told = {to for to, message in sent if "Anna" in str(message)}
    assert told == {audiences.coaches(cast.sessie.pk)}


def test_a_large_house_costs_no_more_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    cast.step("checkin", "checkin", running=False, grouping="trio", division="check-in")
    cast.step("datamuur", "lezen", running=False, grouping="trio", division="wall")
    people = crowd(cast.sessie, 150)
    arranging.wish(cast.coach, Wish.Kind.APART, people[:4])
    fixed(cast.sessie, "check-in")
    division = actions.divide(cast.sessie, "wall", "trio")
    assert len(queries.seatings(division)) == 50
    with django_assert_max_num_queries(20):
        panel(cast, "wall")


def test_a_place_where_all_are_together_has_tables(cast: Cast) -> None:
    step = cast.step("checkin", "checkin", grouping="trio")
    cast.anna, cast.bram  # noqa: B018 - they join now
    room = fixed(cast.sessie).rooms.get()
    assert "in groepje 1" in fragments.render_room(room.pk)
    Techniekkaart.objects.create(sessie=cast.sessie, platform=Techniekkaart.Platform.PLACE)
    html = fragments.render_room(room.pk)
    assert "Jij zit aan tafel 1" in html
    assert "roepje 1" not in html
    assert "Tafel 1: Anna, Bram" in panel(cast)
    assert queries.room_of(cast.anna, step).where == "aan tafel 1"
