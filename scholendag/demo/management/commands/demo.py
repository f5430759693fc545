"""`manage.py demo`: a believable school and day, ready to try on this machine."""

import json
from argparse import ArgumentParser
from functools import partial
from typing import Any

from daphne.server import Server
from django.core.management import call_command
from django.core.management.base import BaseCommand

from scholendag.demo import people
from scholendag.demo.build import Demo, build
from scholendag.rehearsal.actions import throw_away_expired
from scholendag.rehearsal.browsers import HttpBrowser
from scholendag.rehearsal.colleagues import GLANCE_SECONDS, colleagues_of
from scholendag.rehearsal.turns import Turns
from scholendag.sessies.actions import everyone_left

HOST = "127.0.0.1"
HANDSHAKE_SECONDS = 60
# Simulated colleagues who ask for a page at the same moment.
THREADS = 8
# A whole room connects in one second; who does not fit waits for seconds before trying again.
BACKLOG = 2048


class Command(BaseCommand):
    """Migrate, load the programmes, make the demo school and day, print the links, serve."""

    help = "Maakt een demoschool met een scholendag, toont de links en start de server."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options of the demo."""
        parser.add_argument("--port", type=int, default=8000, help="poort van de server")
        parser.add_argument("--no-server", action="store_true", help="alleen klaarzetten")
        parser.add_argument("--json", action="store_true", help="toon de links als JSON")
        parser.add_argument(
            "--participants", type=int, default=0, help="aantal nagespeelde collega's"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Prepare everything, then serve until Ctrl+C."""
        call_command("migrate", verbosity=0)
        demo = build()
        base = f"http://{HOST}:{options['port']}"
        self._print_links(demo, base, as_json=options["json"])
        if options["no_server"]:
            return
        everyone_left()
        throw_away_expired()
        self._invite(demo, base, options["participants"])
        self._serve(options["port"])

    def _print_links(self, demo: Demo, base: str, *, as_json: bool) -> None:
        links = demo.links(base)
        if as_json:
            self.stdout.write(json.dumps(links))
        else:
            self.stdout.write(_for_people(demo, links))
        self.stdout.flush()

    def _invite(self, demo: Demo, base: str, number: int) -> None:
        """Let so many colleagues join over HTTP as soon as the server answers."""
        people = colleagues_of(demo.sessie, number, partial(HttpBrowser, base))
        turns = Turns(THREADS)
        for place, person in enumerate(people):
            turns.add(demo.sessie.pk, person.turn, after=place * GLANCE_SECONDS[1] / number)

    def _serve(self, port: int) -> None:
        # The routes need the settings, so the application is imported when they are there.
        from scholendag.asgi import application  # noqa: PLC0415

        Server(
            application=application,
            endpoints=[f"tcp:port={port}:interface={HOST}:backlog={BACKLOG}"],
            # A whole room connects at once; the last of them should not be hung up on.
            websocket_handshake_timeout=HANDSHAKE_SECONDS,
            websocket_connect_timeout=HANDSHAKE_SECONDS,
        ).run()


def _for_people(demo: Demo, links: dict[str, str]) -> str:
    name, email = people.COACH
    return f"""
{people.SCHOOL} in {people.PLACE}: {demo.sessie.title}

  begeleider    {links["begeleider"]}
  deelnemer     {links["deelnemer"]}
  scherm        {links["scherm"]}
  schoolleider  {links["schoolleider"]}
  code          {links["code"]}

De begeleiderlink meldt {name} vanzelf aan. Zelf inloggen kan ook:
{email} met wachtwoord {people.PASSWORD}. Stoppen doe je met Ctrl+C.
"""
