"""The line between the processes: the channel layer, and what a layer does not tell by itself.

A layer drops what does not fit, and may fall silent without an error. So every message has a
number, every process says every few seconds how far it got, and who no longer hears even itself
knows that the line is down. Then pages are told so: without a line they do better to ask.

A busy machine is no silent layer: who did not listen cannot tell who was silent. So what the
event loop of this process lags behind counts for nobody.
"""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, Protocol

from channels.layers import get_channel_layer

from scholendag.live import audiences
from scholendag.live.ending import is_stopping, until_it_ends
from scholendag.live.frames import Message
from scholendag.live.numbering import Gaps, Numbers
from scholendag.live.patience import patience

logger = logging.getLogger(__name__)

PULSE_SECONDS = 2.0
RETRY_SECONDS = 1.0
UNHEARD_PULSES = 3
# A layer lets go of a subscription after a day, or sooner when a message had to wait long.
RENEW_PULSES = 300
# Far more than a room says at once. What does not fit is noticed by its number.
OUTGOING = 10_000


class LineDown(Exception):  # noqa: N818 - reads as what happened
    """The channel layer does not answer."""


class End(Protocol):
    """Who is at this end of the line."""

    def hear(self, message: Message) -> None:
        """A message for an audience that was subscribed to."""

    def missed_something(self, audience: str) -> None:
        """Something that was said to this audience did not arrive."""

    def line_down(self) -> None:
        """Nothing is heard any more."""

    def line_up(self) -> None:
        """Everything is heard again; in between a lot may have been missed."""

    async def pulse(self, now: float) -> None:
        """A few seconds passed."""


