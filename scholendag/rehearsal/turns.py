"""Letting many take turns in a few threads, so that a crowd costs no more than one at a time."""

import heapq
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable
from itertools import count

from django.db import close_old_connections, connections

logger = logging.getLogger(__name__)

# Does something, and says after how many seconds to do so again; None for never.
Turn = Callable[[], float | None]
MOST_REST_SECONDS = 2.0
MOST_WAIT_SECONDS = 20.0


class Turns:
    """Gives everyone a turn when it is due: at most `threads` at one moment.

    After a turn its thread rests `rest` times as long as the turn took, so that others who use
    the same processor are not slowed down by more than that share. Threads start with the first
    turn and end after the last, or with the process.
    """

    def __init__(self, threads: int, rest: float = 0.0) -> None:
        self.threads = threads
        self.rest = rest
        self._changed = threading.Condition()
        self._queue: list[tuple[float, int, Hashable, Turn]] = []
        self._groups: set[Hashable] = set()
        self._busy: Counter[Hashable] = Counter()
        self._alive = 0
        self._numbers = count()

    @property
    def groups(self) -> frozenset[Hashable]:
        """The groups that take turns now."""
        with self._changed:
            return frozenset(self._groups)

    def add(self, group: Hashable, turn: Turn, after: float = 0.0) -> None:
        """Give this turn in `after` seconds, and again when it says so, until its group goes."""
        with self._changed:
            self._groups.add(group)
            self._put(group, turn, after)

    def drop(self, group: Hashable, wait: bool = True) -> None:
        """Nobody of the group gets another turn. With `wait` this returns after their last one.

        A turn that drops its own group must not wait.
        """
        with self._changed:
            self._groups.discard(group)
            self._queue = [entry for entry in self._queue if entry[2] != group]
            heapq.heapify(self._queue)
            self._changed.notify_all()
            if wait:
                self._changed.wait_for(lambda: not self._busy[group], MOST_WAIT_SECONDS)

    def _put(self, group: Hashable, turn: Turn, after: float) -> None:
        heapq.heappush(self._queue, (time.monotonic() + after, next(self._numbers), group, turn))
        if self._alive < self.threads:
            self._alive += 1
            threading.Thread(target=self._work, name="turns", daemon=True).start()
        self._changed.notify_all()

    def _work(self) -> None:
        try:
            while taken := self._take():
                began = time.monotonic()
                self._give_back(*taken, again=_safely(taken[1]))
                took = time.monotonic() - began
                time.sleep(min(self.rest * took, MOST_REST_SECONDS))
        finally:
            connections.close_all()

    def _take(self) -> tuple[Hashable, Turn] | None:
        """Wait for the next turn that is due; None when there is none to come."""
        with self._changed:
            while self._queue and (early := self._queue[0][0] - time.monotonic()) > 0:
                self._changed.wait(early)
            if not self._queue:
                self._alive -= 1
                return None
            _, _, group, turn = heapq.heappop(self._queue)
            self._busy[group] += 1
            return group, turn

    def _give_back(self, group: Hashable, turn: Turn, again: float | None) -> None:
        with self._changed:
            self._busy[group] -= 1
            if group in self._groups and again is not None:
                self._put(group, turn, again)
            self._changed.notify_all()


def _safely(turn: Turn) -> float | None:
    """A turn that breaks is its last; the others go on."""
    close_old_connections()
    try:
        return turn()
    except Exception:
        logger.exception("A turn broke off")
        return None
