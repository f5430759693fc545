"""A deelnemer with the page of a running day open, making the requests that a browser makes.

It does what static/js/socket.js, region.js and composer.js do, as far as a server can notice.
"""

import asyncio
import random
import re
import uuid
from contextlib import suppress
from urllib.parse import urlencode

from tests.load.clients import HOST, SOON, Answer, Heard, Http
from tests.load.ledger import Ledger
from tests.load.people import Person, Place

TOKEN = re.compile(rb'"X-CSRFToken": "(\w+)"')
ADD = re.compile(rb'<form class="composer"[^>]* hx-post="([^"]+)"')
CSRF_COOKIE = re.compile(rb"csrftoken=\w+")
ETAG = re.compile(rb'\r\netag: *("\w+")', re.IGNORECASE)
# A post-it of the usual length; with its menus it is some 900 bytes of HTML.
SENTENCE = "Elke dag rustig beginnen met lezen, {}"
# So long they wait for the first frame of a socket, in seconds, before they fetch all the same.
FIRST = 3.0
RETRY_SECONDS = 0.5
STORED = (200, 201)
SUBPROTOCOL = "scholendag"


class Deelnemer(Person):
    """Someone with a page. Unless they resume, they fetch it whenever a socket opens."""

    def __init__(self, port: int, place: Place, ledger: Ledger) -> None:
        super().__init__(port, place, ledger)
        self.page = place.page
        self.cookie = place.cookie
        self.token = ""
        self.add_url = ""
        self.known = ""
        self.at = ""
        self.first: asyncio.Future[Heard] | None = None
        self.http = Http(port)

    async def arrive(self) -> None:
        await self.load()
        await self.connect()
        await self.fetch(SOON)

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
        """Open the socket, and say how far this page is."""
        offer = f", at.{self.at}" if self.at and self.resumes else ""
        self.first = asyncio.get_running_loop().create_future()
        await self.open_socket(
            f"Origin: {self._origin}\r\nCookie: {self.cookie}\r\n"
            f"Sec-WebSocket-Protocol: {SUBPROTOCOL}{offer}\r\n"
        )

    async def fetch(self, spread: int) -> None:
        """Fetch the live region within so many milliseconds. Raises OSError."""
        await asyncio.sleep(random.random() * spread / 1000)
        headers = "HX-Source: main#stage\r\nHX-Target: main#stage\r\nHX-Request-Type: full\r\n"
        if self.known:
            headers += f"If-None-Match: {self.known}\r\n"
        answer = await self.http.request(self._request("GET", self.page, self._htmx + headers))
        is_region = answer.status == 200 and b'id="stage"' in answer.body
        if not is_region and answer.status != 304:
            raise ConnectionRefusedError(f"{self.page} answers {answer.status}")
        if is_region:
            etag = ETAG.search(answer.head)
            self.known = etag[1].decode() if etag else ""

    def hear(self, heard: Heard, now: float) -> None:
        super().hear(heard, now)
        self.at = heard.at or self.at
        if heard.marks:
            self.known = ""
        if self.first and not self.first.done():
            self.first.set_result(heard)
        elif heard.beat and self.socket:
            self.socket.send(heard.beat)

    def drop(self) -> None:
        super().drop()
        self.http.abort()

    async def become_whole(self) -> None:
        while True:
            with suppress(OSError, EOFError):
                await self.connect()
                spread = await self._asked() if self.resumes else SOON
                return await self.fetch(spread) if spread else None
            await asyncio.sleep(RETRY_SECONDS)

    async def _asked(self) -> int:
        """Within how many milliseconds the first frame says to fetch; 0 when it held all."""
        assert self.first
        try:
            return (await asyncio.wait_for(self.first, FIRST)).refresh
        except TimeoutError:
            return SOON

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
