"""Fills the database for one measurement: sessies whose board for everyone is open.

Runs in a process of its own with the settings of the server, through the application's own
actions. Only the people are made directly, because a day refuses more of them than the largest
size here. Prints what the clients need as JSON: for each sessie its paths and everyone's cookie.

    python -m tests.load.preparation --sessies 1 --people 150 --notes 0
"""

import argparse
import json
import uuid
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from scholendag.accounts.models import User  # noqa: E402
from scholendag.agenda.actions import make_sessie  # noqa: E402
from scholendag.agenda.models import Step  # noqa: E402
from scholendag.agenda.programmes import load_programmes  # noqa: E402
from scholendag.boards.models import Lane  # noqa: E402
from scholendag.boards.placing import add_note  # noqa: E402
from scholendag.instruments import registry  # noqa: E402
from scholendag.schools.models import Membership, School  # noqa: E402
from scholendag.sessies.actors import Actor, Role, cookie_name  # noqa: E402
from scholendag.sessies.models import Participant, Sessie  # noqa: E402
from scholendag.stage.actions import go_to  # noqa: E402

INSTRUMENT = "verwachtingen"
PHASE = "schrijven"

Day = dict[str, Any]


def prepare(sessies: int, people: int, notes: int) -> list[Day]:
    """So many running days of so many people, with so many notes on the board already."""
    programme = load_programmes(has_phase=registry.has_phase)[0]
    school = School.objects.create(name="De Wilgenboom")
    coach = User.objects.create_user(f"{uuid.uuid4()}@voorbeeld.example", "Marieke de Wit")
    Membership.objects.create(school=school, user=coach, role=Membership.Role.COACH)
    return [
        _run(make_sessie(programme, school, "Scholendag", "", timezone.now(), coach), people, notes)
        for _ in range(sessies)
    ]


def _run(sessie: Sessie, people: int, notes: int) -> Day:
    """Open the step in which all write on one board, and let everyone in."""
    step = Step.objects.get(block__sessie=sessie, block__instrument=INSTRUMENT, phase=PHASE)
    assert sessie.created_by
    go_to(sessie, step, None, Actor(sessie, Role.BEGELEIDER, user=sessie.created_by))
    everyone = [
        Participant.objects.create(sessie=sessie, name=f"Leraar {number}")
        for number in range(people)
    ]
    lane = Lane.objects.get(board__block=step.block)
    for number in range(notes):
        author = Actor(sessie, Role.DEELNEMER, participant=everyone[number % people])
        add_note(author, lane, f"Een dag waar we morgen iets aan hebben, {number}", uuid.uuid4())
    return {
        "desk": reverse("stage:begeleider", args=[sessie.pk]),
        "coach": _signed_in(sessie.created_by),
        "page": reverse("stage:deelnemer", args=[sessie.code]),
        "socket": f"/live/dag/{sessie.code}/",
        "cookies": [f"{cookie_name(sessie)}={person.token}" for person in everyone],
    }


def _signed_in(coach: User) -> str:
    """The cookie of a browser where this coach is signed in."""
    client = Client()
    client.force_login(coach)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    for name in ("sessies", "people", "notes"):
        parser.add_argument(f"--{name}", type=int, required=True)
    options = vars(parser.parse_args())
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        days = prepare(**options)
    print(json.dumps(days))
