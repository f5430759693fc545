"""An open page of the day that keeps itself true: static/js/socket.js, polling.js and live.js."""

import asyncio
import json
import random
import re
from contextlib import suppress
from socket import SO_RCVBUF, SOL_SOCKET

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from tests.faults.browser import Browser
from tests.faults.region import Region

# All in seconds, as in static/js and in the htmx-config of base.html.
TICK = 1
SILENT = 12
LONGEST_TRY = 48
FIRST = 3
PATIENCE = 4
OFTEN = 30
STEADY = 10
POLL = 2.5
RECONNECT, RECONNECT_MOST = 0.5, 5.0

NO_LONGER_WELCOME = 4404
SUBPROTOCOL = "scholendag"
LITTLE = 4096  # bytes
SOCKET = re.compile(r'hx-ws:connect="([^"]+)"')


def now() -> float:
    return asyncio.get_running_loop().time()


class Polling:
    """When a page fetches itself: without a socket, and while its socket keeps dropping."""

    def __init__(self) -> None:
        self.polls = 0
        self.is_unsteady = False
        self._open_since = 0.0
        self._closed_since = now()
        self._last_drop = -float(OFTEN)
        self._next = 0.0

    def opened(self) -> None:
        """There is a socket."""
        self._open_since = now()

    def closed(self) -> None:
        """It broke."""
        if self._open_since:
            self.is_unsteady |= now() - self._last_drop < OFTEN
            self._open_since, self._closed_since, self._last_drop = 0.0, now(), now()

    @property
    def is_time(self) -> bool:
        """Fetch now; not again before it is time once more."""
        if self._open_since and now() - self._open_since > STEADY:
            self.is_unsteady = False
        is_closed = not self._open_since and now() - self._closed_since > PATIENCE
        if not (self.is_unsteady or is_closed) or now() < self._next:
            return False
        self._next = now() + POLL * random.uniform(0.8, 1.2)
        self.polls += 1
        return True


class LivePage:
    """The page at this path, its socket, and its live region."""

    def __init__(self, browser: Browser, path: str) -> None:
        self.browser = browser
        self.region = Region(browser, path)
        self.polling = Polling()
        self.socket: ClientConnection | None = None
        self.is_welcome = True
        self.is_stalled = False
        self.openings = 0
        # Of each socket that ended: the code, and how many characters came over it.
        self.endings: list[tuple[int | None, int]] = []
        # Set when the socket opens, and then another one for the next time.
        self.opened = asyncio.Event()
        self._heard = now()
        self._number = 0
        self._is_greeted = False
        self._at = ""
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def is_live(self) -> bool:
        """Its socket is open and has been greeted."""
        return self.socket is not None and self._is_greeted

    @property
    def is_quiet(self) -> bool:
        """It is live and has nothing to fetch."""
        return self.is_live and self.region.is_quiet

    @property
    def was_sent_away(self) -> bool:
        """The server said that this page is no longer for this person."""
        return not self.is_welcome or self.region.was_sent_away

    async def open(self) -> None:
        """Load the page, and keep it true from now on. Raises Unreachable."""
        await self.region.open()
        work = (self._stay_connected(), self.region.keep_fresh(), self._watch())
        self._tasks = [asyncio.create_task(one) for one in work]

    async def close(self) -> None:
        """Close the tab. Raises what went wrong in it, if anything did."""
        for task in self._tasks:
            task.cancel()
        ends = await asyncio.gather(*self._tasks, return_exceptions=True)
        self.region.forget_timer()
        for end in ends:
            if not isinstance(end, asyncio.CancelledError):
                raise end

    def drop_socket(self) -> None:
        """Lose the socket without a word."""
        if self.socket:
            self.socket.transport.abort()

    def stall(self) -> None:
        """Read nothing more, and do nothing more either, as a browser that hangs."""
        assert self.socket
        self.is_stalled = True
        self.socket.transport.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_RCVBUF, LITTLE)
        self.socket.transport.pause_reading()

    def go_on(self) -> None:
        """Read on where it was."""
        assert self.socket
        self.is_stalled = False
        self._heard = now()
        self.socket.transport.resume_reading()

    async def _stay_connected(self) -> None:
        attempt, patience = 0, SILENT
        while self.is_welcome:
            tried = now()
            with suppress(OSError, TimeoutError, WebSocketException):
                async with self._connect(patience) as self.socket:
                    attempt, patience = 0, SILENT
                    self._has_opened()
                    await self._read()
            if not self.socket and now() - tried >= patience:
                patience = min(2 * patience, LONGEST_TRY)
            self.socket, self._is_greeted = None, False
            self.polling.closed()
            delay = RECONNECT_MOST if self.polling.is_unsteady else RECONNECT * 2**attempt
            attempt += 1
            await asyncio.sleep(min(delay, RECONNECT_MOST) * random.uniform(0.7, 1.3))

    async def _read(self) -> None:
        """All that comes over this socket, until it ends. Raises ConnectionClosedError."""
        assert self.socket
        characters = 0
        try:
            async for frame in self.socket:
                characters += len(frame)
                await self._hear(json.loads(frame))
        finally:
            self.endings.append((self.socket.close_code, characters))
            self.is_welcome = self.socket.close_code != NO_LONGER_WELCOME

    def _connect(self, patience: int) -> connect:
        browser = self.browser
        place = browser.origin.replace("http", "ws") + SOCKET.search(self.region.source)[1]
        return connect(
            place,
            origin=browser.origin,
            subprotocols=[SUBPROTOCOL, *([f"at.{self._at}"] if self._at else [])],
            additional_headers={"Cookie": browser.cookie_header},
            compression="deflate",  # as browsers offer it
            ping_interval=None,
            open_timeout=patience,
            close_timeout=1,
            max_size=None,
            proxy=None,
        )

    def _has_opened(self) -> None:
        assert self.socket
        assert not self.socket.protocol.extensions, "the server compresses what it sends"
        self._heard, self._number = now(), 0
        self.openings += 1
        self.polling.opened()
        self.opened.set()
        self.opened = asyncio.Event()

    async def _hear(self, frame: dict[str, object]) -> None:
        """A frame with a number of its own, or a beat with that of the last frame."""
        is_beat = self._is_greeted and frame.keys() == {"n"}
        expected = self._number if is_beat else self._number + 1
        self._heard, self._is_greeted = now(), True
        self._number = int(str(frame["n"]))
        self._at = str(frame.get("at", self._at))
        if self._number != expected:
            self.region.refresh()
        if refresh := frame.get("refresh"):
            self.region.refresh(int(str(refresh)) / 1000)
        if content := frame.get("content"):
            self.region.push(str(content))
        if is_beat and self.socket:
            await self.socket.send(str(self._number))

    async def _watch(self) -> None:
        """Look every second whether the socket still lives, and poll without one."""
        while True:
            await asyncio.sleep(TICK)
            if self.is_stalled:
                continue
            silence = now() - self._heard
            if self.socket and silence > SILENT:
                self.drop_socket()
            elif self.socket and not self._is_greeted and silence > FIRST:
                self._is_greeted = True
                self.region.refresh()
            if self.region.may_be_polled and self.polling.is_time:
                self.region.refresh()
