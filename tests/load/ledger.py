"""Which notes were sent, and when each reached whom. A delivery is one note at one socket."""

import asyncio
import math
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of all stays at or below; nan of nothing."""
    ordered = sorted(values)
    return ordered[math.ceil(share * len(ordered)) - 1] if ordered else math.nan


class Ledger:
    """The notes of one measurement, by the mark in their text. Moments are of `perf_counter`."""

    def __init__(self) -> None:
        self.sent: dict[bytes, float] = {}
        self.arrivals: dict[bytes, list[float]] = {}
        self.expected = 0
        self.delivered = 0
        self.given_up = 0
        self.frames = 0
        self.bytes = 0
        self.refreshes = 0
        self.complaints: list[str] = []
        self.last_heard = 0.0
        self.complete = asyncio.Event()

    def expect(self, people: int, at: float) -> bytes:
        """The mark of a new note, sent at this moment, that so many people should get."""
        mark = f"note-{len(self.sent):05}".encode()
        self.sent[mark] = at
        self.arrivals[mark] = []
        self.expected += people
        self.complete.clear()
        return mark

    def arrived(self, mark: bytes, now: float) -> None:
        """The note reached one more person."""
        self.arrivals[mark].append(now)
        self.delivered += 1
        self.last_heard = now
        if self.delivered + self.given_up >= self.expected:
            self.complete.set()

    @property
    def lost(self) -> float:
        """The share of the deliveries that is missing."""
        return (self.expected - self.delivered) / self.expected

    async def wait_for_all(self, deadline: float, quiet: float) -> bool:
        """Until nothing is missing: True. Ends after `deadline` seconds, or `quiet` without any."""
        started = time.perf_counter()
        while not self.complete.is_set():
            now = time.perf_counter()
            patience = min(started + deadline, max(self.last_heard, started) + quiet) - now
            if patience <= 0:
                return False
            with suppress(TimeoutError):
                await asyncio.wait_for(self.complete.wait(), patience)
        return True

    def give_up(self) -> None:
        """Wait no longer for what is missing now. It stays lost, unless it comes after all."""
        self.given_up = self.expected - self.delivered

    def note_failures(self, tasks: Iterable["asyncio.Task[None]"]) -> None:
        """Complain of the requests that got no answer."""
        for task in tasks:
            if not task.done():
                task.cancel()
                self.complaints.append("a request got no answer in time")
            elif error := task.exception():
                self.complaints.append(f"a request failed: {error!r}")

    def delays(self) -> list[float]:
        """Seconds from sending to arriving, of each delivery."""
        return [at - self.sent[mark] for mark, all_of in self.arrivals.items() for at in all_of]

    def last_delays(self) -> list[float]:
        """Seconds from sending to the last person who got it, of each note."""
        return [max(all_of) - self.sent[mark] for mark, all_of in self.arrivals.items() if all_of]
