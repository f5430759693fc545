"""Run with the environment of a server: makes days in its database, and prints them as JSON."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "scholendag.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.urls import reverse  # noqa: E402

from scholendag.agenda.actions import make_sessie  # noqa: E402
from scholendag.agenda.models import Programme, Step  # noqa: E402
from scholendag.demo.build import build  # noqa: E402
from scholendag.demo.views import pass_for  # noqa: E402
from scholendag.sessies.actions import ensure_links  # noqa: E402
from scholendag.sessies.actors import Actor, Role  # noqa: E402
from scholendag.sessies.models import AccessLink, Participant  # noqa: E402
from scholendag.sessies.sharing import path_of  # noqa: E402
from scholendag.stage.actions import go_to  # noqa: E402
from tests.faults.day import Day  # noqa: E402

# A day takes 400 people at most, so 600 are two full schools.
DAYS = 2
PEOPLE = 300


def days() -> Iterator[Day]:
    """Days that run, with people who have joined."""
    demo = build()
    school, coach = demo.sessie.school, demo.coach
    programme = Programme.objects.get(slug="scholendag")
    for number in range(DAYS):
        title = f"Dag {number + 1}"
        sessie = make_sessie(programme, school, title, "", demo.sessie.starts_at, coach)
        step = Step.objects.get(block__sessie=sessie, block__instrument="verwachtingen")
        go_to(sessie, step, None, Actor(sessie, Role.BEGELEIDER, user=coach))
        people = [
            Participant.objects.create(sessie=sessie, name=f"Leraar {one + 1}")
            for one in range(PEOPLE)
        ]
        yield Day(
            code=sessie.code,
            path=reverse("stage:deelnemer", args=[sessie.code]),
            join_path=path_of(ensure_links(sessie)[AccessLink.Role.DEELNEMER]),
            coach=reverse("demo:sign-in", args=[pass_for(coach, sessie)]),
            tokens=[person.token for person in people],
        )


call_command("migrate", verbosity=0)
print(json.dumps([asdict(day) for day in days()]))
