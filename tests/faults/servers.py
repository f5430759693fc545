"""Real servers: Daphne as the Dockerfile starts it, or uvicorn as the README says."""

import asyncio
import os
import random
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

from django.conf import settings

from tests.faults.browser import HOST, Answer, Browser, Unreachable
from tests.faults.store import Store
from tests.faults.waiting import until
from tests.hosting import daphne

SECONDS_TO_START = 60
PAGE = os.sysconf("SC_PAGE_SIZE")
PORTS = (20_000, 32_000)
# A server never outlives the tests, not even tests that were killed.
UNTIL_WE_END = ("setpriv", "--pdeathsig", "KILL")


class Server:
    """One process. Its log is in the folder of its store, under the number of its port."""

    def __init__(self, store: Store, command: Callable[[int], list[str]] = daphne) -> None:
        self.store = store
        self.command = command
        self.port = free_port()
        self.log = store.folder / f"server-{self.port}.log"
        self.process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Start it on its own port, once more too, and wait until it serves a page."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*UNTIL_WE_END, sys.executable, "-m", *self.command(self.port)],
                cwd=settings.BASE_DIR,
                env=self.store.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        await until(self._is_listening, SECONDS_TO_START, self.log.read_text)
        assert await self.is_healthy(), self.log.read_text()

    def kill(self) -> None:
        """End it at once, as kill -9 does."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def memory(self) -> int:
        """Bytes of real memory that it has now."""
        assert self.process
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE

    async def is_healthy(self) -> bool:
        """It serves the page where everyone comes in, which asks the database too."""
        answers: list[Answer] = []
        with suppress(Unreachable):
            day = self.store.days[0]
            return (await Browser(self.port, answers).get(day.join_path)).status == 200
        return False

    def _is_listening(self) -> bool:
        assert self.process
        assert self.process.poll() is None, self.log.read_text()
        return is_listening(self.port)


@asynccontextmanager
async def serving(
    store: Store, processes: int = 1, command: Callable[[int], list[str]] = daphne
) -> AsyncIterator[list[Server]]:
    """This many servers on this data, until the block ends, however it ends."""
    servers = [Server(store, command) for _ in range(processes)]
    try:
        await asyncio.gather(*(server.start() for server in servers))
        yield servers
    except BaseException:
        for server in servers:
            print(f"Server {server.port}:", server.log.read_text()[-5000:], sep="\n")
        raise
    finally:
        for server in servers:
            server.kill()


def is_listening(port: int) -> bool:
    """Someone answers on this port of this machine."""
    with closing(socket.socket()) as caller:
        return caller.connect_ex((HOST, port)) == 0


def free_port() -> int:
    """A port on which nothing listens now.

    Below those that connections are made from, or one of them might take it while a server is down.
    """
    while True:
        port = random.randint(*PORTS)
        with suppress(OSError), closing(socket.socket()) as listener:
            listener.bind((HOST, port))
            return port
