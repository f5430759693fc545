"""One hub per process: it hears each audience once, and tells every socket here that listens.

A subscription of the channel layer for every socket would copy, queue and dispatch each message
once per person. The hub has one for each audience in use, and hands the same text to all.

The first change of an audience goes out at once; what follows within MERGE_SECONDS travels in
one frame. Each socket gets everything in the order in which it was pushed, also when it was
pushed to different audiences.
"""

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable
from weakref import WeakKeyDictionary

from scholendag.live.door import SOCKETS_AT_ONCE, Door
from scholendag.live.frames import SOON, SPREAD, Message, frame_of
from scholendag.live.history import KEEP_SECONDS, History
from scholendag.live.line import Line, LineDown

# Too short to be noticed, long enough for a room that presses enter on one signal.
MERGE_SECONDS = 0.025
# So long after its start, or after the line was down, everyone comes in at once.
CROWDED_SECONDS = 60.0
# Of a core, for each page that has to fetch everything: rendering takes it some 23 milliseconds.
FETCH_SECONDS = 0.03


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

    def let_go(self) -> None:
        """Close: nothing is heard here any more, so the page does better to ask."""
        raise NotImplementedError


class Hub:
    """The sockets of this process by audience."""

    def __init__(self) -> None:
        self.id = secrets.token_hex(4)
        self.loop = asyncio.get_running_loop()
        self.line = Line(self)
        self.history = History()
        self.door = Door(SOCKETS_AT_ONCE)
        self.listeners: defaultdict[str, set[Listener]] = defaultdict(set)
        # Audiences that nobody listens to any more, since when. They are still heard for a while:
        # whoever was away for a moment then only needs what was said in that moment.
        self.idle: dict[str, float] = {}
        # Audiences that had a frame less than MERGE_SECONDS ago; True when more has come since.
        self.merging: dict[str, bool] = {}
        self.changing = asyncio.Lock()
        self.crowded_until = self.loop.time() + CROWDED_SECONDS
        # When the pages that came in until now have fetched everything, one after the other.
        self.fetched_by = 0.0

    @classmethod
    def here(cls) -> "Hub":
        """The hub of this process; of the running event loop, to be exact."""
        loop = asyncio.get_running_loop()
        if loop not in _hubs:
            _hubs[loop] = cls()
        return _hubs[loop]

    @classmethod
    def of_this_process(cls) -> "Hub | None":
        """The same for a thread beside the event loop; None when no server runs here."""
        return next((hub for loop, hub in list(_hubs.items()) if loop.is_running()), None)

    @property
    def at(self) -> str:
        """This moment, for a page to offer when it comes back."""
        return f"{self.id}.{self.history.position}"

    async def join(self, listener: Listener, audiences: Iterable[str]) -> None:
        """From when this returns, the listener is told what is pushed to these audiences.

        Raises LineDown.
        """
        async with self.changing:
            if not self.line.is_up:
                raise LineDown
            for audience in audiences:
                if audience not in self.line.subscribed:
                    await self.line.subscribe(audience)
                    self.history.begin(audience)
                self.idle.pop(audience, None)
                self.listeners[audience].add(listener)

    def leave(self, listener: Listener, audiences: Collection[str]) -> None:
        """From now on the listener hears nothing more of these audiences."""
        for audience in audiences:
            listeners = self.listeners[audience]
            listeners.discard(listener)
            if not listeners:
                del self.listeners[audience]
                self.idle[audience] = self.loop.time()
        listener.waiting = [m for m in listener.waiting if m["audience"] not in audiences]

    def since(self, at: str, audiences: Collection[str]) -> str:
        """One frame with all that who was last told at `at` missed of these audiences.

        It says to fetch everything when that is not known, or when rights changed since.
        """
        hub_id, _, position = at.partition(".")
        missed = self.missed(audiences, int(position)) if hub_id == self.id else None
        if missed is None:
            missed = [{"type": "live.changes", "audience": "", "refresh": self._one_more()}]
        return frame_of(missed, self.at)

    def missed(self, audiences: Collection[str], position: int) -> list[Message] | None:
        """What these audiences were told after a position; see `History.missed`."""
        return self.history.missed(audiences, position)

    def hear(self, message: Message) -> None:
        """Tell the listeners of the message's audience, now or with what else comes in."""
        audience = message["audience"]
        self.history.keep(message, self.loop.time())
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

    def missed_something(self, audience: str) -> None:
        """Let every page of the audience fetch what did not arrive here.

        That may have been a `live.regroup`, so their rights are looked up first.
        """
        self.hear(_regroup(audience, self._spread()))

    def line_down(self) -> None:
        """Close every socket, so that the pages poll."""
        self.history.restart()
        for listener in self._all():
            listener.let_go()

    def line_up(self) -> None:
        """Let every page fetch what it may have missed, as far as it still has the right."""
        self.history.restart()
        self.crowded_until = self.loop.time() + CROWDED_SECONDS
        for listener in self._all():
            listener.react(_regroup("", self._spread()))

    async def pulse(self, now: float) -> None:
        """Forget what was long ago, and let go of audiences that nobody came back to."""
        self.history.tidy(now)
        async with self.changing:
            for audience in [a for a, since in self.idle.items() if now - since > KEEP_SECONDS]:
                del self.idle[audience]
                self.history.end(audience)
                await self.line.unsubscribe(audience)

    def _all(self) -> set[Listener]:
        return {one for listeners in self.listeners.values() for one in listeners}

    def _spread(self) -> int:
        return SPREAD if self.loop.time() < self.crowded_until else SOON

    def _one_more(self) -> int:
        """Milliseconds over which one more page spreads its fetching: the fuller, the longer.

        One page that was carried to another process is right at once. When a process ends, all
        of its pages come here, where it may have been quiet for hours.
        """
        now = self.loop.time()
        self.fetched_by = max(self.fetched_by, now) + FETCH_SECONDS
        return min(SPREAD, max(self._spread(), round((self.fetched_by - now) * 1000)))

    def _tell(self, audience: str) -> None:
        """Send each listener all that waits for it: the same text to whom the same waits for."""
        texts: dict[tuple[int, ...], str] = {}
        for listener in list(self.listeners.get(audience, ())):
            waiting, listener.waiting = listener.waiting, []
            if waiting:
                same = tuple(map(id, waiting))
                listener.tell(texts.get(same) or texts.setdefault(same, frame_of(waiting, self.at)))
        self.merging[audience] = False
        self.loop.call_later(MERGE_SECONDS, self._after_merging, audience)

    def _after_merging(self, audience: str) -> None:
        if self.merging.pop(audience):
            self._tell(audience)


def _regroup(audience: str, spread: int) -> Message:
    return {"type": "live.regroup", "audience": audience, "refresh": spread}


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()
