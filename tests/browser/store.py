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
        subprocess.run(
            [sys.executable, "manage.py", "shell", "-v", "0", "-c", code],
            cwd=settings.BASE_DIR,
            env=os.environ | self.environment,
            check=True,
        )


@contextmanager
def prepared(folder: Path) -> Iterator[Store]:
    """A store with the demo in it, as `manage.py demo` makes it."""
    with _database() as database:
        store = Store(folder, database)
        subprocess.run(
            [sys.executable, "manage.py", "demo", "--no-server"],
            cwd=settings.BASE_DIR,
            env=os.environ | store.environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        yield store


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
