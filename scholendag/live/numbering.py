"""Numbers on messages, so that what a channel layer dropped without a word is noticed.

Pure: who asks says what time it is, in seconds of a clock that only goes forward.
"""

import uuid
from collections.abc import Callable, Mapping

# Messages of two threads may overtake each other on the way.
PATIENCE_SECONDS = 1.0
# How long a sender goes on saying how far it got, in case nothing follows what was dropped.
REPEAT_SECONDS = 6.0
# A process says something every two seconds; one that does not has probably ended.
SILENT_SECONDS = 12.0


class Numbers:
    """What one process says to each audience, counted from 1."""

    def __init__(self) -> None:
        self.sender = uuid.uuid4().hex[:12]
        self._said: dict[str, tuple[int, float]] = {}

    def next(self, audience: str, now: float) -> int:
        """The number of the message that is about to be said."""
        number = self._said.get(audience, (0, now))[0] + 1
        self._said[audience] = (number, now)
        return number

    def so_far(self, audience: str) -> int:
        """The number of the latest message to this audience; 0 when there was none."""
        return self._said.get(audience, (0, 0.0))[0]

    def remind(self, audience: str, now: float) -> None:
        """Go on saying how far it got with this audience, as if the latest was said just now."""
        self._said[audience] = (self.so_far(audience), now)

    def lately(self, now: float) -> dict[str, int]:
        """How far it got with each audience that it said something to a moment ago."""
        return {
            audience: number
            for audience, (number, when) in self._said.items()
            if now - when < REPEAT_SECONDS
        }


class Gaps:
    """What one process did not hear, by audience and sender."""

    def __init__(self) -> None:
        self._heard: dict[tuple[str, str], int] = {}
        self._missing: dict[tuple[str, str], dict[int, float]] = {}
        self._alive: dict[str, float] = {}

    def listen(self, audience: str, sender: str, so_far: int) -> None:
        """From now on this audience is listened to, by a process that itself got so far."""
        self._heard[audience, sender] = so_far

    def heard(self, audience: str, sender: str, number: int, now: float) -> None:
        """A message came in."""
        key = (audience, sender)
        self._alive[sender] = now
        self._reach(key, self._heard.get(key, _unheard(number)), number, now)
        self._missing.get(key, {}).pop(number, None)

    def said(self, sender: str, so_far: Mapping[str, int], now: float) -> None:
        """A sender says how far it got with each audience that it spoke to a moment ago."""
        self._alive[sender] = now
        for audience, number in so_far.items():
            key = (audience, sender)
            self._reach(key, self._heard.get(key, _unheard(number)), number, now)

    def overdue(self, now: float) -> set[str]:
        """Audiences that something was said to which has not come in; told once."""
        late = {
            key
            for key, missing in self._missing.items()
            if any(now - since > PATIENCE_SECONDS for since in missing.values())
        }
        for key in late:
            del self._missing[key]
        return {audience for audience, _ in late}

    def forget(self, audience: str) -> None:
        """This audience is no longer listened to."""
        self._drop(lambda key: key[0] == audience)

    def ended(self, now: float) -> set[str]:
        """Audiences of senders that fell silent, told once; what they knew is forgotten.

        A process that died may have stored something that it had not yet said.
        """
        silent = {one for one, when in self._alive.items() if now - when > SILENT_SECONDS}
        for sender in silent:
            del self._alive[sender]
        audiences = {audience for audience, sender in self._heard if sender in silent}
        self._drop(lambda key: key[1] in silent)
        return audiences

    def _reach(self, key: tuple[str, str], latest: int, number: int, now: float) -> None:
        """Everything after `latest`, up to and including `number`, is missing from now on."""
        self._heard[key] = max(latest, number)
        missing = range(latest + 1, number + 1)
        if missing:
            # Of a long gap the first will do: it makes the pages fetch everything.
            self._missing.setdefault(key, {}).update(dict.fromkeys(missing[:100], now))

    def _drop(self, is_over: Callable[[tuple[str, str]], bool]) -> None:
        for known in (self._heard, self._missing):
            for key in [key for key in known if is_over(key)]:
                del known[key]


def _unheard(number: int) -> int:
    """Where to count from, of a sender that was never heard before this number.

    What came before it may have been dropped, or said before anyone listened: better to fetch
    once too often than a page that stays behind.
    """
    return max(number - 2, 0)
