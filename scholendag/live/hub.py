"""One hub per process: it hears each audience once, and tells every socket here that listens.

A subscription of the channel layer for every socket would copy, queue and dispatch each message
once per person. The hub has one for each audience in use, and hands the same text to all.

The first change of an audience goes out at once; what follows within MERGE_SECONDS travels in
one frame. Each socket gets everything in the order in which it was pushed, also when it was
pushed to different audiences.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from weakref import WeakKeyDictionary

from channels.layers import get_channel_layer

from scholendag.live.frames import Message, frame_of

logger = logging.getLogger(__name__)

# Too short to be noticed, long enough for a room that presses enter on one signal.
MERGE_SECONDS = 0.025
RETRY_SECONDS = 1.0
# A layer lets go of a subscription after a day, or sooner when a message had to wait long.
RENEW_SECONDS = 600


class Listener:
    """A socket, as the hub sees it."""

    def __init__(self) -> None:
        self.waiting: list[Message] = []

    def tell(self, frame: str) -> None:
        """Send this frame as soon as the browser can take it. Never blocks, never raises."""
        raise NotImplementedError

    def react(self, message: Message) -> None:
        """Something other than a frame happened: `live.regroup` or `live.roll_call`."""
        raise NotImplementedError


class Hub:
    """The sockets of this process by audience, and the one receiver of what is pushed to them."""

    def __init__(self) -> None:
        self.layer: Any = get_channel_layer()
        self.channel = ""
        self.receiver: asyncio.Task[None] | None = None
        self.listeners: defaultdict[str, set[Listener]] = defaultdict(set)
        # Audiences that had a frame less than MERGE_SECONDS ago; True when more has come since.
        self.merging: dict[str, bool] = {}
        self.changing = asyncio.Lock()

    @classmethod
    def here(cls) -> "Hub":
        """The hub of this process; of the running event loop, to be exact."""
        loop = asyncio.get_running_loop()
        if loop not in _hubs:
            _hubs[loop] = cls()
        return _hubs[loop]

    async def join(self, listener: Listener, audiences: Iterable[str]) -> None:
        """From when this returns, the listener is told what is pushed to these audiences."""
        async with self.changing:
            if self.receiver is None:
                self.channel = await self.layer.new_channel("live")
                self.receiver = asyncio.create_task(self._receive())
            for audience in audiences:
                if not self.listeners[audience]:
                    await self.layer.group_add(audience, self.channel)
                self.listeners[audience].add(listener)

    async def leave(self, listener: Listener, audiences: Collection[str]) -> None:
        """From now on the listener hears nothing more of these audiences."""
        self.forget(listener, audiences)
        async with self.changing:
            for audience in audiences:
                if not self.listeners.get(audience):
                    self.listeners.pop(audience, None)
                    await self.layer.group_discard(audience, self.channel)

    def forget(self, listener: Listener, audiences: Collection[str]) -> None:
        """The same, but the process stays subscribed; for when there is no time to wait."""
        for audience in audiences:
            self.listeners[audience].discard(listener)
        listener.waiting = [m for m in listener.waiting if m["audience"] not in audiences]

    async def _receive(self) -> None:
        """Hear what is pushed, for as long as the process lives."""
        while not self._is_stopping():
            try:
                async with asyncio.timeout(RENEW_SECONDS):
                    self._hear(await self.layer.receive(self.channel))
            except TimeoutError:
                await self._renew()
            except Exception:
                if self._is_stopping():
                    return
                logger.exception("The channel layer does not answer")
                await asyncio.sleep(RETRY_SECONDS)
                await self._recover()

    @staticmethod
    def _is_stopping() -> bool:
        """The process ends. A layer may answer a cancellation with an error of its own."""
        task = asyncio.current_task()
        return task is not None and task.cancelling() > 0

    async def _renew(self) -> bool:
        """Subscribe again to every audience in use. False when the layer does not answer."""
        try:
            for audience in list(self.listeners):
                await self.layer.group_add(audience, self.channel)
        except Exception:
            return False
        return True

    async def _recover(self) -> None:
        """Subscribe again, and let every page fetch what it may have missed."""
        if await self._renew():
            for audience in list(self.listeners):
                self._hear({"type": "live.changes", "audience": audience, "refresh": True})

    def _hear(self, message: Message) -> None:
        audience = message["audience"]
        listeners = list(self.listeners.get(audience, ()))
        if message["type"] != "live.changes":
            for listener in listeners:
                listener.react(message)
            return
        for listener in listeners:
            listener.waiting.append(message)
        if audience in self.merging:
            self.merging[audience] = True
        else:
            self._tell(audience)

    def _tell(self, audience: str) -> None:
        """Send each listener all that waits for it: the same text to whom the same waits for."""
        texts: dict[tuple[int, ...], str] = {}
        for listener in list(self.listeners.get(audience, ())):
            waiting, listener.waiting = listener.waiting, []
            if waiting:
                same = tuple(map(id, waiting))
                listener.tell(texts.get(same) or texts.setdefault(same, frame_of(waiting)))
        self.merging[audience] = False
        asyncio.get_running_loop().call_later(MERGE_SECONDS, self._after_merging, audience)

    def _after_merging(self, audience: str) -> None:
        if self.merging.pop(audience):
            self._tell(audience)


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()
