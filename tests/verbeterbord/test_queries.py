"""What stands on a board."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from scholendag.verbeterbord import actions, queries
from scholendag.verbeterbord.models import PlannedSession
from tests.teams import seat_team

pytestmark = pytest.mark.django_db


def plan(team, kind, days, hour=15):
    on = timezone.localdate() + timedelta(days=days)
    return PlannedSession.objects.create(team=team, kind=kind, on=on, at=time(hour, 30))


def test_only_what_is_still_to_come_stands_on_the_board_in_order(onderbouw, bovenbouw):
    plan(onderbouw, "bordsessie", -1)
    later, first, today = (
        plan(onderbouw, "bordsessie", 7),
        plan(onderbouw, "bordsessie", 7, hour=9),
        plan(onderbouw, "werksessie", 0),
    )
    plan(bovenbouw, "bordsessie", 1)

    assert list(queries.upcoming(onderbouw)) == [today, first, later]
    assert queries.first_of_each_kind(queries.upcoming(onderbouw)) == [today, first]


def test_three_roles_in_their_order_also_when_nobody_has_them(cast, onderbouw):
    actions.give_role(onderbouw, "schrijver", "Bram", cast.sessie)

    assert [(role.slug, role.name) for role in queries.roles_of(onderbouw)] == [
        ("leider", ""),
        ("schrijver", "Bram"),
        ("tijdbewaker", ""),
    ]


def test_the_team_of_someone_is_where_they_sat_the_last_time(cast, onderbouw):
    assert queries.team_of(cast.anna) == onderbouw
    assert queries.team_of(cast.cas) is None

    later = seat_team(cast.sessie, "Middenbouw", cast.anna, key="teams-middag").team

    assert queries.team_of(cast.anna) == later


def test_a_room_without_a_team_is_no_team(cast, onderbouw):
    cast.anna.seats.get().room.__class__.objects.update(team=None)

    assert queries.team_of(cast.anna) is None
