"""The boards of a kind in a block while they are ours alone, to put notes elsewhere on them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from scholendag import live
from scholendag.boards import (
    cluster_fragments,
    clusters,
    fragments,
    queries,
    rules,
    tallies,
    voting_fragments,
)
from scholendag.boards.models import Board, Cluster, Note
from scholendag.boards.polls import Poll
from scholendag.boards.rules import Standing
from scholendag.boards.walls import Wall
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

NOT_NOW = "Je kunt de post-its hier nu niet bij elkaar leggen."
VOTING = "Er wordt nu gestemd. Sluit eerst het stemmen."
GONE = "Deze post-its zijn er niet meer. Kijk nog eens op het bord."
NO_CLUSTER = "Dit cluster is er niet meer. De post-its hangen nog op het bord."
TWO_LANES = "Deze post-its hangen in verschillende vakken. Een cluster ligt in één vak."
TWO_ROOMS = "Deze post-its zijn van verschillende groepjes."

One = TypeVar("One")


@dataclass(frozen=True)
class Held:
    """The boards of a kind in a block while they are ours alone."""

    who: Standing
    wall: Wall
    boards: list[Board]
    poll: Poll | None = None
    # What changes on the pages: pushed to all, and the answer to the one who did it.
    shown: list[live.Fragment] = field(default_factory=list)

    def notes(self, pks: Collection[int]) -> list[Note]:
        """Those of these notes that still hang here and that this person may put elsewhere."""
        found = [
            note
            for note in clusters.notes_on(self.boards, pks)
            if rules.may_cluster(self.who, note.lane.board) and rules.may_read(self.who, note)
        ]
        if not found:
            raise Refused(GONE)
        return found

    def cluster(self, pk: int) -> Cluster:
        """The cluster, as it is now, where this person may cluster."""
        found = clusters.all_on(self.wall).filter(pk=pk).first()
        if found is None:
            raise Refused(NO_CLUSTER)
        if found.board and not rules.may_cluster(self.who, self.board(found.board_id)):
            raise Refused(NOT_NOW)
        return found

    def board(self, pk: int | None) -> Board:
        """One of the boards, with all that the rules read of it."""
        return next(board for board in self.boards if board.pk == pk)

    def lane_of(self, notes: Sequence[Note]) -> str:
        """The key of the lane in which all of these hang."""
        return _one(TWO_LANES, (note.lane.key for note in notes))

    def room_of(self, notes: Sequence[Note]) -> Board | None:
        """The board of the room whose notes these are, where each room clusters for itself."""
        if not self.wall.kind.clusters_apart:
            return None
        return _one(TWO_ROOMS, (note.lane.board for note in notes))

    def move(self, notes: Sequence[Note], to: Cluster | None, *, is_new: bool = False) -> None:
        """Put these notes there, and show that and what became of the clusters they were in."""
        left = {note.cluster for note in notes if note.cluster and note.cluster != to}
        Note.objects.filter(pk__in=[note.pk for note in notes]).update(cluster=to)
        for note in notes:
            note.cluster = to
        self._show_moved(notes)
        if to and is_new:
            self._show_new(to, notes)
        elif to:
            self.show(cluster_fragments.head(to))
        self.show(*(cluster_fragments.after_change(one) for one in left))
        if self.poll:
            self.show(voting_fragments.tally(self.poll))

    def drop(self, gone: Iterable[Cluster]) -> None:
        """Take these clusters away; no note is in them any more."""
        for cluster in gone:
            self.show(live.remove(cluster.dom_id))
            cluster.delete()

    def show(self, *changes: live.Fragment) -> None:
        """Notes that are clustered can be read by everyone."""
        self.shown.extend(changes)
        live.push(audiences.everyone(self.wall.block.sessie_id), *changes)

    def _show_new(self, cluster: Cluster, notes: Sequence[Note]) -> None:
        self.show(cluster_fragments.whole(cluster))
        if any(note.is_hidden for note in notes):
            whole = cluster_fragments.whole(cluster, for_coaches=True)
            live.push(audiences.coaches(self.wall.block.sessie_id), whole)

    def _show_moved(self, notes: Sequence[Note]) -> None:
        self.show(*fragments.notes(notes, self.who.step))
        if hidden := [note for note in notes if note.is_hidden]:
            shown = fragments.notes(hidden, self.who.step, for_coaches=True)
            live.push(audiences.coaches(self.wall.block.sessie_id), *shown)


def hold(actor: Actor, wall: Wall) -> Held:
    """Raises Refused for who may cluster on none of them."""
    boards = clusters.hold(wall)
    if any(rules.is_voted_on(board) for board in boards):
        raise Refused(VOTING)
    who = queries.standing_of(actor)
    if not any(rules.may_cluster(who, board) for board in boards):
        raise Refused(NOT_NOW)
    return Held(who, wall, boards, tallies.last_poll(wall))


def _one(message: str, found: Iterable[One]) -> One:
    """What all of these are. Raises Refused with the message when they differ."""
    different = set(found)
    if len(different) > 1:
        raise Refused(message)
    return different.pop()