class Line:
    """One process's end of the line. All of it runs in the event loop of the process."""

    def __init__(self, end: End) -> None:
        self.end = end
        self.layer: Any = get_channel_layer()
        self.loop = asyncio.get_running_loop()
        self.channel = ""
        self.is_up = True
        self.subscribed: set[str] = set()
        self.numbers = Numbers()
        self.gaps = Gaps()
        # Audiences to which something was said that the layer did not take.
        self.untaken: set[str] = set()
        self.outgoing: asyncio.Queue[Message] = asyncio.Queue(OUTGOING)
        # What the layer was given or asked in vain since this process last heard itself.
        self.unheard = 0
        self.pulses = 0
        # Seconds that the event loop was too busy to listen.
        self.lagged = 0.0
        self.tasks: set[asyncio.Task[None]] = set()

    async def subscribe(self, audience: str) -> None:
        """Hear this audience from now on. Raises LineDown."""
        if not self.is_up:
            raise LineDown
        try:
            async with patience():
                await self._open()
                await self.layer.group_add(audience, self.channel)
        except Exception as error:
            raise LineDown from error
        self.subscribed.add(audience)
        own = self.numbers.sender
        self.gaps.listen(audience, own, self.numbers.so_far(audience))

    async def unsubscribe(self, audience: str) -> None:
        """No longer hear this audience."""
        self.subscribed.discard(audience)
        self.gaps.forget(audience)
        try:
            async with patience():
                await self.layer.group_discard(audience, self.channel)
        except Exception:
            logger.info("Could not let go of %s", audience, exc_info=True)

    def say(self, message: Message) -> None:
        """Send to every process that hears this audience, in the order of saying. Never waits."""
        message["sender"] = self.numbers.sender
        message["number"] = self.numbers.next(message["audience"], self._now())
        self._queue(message)

    def _queue(self, message: Message) -> None:
        if self.outgoing.full():
            logger.error("Too much to say; pages will fetch what is left out")
            self.untaken.add(message["audience"])
            return
        self.outgoing.put_nowait(message)
        if not self.tasks:
            self._start()

    async def _open(self) -> None:
        if self.channel:
            return
        channel = await self.layer.new_channel("live")
        await self.layer.group_add(audiences.processes(), channel)
        self.channel = channel
        self.unheard = 0
        self._start()
        self._run(self._receive())

    def _start(self) -> None:
        if not self.tasks:
            self._run(self._send())
            self._run(self._beat())

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self.tasks.add(self.loop.create_task(work))

    async def _send(self) -> None:
        while not is_stopping():
            message = await self.outgoing.get()
            if message["type"] == "live.pulse":
                await self._send_pulse(message)
            elif not (self.is_up and await self._takes(message)):
                logger.warning("The channel layer did not take a message")
                self.untaken.add(message["audience"])

    async def _takes(self, message: Message) -> bool:
        try:
            async with patience():
                await self.layer.group_send(message["audience"], message)
        except Exception as error:
            logger.info("The channel layer refused or did not answer", exc_info=True)
            self.unheard += isinstance(error, TimeoutError)
            return False
        return True

    async def _receive(self) -> None:
        """Hear what is said, for as long as the process lives."""
        while not is_stopping():
            try:
                await until_it_ends(self._hear_all())
            except Exception:
                if is_stopping():
                    return
                logger.warning("The channel layer does not answer", exc_info=True)
                await asyncio.sleep(RETRY_SECONDS)
                if await self._renew() and self.is_up:
                    self.end.line_up()

    async def _hear_all(self) -> None:
        while True:
            self._hear(await self.layer.receive(self.channel))

    def _hear(self, message: Any) -> None:
        now, sender = self._now(), message.get("sender", "")
        if message["type"] != "live.pulse":
            if sender:  # a command has no line, and does not count what it says
                self.gaps.heard(message["audience"], sender, message["number"], now)
            self.end.hear(message)
            return
        sent = message["sent"].items()
        self.gaps.said(sender, {a: number for a, number in sent if a in self.subscribed}, now)
        if sender == self.numbers.sender:
            self.unheard = 0

    async def _beat(self) -> None:
        while not is_stopping():
            due = self.loop.time() + PULSE_SECONDS
            await asyncio.sleep(PULSE_SECONDS)
            self.lagged += self.loop.time() - due
            try:
                await self._pulse(self._now())
            except Exception:
                logger.exception("Could not look after the line")

    async def _pulse(self, now: float) -> None:
        self.pulses += 1
        for audience in self.gaps.overdue(now) | self.gaps.ended(now):
            self.end.missed_something(audience)
        self._say_how_far(now)
        if self.channel:
            await self._check()
        await self.end.pulse(self.loop.time())

    def _say_how_far(self, now: float) -> None:
        for audience in self.untaken:
            self.numbers.remind(audience, now)
        # Behind all that it counts: what still waits to be sent is not missed by anyone.
        self._queue(
            {
                "type": "live.pulse",
                "audience": audiences.processes(),
                "sender": self.numbers.sender,
                "sent": self.numbers.lately(now),
            }
        )

    async def _send_pulse(self, pulse: Message) -> None:
        """Also while the line is down: it is up again when this comes back."""
        self.unheard += 1
        if await self._takes(pulse):
            self.untaken.difference_update(pulse["sent"])

    def _now(self) -> float:
        return self.loop.time() - self.lagged

    async def _check(self) -> None:
        """Up as long as what this process says to all processes comes back to it."""
        if self.is_up and self.unheard > UNHEARD_PULSES:
            logger.error("The channel layer is gone")
            self.is_up = False
            self.end.line_down()
        if self.pulses % RENEW_PULSES == 0 or not self.is_up:
            is_renewed = await self._renew()
            if is_renewed and not self.is_up and self.unheard <= 1:
                logger.warning("The channel layer is back")
                self.is_up = True
                self.end.line_up()

    async def _renew(self) -> bool:
        """Subscribe again to everything. False when the layer does not answer."""
        try:
            for audience in [audiences.processes(), *self.subscribed]:
                async with patience():
                    await self.layer.group_add(audience, self.channel)
        except Exception:
            return False
        return True
