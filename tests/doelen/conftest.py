"""Two teams at work: Anna writes for the onderbouw and Bram sits there too; Cas is elsewhere."""

import pytest
from django.urls import reverse

from scholendag.doelen import actions
from tests.teams import seat_team

COMPLETE = {
    "improvement": "Leerlingen vragen te weinig om hulp",
    "weeks": 6,
    "group": "groep 5",
    "pupils_verb": "kunnen",
    "pupils_text": "zelf een hulpvraag stellen",
}


def post(cast, person, name, /, *args, **data):
    return cast.client(person).post(reverse(f"doelen:{name}", args=args), data)


def text(answer):
    return answer.content.decode()


@pytest.fixture
def onderbouw(cast):
    return seat_team(cast.sessie, "Onderbouw", cast.anna, cast.bram).team


@pytest.fixture
def bovenbouw(cast, onderbouw):
    return seat_team(cast.sessie, "Bovenbouw", cast.cas).team


@pytest.fixture
def goal(cast, onderbouw, bovenbouw):
    """The draft of the onderbouw, still empty."""
    return actions.open_goal(cast.sessie, onderbouw)


@pytest.fixture
def fixed(goal):
    """The goal of the onderbouw, fixed."""
    actions.write(goal, **COMPLETE)
    return actions.fix(goal)
