"""The people of a measurement: each has a page open, and does what a browser would do with it."""

import asyncio
import random
import re
import uuid
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.load.clients import HOST, Answer, Heard, Http, Socket, open_socket
from tests.load.ledger import Ledger

TOKEN = re.compile(rb'"X-CSRFToken": "(\w+)"')
ADD = re.compile(rb'<form class="composer"[^>]* hx-post="([^"]+)"')
CSRF_COOKIE = re.compile(rb"csrftoken=\w+")
# A post-it of the usual length; with its menus it is some 900 bytes of HTML.
SENTENCE = "Elke dag rustig beginnen met lezen, {}"
BARE_BYTES = 900
TIMEOUT = 60.0
# Browsers spread what they fetch when a socket opens over this many seconds; see live.js.
JITTER = 0.150
RETRY_SECONDS = 0.5
STORED = (200, 201)


@dataclass(frozen=True)
class Place:
    """Where someone takes part, and as whom."""

    page: str
    socket: str
    cookie: str


class Person:
    """Someone with a socket. What comes in is booked in the ledger, each note once."""

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
        self.ledger.refreshes += heard.is_refresh
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


class Deelnemer(Person):
    """Someone with the page of a running day open, with the requests that a browser makes."""

    def __init__(self, port: int, place: Place, ledger: Ledger) -> None:
        super().__init__(port, place, ledger)
        self.page = place.page
        self.cookie = place.cookie
        self.token = ""
        self.add_url = ""
        self.http = Http(port)

    async def arrive(self) -> None:
        await self.load()
        await self.connect()

    async def load(self) -> None:
        """Get the page: its cookie, its CSRF token and the form for a note."""
        answer = await self.http.request(self._request("GET", self.page, "Accept: text/html\r\n"))
        token, add = TOKEN.search(answer.body), ADD.search(answer.body)
        if answer.status != 200 or not token or not add:
            raise RuntimeError(f"{self.page} answers {answer.status}, without a form for a note")
        self.token, self.add_url = token[1].decode(), add[1].decode()
        if cookie := CSRF_COOKIE.search(answer.head):
            self.cookie += f"; {cookie[0].decode()}"

    async def connect(self) -> None:
        """Open the socket, and then fetch the live region, as live.js does."""
        await self.open_socket(f"Origin: {self._origin}\r\nCookie: {self.cookie}\r\n")
        await asyncio.sleep(random.random() * JITTER)
        target = "HX-Source: main#stage\r\nHX-Target: main#stage\r\nHX-Request-Type: full\r\n"
        answer = await self.http.request(self._request("GET", self.page, self._htmx + target))
        if answer.status != 200 or b'id="stage"' not in answer.body:
            raise ConnectionRefusedError(f"{self.page} answers {answer.status}")

    def drop(self) -> None:
        super().drop()
        self.http.abort()

    async def become_whole(self) -> None:
        while True:
            with suppress(OSError, EOFError):
                return await self.connect()
            await asyncio.sleep(RETRY_SECONDS)

    async def get_ready(self) -> None:
        await self.http.open()

    def begin(self, mark: bytes) -> None:
        self.http.send(self.posting(mark))

    async def finish(self) -> None:
        self._check(await self.http.answer())

    async def write(self, mark: bytes) -> None:
        self._check(await self.http.request(self.posting(mark)))

    def posting(self, mark: bytes) -> bytes:
        """The request that composer.js and htmx make of a note."""
        text = SENTENCE.format(mark.decode())
        body = urlencode({"text": text, "client_id": uuid.uuid4()})
        form = self.add_url.rstrip("/").rpartition("/")[2]
        more = (
            f"HX-Source: form#plak-{form}\r\nHX-Request-Type: partial\r\nOrigin: {self._origin}\r\n"
            f"Content-Type: application/x-www-form-urlencoded;charset=UTF-8\r\n"
            f"Content-Length: {len(body)}\r\n"
        )
        return self._request("POST", self.add_url, self._htmx + more) + body.encode()

    def _check(self, answer: Answer) -> None:
        if answer.status not in STORED:
            self.ledger.complaints.append(f"a note was answered with {answer.status}")

    @property
    def _origin(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def _htmx(self) -> str:
        return (
            f"Accept: text/html\r\nHX-Request: true\r\n"
            f"HX-Current-URL: {self._origin}{self.page}\r\n"
            f"X-Als: deelnemer\r\nX-CSRFToken: {self.token}\r\n"
        )

    def _request(self, method: str, path: str, headers: str) -> bytes:
        common = f"Host: {HOST}:{self.port}\r\nCookie: {self.cookie}\r\nUser-Agent: load\r\n"
        return f"{method} {path} HTTP/1.1\r\n{common}{headers}\r\n".encode()


async def all_at_once(
    people: Sequence[Person], act: Callable[[Person], Awaitable[None]], width: int
) -> None:
    """Let everyone do this, at most `width` of them at one time. Raises TimeoutError."""
    gate = asyncio.Semaphore(width)

    async def in_turn(person: Person) -> None:
        async with gate:
            await asyncio.wait_for(act(person), TIMEOUT)

    await asyncio.gather(*map(in_turn, people))
