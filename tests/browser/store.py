"""Where the demo of one test keeps its data: a copy of a demo that was prepared once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
from django.conf import settings
from psycopg import sql

from tests.browser import warm
from tests.browser.passing import ON_TIME, PASS

LEAVE = """
from datetime import timedelta
from django.utils import timezone
from scholendag.agenda.models import Progress
progress = Progress.objects.get(step__isnull=False)
total = progress.step.duration + progress.extra
progress.step_started_at = timezone.now() + timedelta(seconds=%d) - total
progress.save(update_fields=["step_started_at"])
"""

WAIT = """
from datetime import timedelta
from django.db.models import F
from scholendag.breakouts.models import Room
calling = Room.objects.exclude(called_at=None)
calling.update(called_at=F("called_at") - timedelta(seconds=%d))
"""

# The coaches of these tests know the page; the tour has a test of its own.
KNOWS_THE_PAGE = """
from django.utils import timezone
from scholendag.accounts.models import User
User.objects.update(saw_tour_at=timezone.now())
"""


@dataclass(frozen=True)
class Store:
    """A data folder, which holds the database of SQLite, and the name of one of PostgreSQL."""

    folder: Path
    database: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What the environment of a server on this data says of it."""
        environment = {"DATA_DIR": str(self.folder)}
        if self.database:
            address = urlsplit(settings.DATABASE_URL)._replace(path=self.database)
            environment["DATABASE_URL"] = address.geturl()
        return environment

    @property
    def name(self) -> str:
        """What Django calls this database."""
        return self.database or str(self.folder / "scholendag.sqlite3")

    def leaves(self, seconds: int) -> None:
        """Let time pass: the clock of the running step has this many seconds left from now."""
        self.runs(LEAVE % seconds)

    def begins_now(self) -> None:
        """Plan the day to begin at this very moment, and what hangs on the clock with it."""
        self.runs(ON_TIME)

    def passes(self, seconds: int) -> None:
        """Let so much time pass on the running day."""
        self.runs(PASS % (seconds, False))

    def runs_late(self, seconds: int) -> None:
        """Let the running step run over, until the day is late by so much."""
        self.runs(PASS % (seconds, True))

    def lets_rooms_wait(self, seconds: int) -> None:
        """Every room that calls began to do so this much earlier."""
        self.runs(WAIT % seconds)

    def runs(self, code: str) -> None:
        """Run this in the data, as if it had happened to the server."""
        warm.run(self.name, self.folder, code)


@contextmanager
def prepared(folder: Path, collected: Path | None = None) -> Iterator[Store]:
    """A store with the demo in it, as `manage.py demo` makes it.

    With an empty folder for them, servers that begin at once serve the static files as a host does:
    a page then fetches seven of them. Otherwise each module by itself, which is over a hundred.
    """
    with _database() as database:
        store = Store(folder, database)
        _manage(store, "demo", "--no-server")
        environment = store.environment
        if collected and not os.environ.get("STATIC_ROOT"):
            environment["STATIC_ROOT"] = str(collected)
            _manage(store, "collectstatic", "--noinput", STATIC_ROOT=str(collected))
        warm.warm_up(environment)
        store.runs(KNOWS_THE_PAGE)
        yield store


def _manage(store: Store, *command: str, **environment: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=os.environ | store.environment | environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )


@contextmanager
def copied(store: Store, folder: Path) -> Iterator[Store]:
    """The same data once more, in `folder`."""
    shutil.copytree(store.folder, folder, dirs_exist_ok=True)
    with _database(template=store.database) as database:
        yield Store(folder, database)


@contextmanager
def _database(template: str = "") -> Iterator[str]:
    """The name of a database that nothing else uses; nothing when the tests run on SQLite."""
    if not settings.DATABASE_URL:
        yield ""
        return
    name = f"scholendag_browser_{uuid4().hex[:12]}"
    _administer("CREATE DATABASE {} TEMPLATE {}", name, template or "template1")
    try:
        yield name
    finally:
        _administer("DROP DATABASE {} WITH (FORCE)", name)


def _administer(command: LiteralString, *names: str) -> None:
    with psycopg.connect(settings.DATABASE_URL, autocommit=True) as connection:
        connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))
