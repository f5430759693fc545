"""The door through which sockets come in: what matters when a whole school comes at once.

When a network blinks, hundreds of sockets come in one second, and whoever has none asks for pages
instead. On a server that is too slow for all of them in time two things would keep everyone out:
serving in the order of coming, when each has given up by its turn; and threads that make pages,
which cost six times as much as letting a socket in. So the last to come goes first, and while a
crowd waits, pages that fetch themselves again are made one at a time (see `threads.py`).
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

# One is being looked up in its thread, and the next is ready when it is done.
SOCKETS_AT_ONCE = 2
# Fewer than this are let in before anyone notices.
CROWD = 8


class Door:
    """Lets so many in at a time, the last to come first. In one event loop."""

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.inside = 0
        self.waiting: list[asyncio.Future[None]] = []

    @property
    def is_crowded(self) -> bool:
        """So many are here, inside or waiting, that they should go first."""
        return self.inside + len(self.waiting) >= CROWD

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Within this it is your turn. Who is cancelled before it holds nobody up."""
        if self.inside < self.at_once:
            self.inside += 1
        else:
            await self._wait()
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self) -> None:
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine in self.waiting:
                self.waiting.remove(mine)
            elif not mine.cancelled():
                self._pass_on()
            raise

    def _pass_on(self) -> None:
        """To the last that came; who leaves at this very moment passes it on again."""
        while self.waiting:
            last = self.waiting.pop()
            if not last.cancelled():
                last.set_result(None)
                return
        self.inside -= 1
