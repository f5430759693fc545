"""The WebSocket. It only pushes: whatever a browser sends over it is ignored."""

import asyncio
import logging
from collections import Counter
from collections.abc import Coroutine
from typing import Any, ClassVar

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer

from scholendag.live.frames import Message, frame_of
from scholendag.live.hub import Hub, Listener
from scholendag.live.seam import roll_call
from scholendag.live.viewers import FindViewer, Viewer

logger = logging.getLogger(__name__)

# On this code the page stops trying: the right is gone.
NO_LONGER_WELCOME = 4404
# On these it opens a new socket and fetches what it missed.
TOO_SLOW = 4408
TRY_AGAIN = 4500
OUTBOX_FRAMES = 200


class LiveConsumer(Listener, AsyncWebsocketConsumer):  # type: ignore[misc]
    """One open page. The route says with `find_viewer` who is at the other end."""

    # The hub hears the channel layer for every socket of this process.
    channel_layer_alias = "none"
    open_sockets: ClassVar[Counter[str]] = Counter()

    def __init__(self, find_viewer: FindViewer) -> None:
        Listener.__init__(self)
        AsyncWebsocketConsumer.__init__(self)
        self.find_viewer = find_viewer
        self.viewer: Viewer | None = None
        self.hears: frozenset[str] = frozenset()
        self.counted = False
        # Reasons to take no frames: each look-up of rights that is under way, and being closed.
        self.deaf = 0
        self.outbox: asyncio.Queue[str] = asyncio.Queue(OUTBOX_FRAMES)
        self.tasks: set[asyncio.Task[None]] = set()

    async def __call__(self, *connection: Any) -> None:
        """One open page, from its opening to its end: also when the end is an error."""
        try:
            await super().__call__(*connection)
        except asyncio.CancelledError:
            # The server stops. Whoever waits for a database or a layer now keeps it from ending;
            # who was present is forgotten at the next start.
            self._forget()
            raise
        except BaseException:
            await self._leave()
            raise
        await self._leave()

    async def connect(self) -> None:
        """Join the audiences that the viewer has a right to, then accept, then note the arrival.

        In this order, so that a page that fetches itself when its socket opens misses nothing.
        """
        self.viewer = await database_sync_to_async(self.find_viewer)(self.scope)
        await self._regroup()
        await self.accept()
        if not self.hears or not self.viewer:
            await self.close(NO_LONGER_WELCOME)
            return
        self._start(self._send_outbox())
        self.counted = True
        self.open_sockets[self.viewer.key] += 1
        await database_sync_to_async(self.viewer.arrived)()

    def tell(self, frame: str) -> None:
        """Put a frame in the outbox; who does not keep up with it is closed, and catches up."""
        if self.deaf:
            return
        try:
            self.outbox.put_nowait(frame)
        except asyncio.QueueFull:
            self.deaf += 1
            self._start(self.close(TOO_SLOW))

    def react(self, message: Message) -> None:
        """Look up rights that changed, or answer a roll call."""
        if message["type"] == "live.regroup":
            self.deaf += 1
            self._start(self._recheck())
        elif self.viewer:
            self._start(database_sync_to_async(self.viewer.arrived)())

    async def _recheck(self) -> None:
        """Hear only what is still allowed, then fetch the page again."""
        try:
            await self._regroup()
        except Exception:
            logger.exception("Could not look up what %s may hear", self.viewer)
            await self.close(TRY_AGAIN)
            return
        if not self.hears:
            await self.close(NO_LONGER_WELCOME)
            return
        self.deaf -= 1
        self.tell(frame_of([{"type": "live.changes", "audience": "", "refresh": True}]))

    async def _regroup(self) -> None:
        allowed = await database_sync_to_async(self.viewer.audiences)() if self.viewer else None
        before, self.hears = self.hears, allowed or frozenset()
        await Hub.here().leave(self, before - self.hears)
        await Hub.here().join(self, self.hears - before)

    async def _send_outbox(self) -> None:
        while True:
            await self.send(await self.outbox.get())

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self._finish)

    def _finish(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.info("A socket of %s ended: %s", self.viewer, error)

    async def _leave(self) -> None:
        """Leave every audience; the last socket of a person is their leaving."""
        was_last = self._forget()
        await Hub.here().leave(self, self.hears)
        if was_last and self.viewer:
            await database_sync_to_async(self.viewer.left)()
            await roll_call(self.viewer.key)

    def _forget(self) -> bool:
        """Stop what runs for this socket. True when it was the last one of its person here."""
        for task in list(self.tasks):
            task.cancel()
        Hub.here().forget(self, self.hears)
        if not self.viewer or not self.counted:
            return False
        self.counted = False
        self.open_sockets[self.viewer.key] -= 1
        if self.open_sockets[self.viewer.key]:
            return False
        del self.open_sockets[self.viewer.key]
        return True
