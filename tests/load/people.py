"""The people of a measurement: each has a page open, and does what a browser would do with it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from tests.load.clients import Heard, Socket, open_socket
from tests.load.ledger import Ledger

BARE_BYTES = 900
TIMEOUT = 60.0


@dataclass(frozen=True)
class Place:
    """Where someone takes part, and as whom."""

    page: str
    socket: str
    cookie: str


class Person:
    """Someone with a socket. What comes in is booked in the ledger, each note once.

    `resumes` says whether they come back from a drop as a browser does: only for what they missed.
    """

    resumes = False

    def __init__(self, port: int, place: Place, ledger: Ledger) -> None:
        self.port = port
        self.socket_path = place.socket
        self.ledger = ledger
        self.socket: Socket | None = None
        self.seen: set[bytes] = set()

    async def arrive(self) -> None:
        """Open the page and its socket."""
        await self.open_socket()

    async def load(self) -> None:
        """Open the page without its socket."""

    async def open_socket(self, headers: str = "") -> None:
        """Open the socket. Raises OSError."""
        self.socket = await open_socket(self.port, self.socket_path, headers, self.hear)

    def hear(self, heard: Heard, now: float) -> None:
        """Book what a frame brings that is new."""
        self.ledger.frames += 1
        self.ledger.bytes += heard.size
        self.ledger.refreshes += heard.refresh > 0
        for mark in heard.marks - self.seen:
            self.seen.add(mark)
            self.ledger.arrived(mark, now)

    def drop(self) -> None:
        """The network is gone."""
        if self.socket:
            self.socket.abort()

    async def become_whole(self) -> None:
        """Connect again after a drop, until the page is right."""
        await self.open_socket()

    async def get_ready(self) -> None:
        """Be about to press enter."""

    def begin(self, mark: bytes) -> None:
        """Send a note."""
        assert self.socket
        text = b'{"content": "' + mark + b" "
        self.socket.send(text + b"x" * (BARE_BYTES - len(text) - 2) + b'"}')

    async def finish(self) -> None:
        """Wait until the server has said that it has it; nothing says so here."""

    async def write(self, mark: bytes) -> None:
        """Send a note and await the answer."""
        self.begin(mark)
        await self.finish()


async def all_at_once(
    people: Sequence[Person], act: Callable[[Person], Awaitable[None]], width: int
) -> None:
    """Let everyone do this, at most `width` of them at one time. Raises TimeoutError."""
    gate = asyncio.Semaphore(width)

    async def in_turn(person: Person) -> None:
        async with gate:
            await asyncio.wait_for(act(person), TIMEOUT)

    await asyncio.gather(*map(in_turn, people))
