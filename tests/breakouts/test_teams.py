"""Groups that are lerarenteams, and the duos within them."""

import pytest

from scholendag.breakouts import actions, prepared
from scholendag.breakouts.ways import usual
from scholendag.schools.models import Team
from tests.breakouts.groups import crowd, fixed, members, room_with, seated
from tests.cast import Cast, SchoolFactory

BOUWEN = ("Onderbouw", "Middenbouw", "Bovenbouw")


@pytest.fixture
def lasting(cast: Cast) -> list[Team]:
    other = SchoolFactory.create(name="Het Kompas")
    Team.objects.create(school=other, name="Bovenbouw", position=0)
    return [
        Team.objects.create(school=cast.sessie.school, name=name, position=i)
        for i, name in enumerate(BOUWEN)
    ]


def test_people_sit_with_the_team_of_their_bouw(cast: Cast, lasting: list[Team]) -> None:
    for bouw in reversed(BOUWEN):
        crowd(cast.sessie, 8, bouw=bouw.lower())
    rooms = list(actions.divide(cast.sessie, "team", "team").rooms.all())
    assert [room.team for room in rooms] == lasting
    for room in rooms:
        assert {person.bouw for person in members(room)} == {str(room).lower()}


def test_teams_are_used_in_order_when_nobody_told_a_bouw(cast: Cast, lasting: list[Team]) -> None:
    crowd(cast.sessie, 12)
    rooms = fixed(cast.sessie, "team", "team").rooms.all()
    assert [room.team for room in rooms] == lasting[:2]


def test_a_school_gets_the_teams_that_it_lacks_once_groups_are_fixed(
    cast: Cast, lasting: list[Team]
) -> None:
    crowd(cast.sessie, 41)
    division = actions.divide(cast.sessie, "team", "team")
    assert [str(room) for room in division.rooms.all()] == [*BOUWEN, "Team 4", "Team 5"]
    assert cast.sessie.school.teams.count() == 3
    actions.fix(division)
    assert [str(room) for room in division.rooms.all()] == [*BOUWEN, "Team 4", "Team 5"]
    assert [team.name for team in cast.sessie.school.teams.all()] == [*BOUWEN, "Team 4", "Team 5"]


def test_a_new_team_does_not_take_the_name_of_another(cast: Cast) -> None:
    Team.objects.create(school=cast.sessie.school, name="Team 2")
    crowd(cast.sessie, 11)
    division = fixed(cast.sessie, "team", "team")
    assert [str(room) for room in division.rooms.all()] == ["Team 2", "Team 3"]


def test_duos_are_made_within_the_teams_and_an_odd_team_has_one_three(cast: Cast) -> None:
    crowd(cast.sessie, 22)
    teams = fixed(cast.sessie, "team", "team")
    duos = actions.divide(cast.sessie, "duo", "duo")
    for duo in seated(duos):
        assert len({room_with(teams, person) for person in duo}) == 1
    assert sorted(map(len, seated(duos))) == [2] * 8 + [3, 3]
    assert sorted(prepared.planned_sizes(cast.sessie, "duo", usual("duo"))) == [2] * 8 + [3, 3]


def test_teams_that_are_not_fixed_do_not_bind_the_duos(cast: Cast) -> None:
    crowd(cast.sessie, 22)
    actions.divide(cast.sessie, "team", "team")
    duos = actions.divide(cast.sessie, "duo", "duo")
    assert sorted(map(len, seated(duos))) == [2] * 11


def test_nobody_is_alone_when_most_of_a_team_went_home(cast: Cast) -> None:
    crowd(cast.sessie, 12)
    teams = fixed(cast.sessie, "team", "team")
    for person in members(teams.rooms.get(number=1))[1:]:
        person.present_since = None
        person.save(update_fields=["present_since"])
    duos = actions.divide(cast.sessie, "duo", "duo")
    assert sorted(map(len, seated(duos))) == [2, 2, 3]
