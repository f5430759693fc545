"""What a kind of board is: a frozen declaration, no row. `rules.py` is its only interpreter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from scholendag.boards.planes import Plane
from scholendag.live import Fragment

if TYPE_CHECKING:
    from scholendag.boards.models import Board, Note

# By audience: what else on the pages follows from the notes of a board.
Follows = Callable[["Board"], Mapping[str, Fragment]]

# The longest text of any kind, and the longest name of a cluster.
NOTE_LENGTH = 600
NAME_LENGTH = 60


class Scope(Enum):
    """For whom there is one board of this kind in a block."""

    SESSIE = "one for everyone"
    ROOM = "one for each breakout room"
    TEAM = "one for each lasting team, across blocks and days"


class Adds(Enum):
    """Who of those that a board belongs to may put a note on it while it is open."""

    EVERYONE = "every deelnemer"
    WRITER = "the writer of the room, for the room: whoever takes over the pen, takes the notes"
    AANTEKENAAR = "whoever has the duty of aantekenaar"
    TEAM = "everyone of the team, and whoever holds its bord link"


class Per(Enum):
    """Whom a limit counts for."""

    PERSON = "each person"
    ROOM = "the whole board of a room or team"


@dataclass(frozen=True)
class Limit:
    """How many notes. `count` gets the number of deelnemers: of the sessie, or on the board of a
    room of those who sit in that room."""

    count: Callable[[int], int]
    per: Per = Per.PERSON
    each_lane: bool = False


@dataclass(frozen=True)
class Attached:
    """What another app keeps with a note, which goes when the note goes, and comes back with it.

    `read` gives it as JSON can hold it, None for nothing; `restore` gives it to a note that was
    put back, as far as it can still be had.
    """

    read: Callable[["Note"], Any]
    restore: Callable[["Note", Any], None]


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

    It can be written on in the phases `open_in` of its block (`None`: always); whether it is on
    a page at all is for the panel of the instrument to say. With `after_signal` the others see
    the notes only after the coach's signal: before it, a note exists for its writer alone, or
    for the writer's room if the board is a room's. `follows` gives, by audience, what else
    changes on the pages when notes come or go.

    Notes that can be read are clustered in the phases `clustered_in` by everyone, if the coach lets
    them (`everyone_clusters` says whether that is so at first), and by the coach at any time. All
    boards of the kind are clustered as one, or with `clusters_apart` each room its own. `pile` is
    what a cluster of this kind is called. A kind that `takes` gets the clusters that the coach
    carries on from earlier blocks. Notes that lie on a `plane` are not clustered.

    `attached` is what another app keeps with its notes.

    `action` is what the menu of a note or cluster offers where the page has a form that is filled
    in from one (`data-from-note`).
    """

    slug: str
    title: str
    lanes: tuple[LaneKind, ...]
    open_in: frozenset[str] | None
    scope: Scope = Scope.SESSIE
    adds: Adds = Adds.EVERYONE
    limits: tuple[Limit, ...] = ()
    after_signal: bool = False
    shows_author: bool = False
    max_length: int = 280
    clustered_in: frozenset[str] = frozenset()
    clusters_apart: bool = False
    everyone_clusters: bool = False
    pile: str = "cluster"
    takes: bool = False
    action: str = ""
    plane: Plane | None = None
    attached: Attached | None = None
    follows: Follows = lambda _board: {}

    def __post_init__(self) -> None:
        """Refuse a declaration that means nothing. Raises ValueError."""
        if self.adds is Adds.TEAM and self.scope is not Scope.TEAM:
            raise ValueError(f"{self.slug}: only a team's board can be added to by its team")
        if self.scope is Scope.SESSIE and (
            self.adds is Adds.WRITER or any(limit.per is Per.ROOM for limit in self.limits)
        ):
            raise ValueError(f"{self.slug}: a board for everyone has no room")
        if self.shows_author and self.scope is not Scope.TEAM:
            raise ValueError(f"{self.slug}: the scherm reads this board, and never an author")
        if self.clustered_in and self.scope is Scope.TEAM:
            raise ValueError(f"{self.slug}: a team's board outlives the block of its clusters")
        if self.plane and (self.clustered_in or self.scope is not Scope.SESSIE):
            raise ValueError(f"{self.slug}: a plane is one for everyone, and has no clusters")
        if self.clusters_apart and self.scope is not Scope.ROOM:
            raise ValueError(f"{self.slug}: only rooms can each have clusters of their own")
        if self.takes and (self.clusters_apart or self.scope is Scope.TEAM):
            raise ValueError(f"{self.slug}: what is carried on is for the whole block")
        if not 0 < self.max_length <= NOTE_LENGTH:
            raise ValueError(f"{self.slug}: a note holds 1 to {NOTE_LENGTH} characters")

    def lane(self, key: str) -> LaneKind:
        """The lane with this key. Raises KeyError."""
        return {lane.key: lane for lane in self.lanes}[key]

    def gathered_id(self, block_id: int) -> str:
        """The id, on every page, of the view that gathers all boards of this kind in a block."""
        return f"alle-{block_id}-{self.slug}"

    def gathered_lane_id(self, block_id: int, lane_key: str) -> str:
        """The id of the list that gathers the notes of one lane of all those boards."""
        return f"{self.gathered_id(block_id)}-{lane_key}"

    def refusal_id(self, block_id: int) -> str:
        """The id of the place above the boards that says why nothing changed."""
        return f"melding-{block_id}-{self.slug}"

    def count_id(self, block_id: int) -> str:
        """The id of the line that says how many are ready."""
        return f"klaar-{block_id}-{self.slug}"


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
