"""A day that is prepared with the programme that comes with the software, and its rehearsal."""

import random

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone

from scholendag.agenda.actions import make_sessie
from scholendag.agenda.models import Block, Programme
from scholendag.agenda.programmes import load_programmes
from scholendag.datamuur.actions import add_card
from scholendag.rehearsal import actions, colleagues
from scholendag.rehearsal.turns import Turns
from scholendag.schools.models import Team
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Techniekkaart

CARD = {"subject": "Verzuim", "strong_1": "Op tijd", "attention_1": "In de winter"}


@pytest.fixture(autouse=True)
def one_connection():
    """A request from within would close the connection that holds the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def day(cast):
    """Marieke's real day, with a card, a techniekkaart and a lasting team."""
    load_programmes()
    programme = Programme.objects.get(slug="scholendag")
    school, marieke = cast.sessie.school, cast.marieke
    day = make_sessie(programme, school, "Scholendag", "Lezen", timezone.now(), marieke)
    add_card(Block.objects.get(sessie=day, instrument="datamuur"), **CARD)
    Team.objects.create(school=school, name="Onderbouw")
    Techniekkaart.objects.create(sessie=day, platform="zoom", host="Youssef")
    return day


@pytest.fixture
def coach(cast, day):
    """Marieke, running the real day."""
    return Actor(day, Role.BEGELEIDER, user=cast.marieke)


@pytest.fixture
def turns(monkeypatch):
    """Whom this process plays; in a test nobody takes a turn by themselves."""
    turns = Turns(threads=0)
    monkeypatch.setattr("scholendag.rehearsal.company.COLLEAGUES", turns)
    monkeypatch.setattr("scholendag.rehearsal.company.CARE", Turns(threads=0))
    return turns


@pytest.fixture
def eager(monkeypatch):
    """Colleagues who write whenever they can, and always choose the same."""
    monkeypatch.setattr(colleagues, "WRITES", 1.0)
    random.seed(4)


@pytest.fixture
def rehearsal(coach, turns):
    """The rehearsal of the day, with eight colleagues on their way."""
    return actions.start(coach, 8)
