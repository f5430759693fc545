"""What there is to show of a poll: to everyone, and to the one who votes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scholendag.boards.polls import Poll


@dataclass(frozen=True)
class Ballot:
    """The dots of one person, by the id of what they lie on; `hidden` by the pk of a note that the
    coach hid since. For that person alone."""

    poll: Poll
    given: Mapping[str, int] = field(default_factory=dict)
    hidden: Mapping[int, int] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """How many dots they can still give. A dot on a hidden note counts: it may come back."""
        return max(self.poll.dots - sum(self.given.values()) - sum(self.hidden.values()), 0)

    @property
    def pairs(self) -> str:
        """The same for a data attribute: `post-it-3:2 cluster-1:1`."""
        return paired(self.given)


@dataclass(frozen=True)
class Turnout:
    """How many people gave a dot, of how many."""

    poll: Poll
    done: int
    of: int


@dataclass(frozen=True)
class Tally:
    """How many dots lie where, by the id of the note or cluster: nothing of a secret poll.

    `most` are the texts with the most dots once the poll is closed, `more` is how many others have
    as many dots as the last of those.
    """

    poll: Poll
    counts: Mapping[str, int] = field(default_factory=dict)
    most: tuple[tuple[str, int], ...] = ()
    more: int = 0

    @property
    def pairs(self) -> str:
        """The same for a data attribute: `post-it-3:2 cluster-1:1`."""
        return paired(self.counts)


@dataclass(frozen=True)
class Voting:
    """The last poll on a board, as someone sees it: with a ballot if they may vote there now."""

    tally: Tally
    turnout: Turnout | None = None
    ballot: Ballot | None = None

    @property
    def poll(self) -> Poll:
        """The poll itself."""
        return self.tally.poll


def paired(counts: Mapping[str, int]) -> str:
    """Ids and numbers in one line, in an order that says nothing."""
    return " ".join(f"{dom_id}:{number}" for dom_id, number in sorted(counts.items()))
