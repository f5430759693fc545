"""What there is to show of a board: what its templates are filled with."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from scholendag.agenda.models import Block
from scholendag.boards.ballots import Voting
from scholendag.boards.kinds import BoardKind, LaneKind, Per
from scholendag.boards.limits import Left
from scholendag.boards.models import Board, Cluster, Lane
from scholendag.boards.planes import Area, Plane, Spot
from scholendag.boards.states import State
from scholendag.sessies.actors import Role

# Notes whose HTML is remembered, each a kilobyte or two: a room fetches the same board at once.
REMEMBERED = 5_000


@dataclass(frozen=True)
class NoteView:
    """A note, the same for all who may read it. `of` is the room or team, or empty.

    By `sent_as` the browser that sent it knows that it has arrived.
    """

    pk: int
    dom_id: str
    edit_id: str
    text: str
    sent_as: int
    order: int
    is_hidden: bool = False
    author: str = ""
    of: str = ""
    is_changeable: bool = False
    is_read_only: bool = False
    is_votable: bool = False
    plane: Plane | None = None
    spot: Spot | None = None

    @property
    def area(self) -> Area | None:
        """The quarter of the plane in which it lies."""
        return self.plane.area_at(self.spot) if self.plane and self.spot else None

    @property
    def place(self) -> str:
        """Where it lies, in words."""
        return self.plane.words(self.spot) if self.plane and self.spot else ""

    @property
    def html(self) -> SafeString:
        """The note on every page."""
        return _html_of(self)


@lru_cache(maxsize=REMEMBERED)
def _html_of(view: NoteView) -> SafeString:
    return render_to_string("boards/_note.html", {"view": view})


def clusters_in(list_id: str) -> str:
    """The id of the place of the clusters of a lane, beside the list with its loose notes."""
    return f"{list_id}-clusters"


@dataclass(frozen=True)
class LeftView:
    """What the one who looks may still add to a lane, and what became of what they added.

    `hidden` of their notes were hidden by the coach; `waits` of them wait for the signal. With
    `has_own` there is a note that they can take back to make room.
    """

    lane: Lane
    limit: Left | None
    hidden: int = 0
    waits: int = 0
    has_own: bool = False

    @property
    def is_of_room(self) -> bool:
        """What is left depends on what the others of the room put up."""
        return self.limit is not None and self.limit.per is Per.ROOM


@dataclass(frozen=True)
class Own:
    """What on a board belongs to the one who looks: ids of notes, and by lane what is left."""

    board: Board
    note_ids: tuple[str, ...] = ()
    left: Mapping[int, LeftView] = field(default_factory=dict)


@dataclass(frozen=True)
class Composer:
    """The form to add a note to a lane. `client_id` makes a note that is sent twice one note."""

    lane: Lane
    title: str
    left: LeftView
    max_length: int
    client_id: uuid.UUID = field(default_factory=uuid.uuid4)


@dataclass(frozen=True)
class ClusterView:
    """A cluster with those of its notes that may be read."""

    cluster: Cluster
    notes: tuple[NoteView, ...] = ()
    is_votable: bool = False

    @property
    def size(self) -> int:
        """How many notes everyone sees in it: what the coach hid is not counted for anybody."""
        return sum(not note.is_hidden for note in self.notes)

    @property
    def order(self) -> int:
        """Its place among the clusters of the lane."""
        return self.cluster.pk


@dataclass(frozen=True)
class LaneView:
    """A lane: its declaration, the id of its list, and the notes that may be read: those that are
    in a cluster, and the loose ones."""

    kind: LaneKind
    list_id: str
    notes: tuple[NoteView, ...]
    composer: Composer | None = None
    clusters: tuple[ClusterView, ...] = ()
    plane: Plane | None = None

    @property
    def unplaced(self) -> tuple[NoteView, ...]:
        """The notes that lie nowhere on the plane yet."""
        return tuple(note for note in self.notes if note.spot is None)

    @property
    def areas(self) -> list[tuple[Area, str, list[NoteView]]]:
        """Each quarter of the plane, with the id of its list and the notes in it."""
        if self.plane is None:
            return []
        return [
            (area, self.plane.list_id(self.list_id, area.middle), self._notes_in(area))
            for area in self.plane.areas
        ]

    @property
    def has_notes(self) -> bool:
        """Something hangs here, loose or in a cluster."""
        return bool(self.notes or any(one.notes for one in self.clusters))

    @property
    def clusters_id(self) -> str:
        """The id of the place of its clusters."""
        return clusters_in(self.list_id)

    def _notes_in(self, area: Area) -> list[NoteView]:
        return [note for note in self.notes if note.area == area]


@dataclass(frozen=True)
class Ready:
    """How many put up something, of how many; `units` are rooms in words, empty for people."""

    done: int
    of: int
    units: str
    dom_id: str


@dataclass(frozen=True)
class BoardView:
    """What `boards/_board.html` is filled with: one board, or all of a kind as one."""

    kind: BoardKind
    block: Block
    dom_id: str
    role: Role
    lanes: tuple[LaneView, ...]
    board: Board | None = None
    own: tuple[Own, ...] = ()
    ready: Ready | None = None
    state: State = State.CLOSED
    is_shared: bool = False
    may_add: bool = False
    may_reveal: bool = False
    may_cluster: bool = False
    may_direct: bool = False
    everyone_clusters: bool = False
    reads_along: bool = False
    has_override: bool = False
    may_open_poll: bool = False
    may_place: bool = False
    voting: Voting | None = None

    @property
    def refusal_id(self) -> str:
        """The id of the place that says why nothing changed."""
        return self.kind.refusal_id(self.block.pk)

    @property
    def shows_ready(self) -> bool:
        """Says how many are ready; not once ideas are placed, which is another thing to be ready
        with."""
        is_asked = self.kind.plane is None or self.is_open
        return self.ready is not None and is_asked and not self.is_read_only

    @property
    def is_voting(self) -> bool:
        """A poll is open."""
        return self.voting is not None and self.voting.poll.is_open

    @property
    def is_open(self) -> bool:
        """Notes may come."""
        return self.state is State.OPEN

    @property
    def is_fixed(self) -> bool:
        """Nothing changes any more."""
        return self.state is State.FIXED

    @property
    def is_gathered(self) -> bool:
        """Shows all boards of the kind as one."""
        return self.board is None

    @property
    def is_read_only(self) -> bool:
        """Nothing can be pressed here: someone looks back."""
        return self.role is Role.SCHOOLLEIDER
