"""The live region of a page, fetched whenever it may have missed something: static/js/region.js."""

import asyncio
import json
import random
import re
from contextlib import suppress

from tests.faults.browser import Browser, Unreachable
from tests.faults.screen import Screen

# In seconds, as in region.js and answers.js.
SOON = 0.15
LONGEST_PAUSE = 15.0
# As in polling.js: times as long as an answer took.
REST, LONGEST_REST = 5, 30.0

HEADERS = re.compile(r"<body[^>]* hx-headers:inherited='({[^']*})'")


def pause(attempt: int) -> float:
    """How long a browser waits before it tries once more: longer each time, spread out."""
    return min(LONGEST_PAUSE, 2.0**attempt) * random.uniform(0.7, 1.3)


class Region:
    """What is on the screen. `fetches` counts how often it was fetched since it was opened."""

    def __init__(self, browser: Browser, path: str) -> None:
        self.browser = browser
        self.path = path
        self.screen = Screen()
        self.source = ""
        self.headers: dict[str, str] = {}
        self.fetches = 0
        self.was_sent_away = False
        # Until then it is not fetched for the sake of polling.
        self.rests_until = 0.0
        self._known = ""
        self._held: list[str] | None = None
        self._changed = False
        self._failures = 0
        self._timer: asyncio.TimerHandle | None = None
        self._retry: asyncio.TimerHandle | None = None
        self._asked = asyncio.Event()

    @property
    def is_quiet(self) -> bool:
        """It is neither being fetched nor about to be."""
        is_waiting = self._timer or self._asked.is_set() or self._failures
        return self._held is None and not is_waiting

    @property
    def may_be_polled(self) -> bool:
        """Nothing is being fetched, and the server has been left alone for long enough."""
        return self._held is None and asyncio.get_running_loop().time() >= self.rests_until

    async def open(self) -> None:
        """Load the page. Raises Unreachable."""
        answer = await self.browser.get(self.path)
        assert answer.status == 200, f"{answer.request}: {answer.status}"
        self.source = answer.text
        self.headers = json.loads(HEADERS.search(answer.text)[1])
        self.screen.show(answer.text)

    def refresh(self, spread: float = SOON) -> None:
        """Fetch it within so many seconds; many reasons at once become one request."""
        loop = asyncio.get_running_loop()
        due = loop.time() + random.random() * spread
        if self._timer and self._timer.when() <= due:
            return
        self.forget_timer()
        self._timer = loop.call_at(due, self._ask)

    def forget_timer(self) -> None:
        """Do not fetch it after all."""
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def push(self, content: str) -> None:
        """Apply a push, and once more on top of an answer that may have been made before it."""
        self._change(content)
        if self._held is not None:
            self._held.append(content)

    def answered(self, content: str) -> None:
        """Apply the answer to something that was pressed on this page."""
        self._change(content)
        if self._held is not None:
            self._changed = True

    async def keep_fresh(self) -> None:
        """Fetch whenever asked to, one at a time; asked meanwhile, once more."""
        while True:
            await self._asked.wait()
            self._asked.clear()
            await self._fetch()

    def _ask(self) -> None:
        self._timer = None
        self._asked.set()

    def _change(self, content: str) -> None:
        self.screen.change(content)
        self._known = ""

    async def _fetch(self) -> None:
        self._held, status = [], 0
        self.fetches += 1
        headers = {**self.headers, "HX-Request": "true", "HX-Source": "main#stage"}
        if self._known:
            headers["If-None-Match"] = self._known
        asked = asyncio.get_running_loop().time()
        with suppress(Unreachable):
            answer = await self.browser.get(self.path, headers)
            status = answer.status
            if status == 200:
                self.screen.show(answer.text)
                self._known = answer.headers.get("ETag", "")
                for content in self._held:
                    self._change(content)
        answered = asyncio.get_running_loop().time()
        rest = min(LONGEST_REST, REST * (answered - asked))
        self.rests_until = answered + rest
        self._held = None
        self._after(status, rest)

    def _after(self, status: int, rest: float) -> None:
        if self._changed:
            self.refresh()
        self._changed = False
        self.was_sent_away |= 400 <= status < 500
        self._failures = 0 if 0 < status < 500 else self._failures + 1
        if self._retry:
            self._retry.cancel()
            self._retry = None
        if self._failures:
            wait = max(pause(self._failures), rest)
            self._retry = asyncio.get_running_loop().call_later(wait, self.refresh)
