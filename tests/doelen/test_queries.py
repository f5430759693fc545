"""How far a team is and what it still misses."""

import pytest
from django.utils import timezone

from scholendag.doelen import actions, queries
from tests.doelen.conftest import COMPLETE
from tests.teams import seat_team

pytestmark = pytest.mark.django_db


def standing(goal):
    return queries.standing_of(goal.sessie, goal.team)


def test_a_team_goes_through_three_steps(goal):
    assert standing(goal).label == "Stap 1 van 3: verbetering"

    actions.write(goal, improvement=COMPLETE["improvement"])
    assert standing(goal).label == "Stap 2 van 3: doel"

    actions.write(goal, **COMPLETE)
    assert standing(goal).label == "Stap 3 van 3: acties"

    actions.fix(goal)
    assert standing(goal).label == "Doel vastgesteld"


def test_a_team_without_anything_is_at_the_first_step(cast, bovenbouw):
    assert queries.standing_of(cast.sessie, bovenbouw).label == "Stap 1 van 3: verbetering"


def test_a_new_draft_beside_a_fixed_goal_starts_again(fixed):
    actions.start_anew(fixed)

    assert standing(fixed).label == "Stap 1 van 3: verbetering"


def test_what_is_missing_is_named(goal):
    assert standing(goal).gaps == ["verbetering", "groep leerlingen", "doel", "acties"]

    actions.write(goal, **COMPLETE)
    actions.add_action(goal, "Voordoen hoe je hulp vraagt")
    actions.add_action(goal, "Kaartjes maken", who="Bram")

    assert standing(goal).gaps == ["wie bij 1 actie", "wanneer bij 2 acties"]


def test_nothing_is_missing_when_everything_is_there(fixed):
    actions.add_action(fixed, "Voordoen", who="Anna", due_on=timezone.localdate())

    assert standing(fixed).gaps == []


def test_the_goals_of_a_team_are_the_fixed_ones_the_newest_first(fixed):
    draft = actions.start_anew(fixed)
    assert list(queries.goals_of(fixed.team)) == [fixed]

    actions.write(draft, **COMPLETE)
    actions.fix(draft)
    assert list(queries.goals_of(fixed.team)) == [draft, fixed]


def test_rooms_of_teams_are_there_once_they_are_fixed(cast, onderbouw, bovenbouw):
    rooms = queries.team_rooms(cast.sessie)
    assert [room.team for room in rooms] == [onderbouw, bovenbouw]

    rooms[0].division.fixed_at = None
    rooms[0].division.save()
    assert queries.team_rooms(cast.sessie) == []


def test_a_team_that_sits_in_two_divisions_is_there_once(cast, onderbouw):
    again = seat_team(cast.sessie, "Onderbouw", cast.bram, key="teams-middag")

    assert queries.team_rooms(cast.sessie) == [again]
    assert queries.names_of(onderbouw) == ["Bram"]


def test_the_names_to_choose_from_are_those_of_the_team(onderbouw, bovenbouw):
    assert queries.names_of(onderbouw) == ["Anna", "Bram"]


def test_a_team_that_never_sat_together_has_no_names(bovenbouw):
    bovenbouw.room_set.update(team=None)

    assert queries.names_of(bovenbouw) == []


def test_goals_and_their_actions_take_the_same_number_of_queries(fixed, django_assert_num_queries):
    for number in range(3):
        actions.add_action(fixed, f"Actie {number}", who="Anna")

    with django_assert_num_queries(2):
        for goal in queries.goals_of(fixed.team):
            assert len([action.marks for action in goal.actions.all()]) == 3
