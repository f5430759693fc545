"""Putting notes on boards. All who press enter at one moment are served in one transaction."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from scholendag import live
from scholendag.boards import fragments, limits, pushes, queries, rules, states
from scholendag.boards.limits import Tally
from scholendag.boards.models import Board, Lane, Note
from scholendag.boards.rules import Standing
from scholendag.breakouts.calls import go_on
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

CLOSED = "Dit bord is nu dicht. Je hebt je tekst nog."
FULL = "Je kunt er niet meer bij plakken. Haal er eerst een weg."
NOT_YOU = "Jij kunt hier nu niet plakken. Je hebt je tekst nog."
TRY_AGAIN = "Dit lukte niet. Laad de pagina opnieuw en plak je tekst nog eens."


@dataclass(frozen=True)
class Wish:
    """Someone wants this checked text in a lane. Sent again it has the same `client_id`."""

    actor: Actor
    lane: Lane
    text: str
    client_id: uuid.UUID


@dataclass(frozen=True)
class Placed:
    """A note that is on its board, and what of it changes on the page of who wrote it."""

    note: Note
    is_new: bool
    shown: tuple[live.Fragment, ...]


def add_note(actor: Actor, lane: Lane, text: str, client_id: uuid.UUID) -> Note:
    """Put a checked text on a board; a note that is sent again stays one. Raises Refused."""
    [outcome] = place_all([Wish(actor, lane, text, client_id)])
    if isinstance(outcome, Refused):
        raise outcome
    return outcome.note


def place_all(wishes: Sequence[Wish]) -> list[Placed | Refused]:
    """What came of each wish, in their order; each board and sessie in one transaction."""
    came_of: dict[int, Placed | Refused] = {}
    groups: dict[tuple[int, int], list[Wish]] = {}
    for wish in wishes:
        groups.setdefault((wish.lane.board_id, wish.actor.sessie.pk), []).append(wish)
    for (board_id, here), group in groups.items():
        outcomes = _place_on(board_id, here, group)
        came_of.update(zip(map(id, group), outcomes, strict=True))
    return [came_of[id(wish)] for wish in wishes]


@transaction.atomic
def _place_on(board_id: int, here: int, wishes: Sequence[Wish]) -> list[Placed | Refused]:
    """Whoever writes on one board waits for its row, so that a limit holds however many press."""
    board = queries.lock_boards(pk=board_id).get()
    who = queries.standings_on(board, [wish.actor for wish in wishes])
    found = _Round(board, wishes, who)
    outcomes = [found.place(wish, standing) for wish, standing in zip(wishes, who, strict=True)]
    Note.objects.bulk_create(found.new)
    if found.new and board.room and board.room.ready_step_id:
        go_on(board.room)

    notes = list({note.pk: note for note in outcomes if isinstance(note, Note)}.values())
    shown = dict(zip(notes, fragments.notes(notes, who[0].step), strict=True))
    # Also what was sent again: the process that stored it may have died before it pushed.
    changes = [(note, change) for note, change in shown.items() if note.lane_id in found.lanes]
    own = pushes.push(board, here, changes, who)
    return [
        outcome
        if isinstance(outcome, Refused)
        else Placed(outcome, outcome in found.new, (shown[outcome], *own[wish.actor.participant]))
        for outcome, wish in zip(outcomes, wishes, strict=True)
    ]


class _Round:
    """A board while it is ours alone: what is on it, and what came on it now."""

    def __init__(self, board: Board, wishes: Sequence[Wish], who: Sequence[Standing]) -> None:
        self.board = board
        self.new: list[Note] = []
        self.lanes = {lane.pk: lane for lane in board.lanes.all()}
        self.notes = queries.notes_that_count(board, who)
        ids = {id_ for wish in wishes for id_ in (wish.client_id, _other_id(wish))}
        earlier = Note.objects.filter(client_id__in=ids)
        self.known = {note.client_id: note for note in earlier}

    def place(self, wish: Wish, who: Standing) -> Note | Refused:
        """The note, new or as it was sent before."""
        try:
            earlier, client_id = self._sent_before(wish, who)
            if earlier:
                return earlier
            self._check(who, wish.lane.pk)
        except Refused as refusal:
            return refusal
        note = Note(
            lane=self.lanes[wish.lane.pk],
            author=wish.actor.participant,
            text=wish.text,
            client_id=client_id,
        )
        for known in (self.new, self.notes):
            known.append(note)
        self.known[client_id] = note
        return note

    def _sent_before(self, wish: Wish, who: Standing) -> tuple[Note | None, uuid.UUID]:
        """The note that this very text made when it was sent before, and the id to store it by.

        A browser that sends another text under the same id has mixed something up; it gets an id
        of its own, so that neither text is lost and both may be sent again.
        """
        earlier = self.known.get(wish.client_id)
        if earlier and not rules.is_from(who, earlier):
            raise Refused(TRY_AGAIN)
        if earlier is None or earlier.text == wish.text or earlier.edited_at:
            return earlier, wish.client_id
        return self.known.get(_other_id(wish)), _other_id(wish)

    def _check(self, who: Standing, lane_id: int) -> None:
        """Raises Refused when this person can add nothing here now."""
        if not states.is_open(self.board, who.step):
            raise Refused(CLOSED)
        if not rules.may_add(who, self.board):
            raise Refused(NOT_YOU)
        left = limits.left(self.board.kind, lane_id, self._tally(who), who.people)
        if left and not left.left:
            raise Refused(FULL)

    def _tally(self, who: Standing) -> Tally:
        own = (note.lane_id for note in self.notes if rules.is_from(who, note))
        return Tally(Counter(own), Counter(note.lane_id for note in self.notes))


def _other_id(wish: Wish) -> uuid.UUID:
    return uuid.uuid5(wish.client_id, wish.text)
