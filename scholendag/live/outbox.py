"""What one socket still has to send, and what its page has not yet read."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from scholendag.live.frames import numbered

# Told and not yet read. A beat asks every few seconds how far the page is. More than a thousand
# post-its: for who is that far behind, fetching the page is less to read.
UNREAD_CHARACTERS = 1_000_000


class Outbox:
    """Frames in their order, each with its number on this socket: 1, 2, 3 and so on.

    A deque and a future instead of an `asyncio.Queue`, which costs as much as the sending.
    """

    def __init__(self) -> None:
        self.number = 0
        self.unread: deque[tuple[int, int]] = deque()
        self.unread_characters = 0
        self._waiting: deque[str] = deque()
        self._more: asyncio.Future[None] | None = None

    def put(self, frame: str) -> bool:
        """Send this next. False, and nothing is sent, when too much is unread already."""
        is_too_much = self.unread and self.unread_characters + len(frame) > UNREAD_CHARACTERS
        if is_too_much:
            return False
        self.number += 1
        self.unread.append((self.number, len(frame)))
        self.unread_characters += len(frame)
        self._put(numbered(self.number, frame))
        return True

    def beat(self) -> None:
        """Say that this socket is alive, and how far it is."""
        self._put(numbered(self.number))

    def is_read(self, number: int) -> None:
        """The page got everything up to and including this frame."""
        while self.unread and self.unread[0][0] <= number:
            self.unread_characters -= self.unread.popleft()[1]

    async def empty_into(self, send: Callable[[str], Awaitable[None]]) -> None:
        """Send what is put, for as long as the socket lives."""
        while True:
            while self._waiting:
                await send(self._waiting.popleft())
            self._more = asyncio.get_running_loop().create_future()
            await self._more

    def _put(self, text: str) -> None:
        self._waiting.append(text)
        if self._more and not self._more.done():
            self._more.set_result(None)
