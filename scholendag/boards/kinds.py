"""What a kind of board is: a frozen declaration, no row. `rules.py` is its only interpreter."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Scope(Enum):
    """For whom there is one board of this kind in a block."""

    SESSIE = "one for everyone"
    ROOM = "one for each breakout room"
    TEAM = "one for each lasting team, across blocks and days"


class Adds(Enum):
    """Who may put a note on an open board, besides the coach."""

    EVERYONE = "every deelnemer"
    WRITER = "the writer of the room"
    AANTEKENAAR = "whoever has the duty of aantekenaar"
    TEAM = "everyone of the team, and whoever holds its bord link"


class Per(Enum):
    """Whom a limit counts for."""

    PERSON = "each person"
    ROOM = "each room"


@dataclass(frozen=True)
class Limit:
    """How many notes. `count` gets the number of deelnemers of the sessie."""

    count: Callable[[int], int]
    per: Per = Per.PERSON
    each_lane: bool = False


@dataclass(frozen=True)
class LaneKind:
    """A lane that boards of a kind have. Colour is always joined by the word and the icon."""

    key: str
    title: str
    colour: str = "yellow"
    icon: str = ""
    hint: str = ""


@dataclass(frozen=True)
class BoardKind:
    """One kind of board.

    It can be written on in the phases `open_in` of its block (`None`: always) and is shown in
    `shown_in`. With `after_signal` the others see the notes only after the coach's signal:
    before it, a note exists for its writer alone, or for the writer's room if the board is a
    room's.
    """

    slug: str
    title: str
    lanes: tuple[LaneKind, ...]
    open_in: frozenset[str] | None
    shown_in: frozenset[str] | None
    scope: Scope = Scope.SESSIE
    adds: Adds = Adds.EVERYONE
    limits: tuple[Limit, ...] = ()
    after_signal: bool = False
    shows_author: bool = False
    max_length: int = 280

    def lane(self, key: str) -> LaneKind:
        """The lane with this key. Raises KeyError."""
        return {lane.key: lane for lane in self.lanes}[key]


_kinds: dict[str, BoardKind] = {}


def register(kind: BoardKind) -> None:
    """Make a kind known; called when its instrument is registered. Raises ValueError twice."""
    if _kinds.get(kind.slug, kind) is not kind:
        raise ValueError(f"Two kinds of board are called {kind.slug}")
    _kinds[kind.slug] = kind


def kind_called(slug: str) -> BoardKind:
    """The registered kind. Raises KeyError."""
    return _kinds[slug]


def all_kinds() -> tuple[BoardKind, ...]:
    """Every registered kind."""
    return tuple(_kinds.values())


def at_most(number: int) -> Callable[[int], int]:
    """A limit that does not depend on how many people there are."""
    return lambda _people: number
