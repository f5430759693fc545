"""Where servers keep their data: a folder with SQLite, or a database of PostgreSQL."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
from django.conf import settings

from tests.faults.day import Day

SECRET_KEY = "only-for-servers-of-these-tests-" * 2
# What would make a server something else than the test says.
NOT_OURS = ("DATABASE_URL", "REDIS_URL", "STATIC_ROOT", "ALLOWED_HOSTS", "DEBUG", "SITE_URL")
NOTES = """
    SELECT note.id, note.text FROM boards_note AS note
    JOIN boards_lane AS lane ON lane.id = note.lane_id
    JOIN boards_board AS board ON board.id = lane.board_id
    JOIN sessies_sessie AS sessie ON sessie.id = board.sessie_id
    WHERE sessie.code = '{code}'
"""


@dataclass(frozen=True)
class Store:
    """The data of one test, and the days in it. `folder` is for logs too."""

    folder: Path
    database_url: str = ""
    redis_url: str = ""
    days: tuple[Day, ...] = ()

    @property
    def sqlite(self) -> Path:
        """The file of SQLite."""
        return self.folder / "scholendag.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a server on this data."""
        ours = {"DATA_DIR": str(self.folder), "SECRET_KEY": SECRET_KEY, "DEMO": "1"}
        services = {"DATABASE_URL": self.database_url, "REDIS_URL": self.redis_url}
        machine = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        return machine | ours | {name: url for name, url in services.items() if url}

    def prepare(self) -> "Store":
        """The same with days in it."""
        made = subprocess.run(
            [sys.executable, "-m", "tests.faults.preparation"],
            cwd=settings.BASE_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            check=True,
            timeout=120,
        )
        return replace(self, days=tuple(Day(**day) for day in json.loads(made.stdout)))

    def copy(self, folder: Path) -> "Store":
        """The same data once more, for SQLite."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        return replace(self, folder=folder)

    def notes(self, day: Day) -> dict[int, str]:
        """What the database holds: the text of each note by its pk."""
        query = NOTES.format(code=day.code)
        if self.database_url:
            with psycopg.connect(self.database_url) as connection:
                return dict(connection.execute(query).fetchall())
        with closing(sqlite3.connect(self.sqlite)) as connection:
            return dict(connection.execute(query).fetchall())
