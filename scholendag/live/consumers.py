"""The WebSocket. It only pushes: of what a browser sends, only how far it read is taken."""

import asyncio
import logging
import re
from collections.abc import Coroutine
from typing import Any, ClassVar

from channels.consumer import get_handler_name
from channels.db import database_sync_to_async
from channels.exceptions import StopConsumer
from channels.generic.websocket import AsyncWebsocketConsumer

from scholendag.live.frames import SOON, Message, frame_of
from scholendag.live.hub import Hub, Listener
from scholendag.live.line import LineDown
from scholendag.live.outbox import Outbox
from scholendag.live.presence import Presence
from scholendag.live.viewers import FindViewer, Viewer

logger = logging.getLogger(__name__)

SUBPROTOCOL = "scholendag"
OFFERED_AT = re.compile(r"at\.([0-9a-f]{1,32}\.[0-9]{1,18})")
# On this code the page stops trying: the right is gone.
NO_LONGER_WELCOME = 4404
# On these it opens a new socket and fetches what it missed.
TOO_SLOW = 4408
TRY_AGAIN = 4500
BEAT_SECONDS = 5.0


class LiveConsumer(Listener, AsyncWebsocketConsumer):  # type: ignore[misc]
    """One open page. The route says with `find_viewer` who is at the other end."""

    # The hub hears the channel layer for every socket of this process.
    channel_layer_alias = "none"
    presence: ClassVar[Presence] = Presence()

    def __init__(self, find_viewer: FindViewer) -> None:
        Listener.__init__(self)
        AsyncWebsocketConsumer.__init__(self)
        self.find_viewer = find_viewer
        self.viewer: Viewer | None = None
        self.hears: frozenset[str] = frozenset()
        self.is_counted = False
        # Reasons to take no frames: each look-up of rights that is under way, and being closed.
        self.deaf = 1
        self.is_ended = False
        # One look-up at a time: of two, the older might join what the newer has just left.
        self.regrouping = asyncio.Lock()
        self.outbox = Outbox()
        self.tasks: set[asyncio.Task[None]] = set()

    async def __call__(self, *connection: Any) -> None:
        """One open page, from its opening to its end: also when the end is an error."""
        try:
            await super().__call__(*connection)
        finally:
            self._leave()

    async def dispatch(self, message: Any) -> None:
        """Handle what the server says, at once.

        Channels first looks after the database connection, in the thread that looks up rights:
        whoever left would wait there for all that are still to be let in. Each look-up does that
        by itself.
        """
        await getattr(self, get_handler_name(message))(message)

    async def websocket_connect(self, _message: Any) -> None:
        """Let the page in, and meanwhile hear that it left: then nothing more is looked up."""
        self._start(self._or_end(self.connect()))

    async def websocket_disconnect(self, _message: Any) -> None:
        """The end; see `_leave`."""
        raise StopConsumer

    async def connect(self) -> None:
        """Join the audiences that the viewer has a right to, accept, tell what was missed.

        In this order, so that nothing can be pushed in between that the page does not get.
        """
        async with Hub.here().door.turn():
            await self._regroup()
        if self.is_ended:
            return
        await self.accept(SUBPROTOCOL if SUBPROTOCOL in self.scope["subprotocols"] else None)
        if not self.hears or not self.viewer:
            self._end(NO_LONGER_WELCOME)
            return
        self._listen(Hub.here().since(self._offered_at(), self.hears))
        self._start(self.outbox.empty_into(self.send))
        self._start(self._beat())
        self.is_counted = True
        await self.presence.came(self.viewer)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """The page answers a beat with the number of the last frame it got. Ignore all else."""
        if bytes_data is not None or not re.fullmatch(r"[0-9]{1,12}", text_data or ""):
            return
        self.outbox.is_read(int(text_data or ""))

    def tell(self, frame: str) -> None:
        """Put a frame in the outbox; who does not keep up with it is closed, and catches up."""
        if not self.deaf and not self.outbox.put(frame):
            self._end(TOO_SLOW)

    def react(self, message: Message) -> None:
        """Look up rights that changed, or answer a roll call."""
        if message["type"] == "live.regroup":
            self.deaf += 1
            self._start(self._or_end(self._recheck(message.get("refresh", SOON))))
        elif self.viewer:
            self._start(database_sync_to_async(self.viewer.arrived)())

    def let_go(self) -> None:
        """Close: nothing is heard here any more."""
        self._end(TRY_AGAIN)

    def _listen(self, first: str) -> None:
        """Take frames, this one first: it has all that was said until now."""
        self.deaf -= 1
        self.waiting.clear()
        self.tell(first)

    async def _recheck(self, spread: int) -> None:
        """Hear only what is still allowed, then fetch the page again."""
        await self._regroup()
        if not self.hears:
            self._end(NO_LONGER_WELCOME)
            return
        refresh: Message = {"type": "live.changes", "audience": "", "refresh": spread}
        self._listen(frame_of([refresh], Hub.here().at))

    async def _or_end(self, work: Coroutine[Any, Any, None]) -> None:
        """Do this; what cannot be done makes the page come back."""
        try:
            await work
        except LineDown:
            self._end(TRY_AGAIN)
        except Exception:
            logger.exception("Could not look up what a %s may hear", type(self.viewer).__name__)
            self._end(TRY_AGAIN)

    async def _regroup(self) -> None:
        """Hear what is allowed. If rights may have changed while looking, look again."""
        hub, is_certain = Hub.here(), False
        async with self.regrouping:
            while not is_certain:
                position = hub.history.position
                allowed = await database_sync_to_async(self._look_up_rights)()
                hub.leave(self, self.hears - allowed)
                before, self.hears = self.hears, allowed
                await hub.join(self, allowed - before)
                is_certain = hub.missed(allowed, position) is not None

    def _look_up_rights(self) -> frozenset[str]:
        self.viewer = self.viewer or self.find_viewer(self.scope)
        return (self.viewer and self.viewer.audiences()) or frozenset()

    def _offered_at(self) -> str:
        offers = map(OFFERED_AT.fullmatch, self.scope["subprotocols"])
        return next((offer[1] for offer in offers if offer), "")

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            self.outbox.beat()

    def _end(self, code: int) -> None:
        if not self.is_ended:
            self.is_ended = True
            self.deaf += 1
            self._start(self.close(code))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self._finish)

    def _finish(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.info("A socket of a %s ended: %s", type(self.viewer).__name__, error)

    def _leave(self) -> None:
        """Stop what runs for this socket. Waits for nothing, so a stopping server is not held."""
        for task in list(self.tasks):
            task.cancel()
        Hub.here().leave(self, self.hears)
        if self.viewer and self.is_counted:
            self.is_counted = False
            self.presence.went(self.viewer)
