"""What was told a moment ago, so that a page that was away shortly only needs what it missed."""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field

from scholendag.live.frames import Message

KEEP_SECONDS = 60.0
KEEP_MESSAGES = 200


@dataclass
class Told:
    """One audience: what it was told after `complete_since`, with positions and times."""

    complete_since: int
    messages: deque[tuple[int, float, Message]] = field(default_factory=deque)

    def drop_first(self) -> None:
        """Forget the oldest."""
        self.complete_since = self.messages.popleft()[0]


class History:
    """The last minute of every audience. A position is a moment in what this process heard."""

    def __init__(self) -> None:
        self.position = 0
        self._told: dict[str, Told] = {}

    def begin(self, audience: str) -> None:
        """From now on everything that this audience is told is heard here."""
        self.position += 1
        self._told[audience] = Told(self.position)

    def end(self, audience: str) -> None:
        """This audience is no longer heard here."""
        self._told.pop(audience, None)

    def keep(self, message: Message, now: float) -> None:
        """Remember what an audience is told."""
        told = self._told.get(message["audience"])
        if told is None:
            return
        self.position += 1
        told.messages.append((self.position, now, message))
        if len(told.messages) > KEEP_MESSAGES:
            told.drop_first()

    def restart(self) -> None:
        """Something may not have been heard: nobody can be told for sure what they missed."""
        for audience in list(self._told):
            self.begin(audience)

    def tidy(self, now: float) -> None:
        """Forget what is too long ago to be asked for."""
        for told in self._told.values():
            while told.messages and now - told.messages[0][1] > KEEP_SECONDS:
                told.drop_first()

    def missed(self, audiences: Collection[str], position: int) -> list[Message] | None:
        """What these audiences were told after a position, in order.

        None when that is not known, or when rights changed since.
        """
        after: list[tuple[int, Message]] = []
        for audience in audiences:
            told = self._told.get(audience)
            if told is None or told.complete_since > position:
                return None
            after += [(at, message) for at, _, message in told.messages if at > position]
        messages = [message for _, message in sorted(after, key=lambda one: one[0])]
        if any(message["type"] == "live.regroup" for message in messages):
            return None
        return [message for message in messages if message["type"] == "live.changes"]
