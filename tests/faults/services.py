"""What servers lean on when they are several: a PostgreSQL and a Redis of these tests' own."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

from tests.faults.browser import HOST
from tests.faults.servers import UNTIL_WE_END, free_port, is_listening
from tests.faults.waiting import until

SECONDS = 60
# PostgreSQL refuses to run as root.
AS_OWNER = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
# A process that dies loses nothing by fsync=off; only a machine that loses its power would.
CONFIGURATION = """
listen_addresses = '{host}'
port = {port}
unix_socket_directories = '{folder}'
fsync = off
"""


class Postgres:
    """A cluster in a folder. Its settings are the defaults, as in docker-compose.yml."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
        self.programs = programs[-1].parent if programs else Path()

    def url(self, database: str) -> str:
        """The address of a database in it."""
        return f"postgres://postgres@{HOST}:{self.port}/{database}"

    def make(self) -> None:
        """Lay the cluster out."""
        if AS_OWNER:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "--auth=trust", "--username=postgres", "--no-sync")
        options = CONFIGURATION.format(host=HOST, port=self.port, folder=self.folder)
        with (self.folder / "postgresql.conf").open("a") as configuration:
            configuration.write(options)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._run("pg_ctl", "start", "--wait", f"--log={self.folder / 'log'}")

    def stop(self, mode: str) -> None:
        """Stop it: `fast` says goodbye to every connection, `immediate` is a crash."""
        self._run("pg_ctl", "stop", "--wait", f"--mode={mode}")

    def administer(self, command: LiteralString, *names: str) -> None:
        """Carry out a command on whole databases."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))

    def _run(self, program: str, *options: str) -> None:
        subprocess.run(
            [*AS_OWNER, self.programs / program, f"--pgdata={self.folder}", *options],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=SECONDS,
        )


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """A cluster of one's own. Not in pytest's folder, which is closed to other users."""
    with tempfile.TemporaryDirectory(prefix="scholendag-", ignore_cleanup_errors=True) as folder:
        postgres = Postgres(Path(folder))
        postgres.make()
        postgres.start()
        try:
            yield postgres
        finally:
            postgres.stop("immediate")


class Redis:
    """A Redis that keeps nothing, as in docker-compose.yml."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"redis://{HOST}:{self.port}/0"

    async def start(self) -> None:
        """Start it on its own port, once more too, and wait until it answers."""
        options = {"port": str(self.port), "bind": HOST, "save": "", "appendonly": "no"}
        words = [word for name, value in options.items() for word in (f"--{name}", value)]
        self.process = subprocess.Popen(
            [*UNTIL_WE_END, "redis-server", *words], cwd=self.folder, stdout=subprocess.DEVNULL
        )
        await until(lambda: is_listening(self.port), SECONDS, lambda: "Redis does not answer")

    def stop(self) -> None:
        """End it: who calls is refused."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def freeze(self) -> None:
        """Let it hang: who calls gets no answer, for as long as it takes."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on where it was."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self.process
        self.process.send_signal(number)
