"""An open page of the day that keeps itself true, as static/js/live.js does."""

import asyncio
import json
import random
import re
from contextlib import suppress

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from tests.faults.browser import Browser, Unreachable
from tests.faults.screen import Screen

# All in seconds, and the same as in live.js and in the htmx-config of base.html.
JITTER = 0.15
TICK = 1
PATIENCE = 4
POLL = 2.5
RECONNECT, RECONNECT_MOST = 0.5, 5.0
HANDSHAKE = 30

NO_LONGER_WELCOME = 4404
HEADERS = re.compile(r"<body[^>]* hx-headers:inherited='({[^']*})'")
SOCKET = re.compile(r'hx-ws:connect="([^"]+)"')


class LivePage:
    """The page at this path, its socket, and what is on the screen."""

    def __init__(self, browser: Browser, path: str) -> None:
        self.browser = browser
        self.path = path
        self.screen = Screen()
        self.source = ""
        self.headers: dict[str, str] = {}
        self.socket: ClientConnection | None = None
        # How often the live region was fetched, and how often that was for want of a socket.
        self.fetches = self.polls = 0
        self.was_sent_away = False
        self.opened = asyncio.Event()
        self._asked = asyncio.Event()
        self._held: list[str] | None = None
        self._changed = False
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def is_live(self) -> bool:
        """Its socket is open."""
        return self.socket is not None

    async def open(self) -> None:
        """Load the page, and keep it true from now on. Raises Unreachable."""
        answer = await self.browser.get(self.path)
        assert answer.status == 200, f"{answer.request}: {answer.status}"
        self._show(answer.text)
        work = (self._stay_connected(), self._keep_fresh(), self._watch())
        self._tasks = [asyncio.create_task(one) for one in work]

    async def close(self) -> None:
        """Close the tab. Raises what went wrong in it, if anything did."""
        for task in self._tasks:
            task.cancel()
        ends = await asyncio.gather(*self._tasks, return_exceptions=True)
        for end in ends:
            if not isinstance(end, asyncio.CancelledError | None):
                raise end

    def change(self, content: str) -> None:
        """Put an answer to something that was pressed on the screen."""
        self.screen.change(content)
        if self._held is not None:
            self._changed = True

    def drop_socket(self) -> None:
        """Lose the socket without a word."""
        if self.socket:
            self.socket.transport.abort()

    def _show(self, page: str) -> None:
        self.source = page
        self.headers = json.loads(HEADERS.search(page)[1])
        self.screen.show(page)

    async def _stay_connected(self) -> None:
        attempt = 0
        while not self.was_sent_away:
            with suppress(OSError, TimeoutError, WebSocketException):
                async with self._connect() as self.socket:
                    attempt = 0
                    self._has_opened()
                    async for frame in self.socket:
                        self._hear(json.loads(frame))
                    self.was_sent_away = self.socket.close_code == NO_LONGER_WELCOME
            self.socket = None
            pause = min(RECONNECT * 2**attempt, RECONNECT_MOST)
            attempt += 1
            await asyncio.sleep(pause * random.uniform(0.7, 1.3))

    def _connect(self) -> connect:
        browser = self.browser
        place = browser.origin.replace("http", "ws") + SOCKET.search(self.source)[1]
        return connect(
            place,
            origin=browser.origin,
            additional_headers={"Cookie": browser.cookie_header},
            compression=None,
            ping_interval=None,
            open_timeout=HANDSHAKE,
            close_timeout=1,
            max_size=None,
            proxy=None,
        )

    def _has_opened(self) -> None:
        self.opened.set()
        self.opened = asyncio.Event()
        self._asked.set()

    def _hear(self, frame: dict[str, object]) -> None:
        if frame.get("refresh"):
            self._asked.set()
        if content := frame.get("content"):
            self.screen.change(str(content))
            if self._held is not None:
                self._held.append(str(content))

    async def _keep_fresh(self) -> None:
        while True:
            await self._asked.wait()
            await asyncio.sleep(random.random() * JITTER)
            self._asked.clear()
            await self._fetch()

    async def _fetch(self) -> None:
        """What came in meanwhile may be newer than the answer: it is put on top of it again."""
        self._held = []
        self.fetches += 1
        with suppress(Unreachable):
            answer = await self.browser.get(self.path)
            if answer.is_answer:
                self._show(answer.text)
        for content in self._held:
            self.screen.change(content)
        self._held = None
        if self._changed:
            self._asked.set()
        self._changed = False

    async def _watch(self) -> None:
        """Poll for as long as there is no socket."""
        now = asyncio.get_running_loop().time
        last_open, next_poll = now(), 0.0
        while True:
            await asyncio.sleep(TICK)
            if self.is_live:
                last_open = now()
            elif now() - last_open > PATIENCE and now() >= next_poll:
                next_poll = now() + POLL * random.uniform(0.8, 1.2)
                self.polls += 1
                self._asked.set()
