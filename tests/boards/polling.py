"""The day of scene.py with boards on which people vote: one for everyone, one of rooms together,
and one that each room has to itself."""

import re
import uuid
from dataclasses import replace

from scholendag.boards import clustering, opening, placing, queries, voting
from scholendag.boards.kinds import BoardKind
from scholendag.boards.models import Board, Cluster, Note
from scholendag.boards.polls import Dot, Poll
from scholendag.boards.walls import Wall
from scholendag.breakouts.models import Room
from scholendag.sessies.models import Participant
from tests.boards.scene import PHASE, SHARED_ROOMS, WALL, Scene

LOOSE = replace(WALL, slug="proef-stem", clustered_in=frozenset({PHASE}), limits=())
ROOMS_TOGETHER = replace(
    SHARED_ROOMS, slug="proef-stem-samen", clustered_in=frozenset({PHASE}), limits=()
)
ROOMS_APART = replace(ROOMS_TOGETHER, slug="proef-stem-apart", clusters_apart=True)
POLLED = (LOOSE, ROOMS_TOGETHER, ROOMS_APART)


class Polling:
    """People who vote, by name."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.actors = scene.actors
        self.coach = scene.cast.coach

    def wall(self, kind: BoardKind = LOOSE) -> Wall:
        return Wall(self.scene.block, kind)

    def board(self, kind: BoardKind = LOOSE, room: Room | None = None) -> Board:
        """With all that the rules read of it; of Anna's room, unless said otherwise."""
        if room:
            opening.open_board(self.scene.block, kind, room=room)
            return queries.all_boards().get(kind_slug=kind.slug, room=room)
        return queries.all_boards().get(pk=self.scene.board(kind).pk)

    def note(self, text: str = "Rust", kind: BoardKind = LOOSE) -> Note:
        return self.scene.put(kind, text)

    def note_of_cas(self, kind: BoardKind) -> Note:
        """In the room where Cas sits."""
        lane = self.board(kind, self.scene.other_trio).lanes.all()[0]
        cas = self.scene.cast.cas
        return placing.add_note(self.scene.cast.actor(cas), lane, "Van Cas", uuid.uuid4())

    def cluster(self, *texts: str) -> Cluster:
        notes = [self.note(text).pk for text in texts]
        clustering.put_together(self.coach, self.wall(), notes, "Samen")
        return Cluster.objects.latest("pk")

    def opens(self, dots: int = 3, kind: BoardKind = LOOSE, *, hides: bool = False) -> Poll:
        return voting.open_poll(self.coach, self.wall(kind), dots, hides_counts=hides)

    def opens_on_a_note(self) -> tuple[Poll, Participant]:
        """And Anna gave a dot."""
        note = self.note()
        poll = self.opens()
        self.gives("anna", note)
        return poll, self.scene.cast.anna

    def closes(self) -> None:
        voting.close_poll(self.coach, Poll.objects.get(closed_at=None))

    def gives(self, who: str, on: Note | Cluster, client_id: uuid.UUID | None = None) -> Poll:
        found = votable(on)
        return voting.place_dot(self.actors[who], found, client_id or uuid.uuid4())

    def takes(self, who: str, on: Note | Cluster, keep: int) -> Poll:
        return voting.take_dot(self.actors[who], votable(on), keep)

    def dots(self, who: str) -> int:
        return Dot.objects.filter(participant=self.actors[who].participant).count()

    def pages(self, kind: BoardKind = LOOSE) -> dict[str, str]:
        """What each of the sessie sees: the board, and all of its kind together."""
        names = ("anna", "bram", "cas", "coach", "scherm", "schoolleider")
        return {name: self.page(name, kind) for name in names}

    def page(self, name: str, kind: BoardKind = LOOSE) -> str:
        actor = self.actors[name]
        return self.scene.page(kind, actor) + self.scene.gathered(kind, actor)


def votable(on: Note | Cluster) -> voting.Votable:
    found = voting.note_called(on.pk) if isinstance(on, Note) else voting.cluster_called(on.pk)
    assert found
    return found


def counts_in(html: str) -> set[str]:
    """Every count that some page or push tells: `post-it-3:2`."""
    told = " ".join(re.findall(r'data-tally="([^"]*)"', html))
    return set(told.split())
