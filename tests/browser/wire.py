"""The socket of one page in the hands of the test: what a bad network does to it."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, WebSocketRoute

Frame = dict[str, Any]


class Wire:
    """Lies between a page and the server, from the moment that the page opens its socket."""

    def __init__(self, page: Page) -> None:
        self.is_blocked = False
        self.is_silent = False
        # What gets lost, once.
        self.loses: Callable[[Frame], bool] = lambda frame: False
        # What the page offered as it opened each socket, and what it said over them.
        self.offers: list[list[str]] = []
        self.said: list[str | bytes] = []
        self.frames: list[Frame] = []
        self.server: WebSocketRoute | None = None
        self.page: WebSocketRoute | None = None
        page.route_web_socket("**/live/**", self._opened)

    def breaks(self) -> None:
        """As when a router starts anew: both ends notice."""
        self.ends(code=1001)

    def ends(self, code: int) -> None:
        """Close the socket, as the server would: the code says why."""
        assert self.page
        assert self.server
        self.page.close(code=code)
        self.server.close(code=1001)

    def brings(self, **frame: Any) -> None:
        """Give the page a frame, with the number that is its turn."""
        assert self.page
        self.page.send(json.dumps({"n": self.frames[-1]["n"] + 1, **frame}))

    def _opened(self, page: WebSocketRoute) -> None:
        self.offers.append(page.protocols)
        if self.is_blocked:
            page.close()
            return
        self.page, self.server = page, page.connect_to_server()
        self.is_silent = False
        page.on_message(self._said)
        self.server.on_message(self._told)

    def _said(self, message: str | bytes) -> None:
        self.said.append(message)
        if self.server and not self.is_silent:
            self.server.send(message)

    def _told(self, message: str | bytes) -> None:
        frame = json.loads(message)
        self.frames.append(frame)
        if self.is_silent or not self.page:
            return
        if self.loses(frame):
            self.loses = lambda frame: False
            return
        self.page.send(message)
