"""Numbers on messages, so that what a channel layer dropped without a word is noticed.

Pure: who asks says what time it is, in seconds of a clock that only goes forward.
"""

import uuid
from collections.abc import Mapping

# Messages of two threads may overtake each other on the way.
PATIENCE_SECONDS = 1.0
# How long a sender goes on saying how far it got, in case nothing follows what was dropped.
REPEAT_SECONDS = 6.0
FORGET_SECONDS = 600.0


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
        self._heard: dict[tuple[str, str], tuple[int, float]] = {}
        self._missing: dict[tuple[str, str], dict[int, float]] = {}

    def heard(self, audience: str, sender: str, number: int, now: float) -> None:
        """A message came in. The first of a sender counts as the first there was to hear."""
        self._reach(audience, sender, number, number, now)
        self._missing.get((audience, sender), {}).pop(number, None)

    def said(self, sender: str, so_far: Mapping[str, int], now: float) -> None:
        """A sender says how far it got with each audience."""
        for audience, number in so_far.items():
            self._reach(audience, sender, number, number + 1, now)

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
        for known in (self._heard, self._missing):
            for key in [key for key in known if key[0] == audience]:
                del known[key]

    def tidy(self, now: float) -> None:
        """Forget senders that have been silent for long: they may have ended."""
        for key in [key for key, (_, when) in self._heard.items() if now - when > FORGET_SECONDS]:
            self._heard.pop(key)
            self._missing.pop(key, None)

    def _reach(self, audience: str, sender: str, number: int, until: int, now: float) -> None:
        """Everything after what was heard and before `until` is missing from now on."""
        key = (audience, sender)
        latest = self._heard.get(key, (number, now))[0]
        self._heard[key] = (max(latest, number), now)
        missing = range(latest + 1, until)
        if missing:
            # Of a long gap the first will do: it makes the pages fetch everything.
            self._missing.setdefault(key, {}).update(dict.fromkeys(missing[:100], now))
