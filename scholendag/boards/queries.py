"""Looking up boards. The number of queries does not depend on the number of notes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from scholendag.agenda.models import Block
from scholendag.agenda.queries import current_step
from scholendag.boards import chain, looks, owning, rules, tallies
from scholendag.boards.boardview import BoardView, LaneView, Own, Ready
from scholendag.boards.counting import ready
from scholendag.boards.kinds import Adds, BoardKind, Scope
from scholendag.boards.models import Board, Cluster, Lane, Note
from scholendag.boards.rules import Standing
from scholendag.boards.spots import lay
from scholendag.breakouts.models import Room
from scholendag.breakouts.queries import rooms_of
from scholendag.schools.models import Team
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Duty, Participant, Sessie
from scholendag.sessies.queries import roster


def all_boards() -> QuerySet[Board]:
    """Boards with all that the rules read of them at hand."""
    return Board.objects.select_related(
        "sessie", "block__sessie", "team", "room__team", "room__division__sessie__techniekkaart"
    )


def lock_boards(**which: Any) -> QuerySet[Board]:
    """These boards, in a transaction: who else writes on them waits for us."""
    return all_boards().select_for_update(of=("self",), no_key=True).filter(**which).order_by("pk")


def all_lanes() -> QuerySet[Lane]:
    """Lanes with what it takes to know whom their board is for."""
    return Lane.objects.select_related("board__sessie")


def all_notes() -> QuerySet[Note]:
    """Notes with all that the rules read of them at hand."""
    board = "lane__board"
    return Note.objects.select_related(
        "author",
        "cluster",
        f"{board}__sessie",
        f"{board}__block__sessie",
        f"{board}__team",
        f"{board}__room__team",
        f"{board}__room__division__sessie__techniekkaart",
    )


def board_of(
    block: Block, kind_slug: str, room: Room | None = None, team: Team | None = None
) -> Board | None:
    """The board of this kind, if it was opened; that of a team may come from an earlier day."""
    if team:
        return all_boards().filter(kind_slug=kind_slug, team=team).first()
    return all_boards().filter(block=block, kind_slug=kind_slug, room=room, team=None).first()


def boards_of(block: Block, kind: BoardKind) -> QuerySet[Board]:
    """All boards of a kind that were opened in a block, by room and team."""
    boards = all_boards().filter(block=block, kind_slug=kind.slug)
    return boards.order_by("room__number", "team__position", "pk")


def sessies_of(board: Board) -> list[Sessie]:
    """Where the board is there: for a team's board every sessie where the team sits together."""
    if board.team_id is None:
        return [board.sessie]
    here = Q(pk=board.sessie_id) | Q(divisions__rooms__team=board.team_id)
    sessies = Sessie.objects.filter(here).select_related("school")
    return list(sessies.distinct().order_by("-starts_at", "-pk"))


def standing_of(actor: Actor) -> Standing:
    """What the rules need to know of an actor."""
    person = actor.participant
    return Standing(
        actor,
        step=current_step(actor.sessie.pk),
        rooms=tuple(rooms_of(person)) if person else (),
        is_aantekenaar=_is_aantekenaar(actor),
        people=roster(actor.sessie).count(),
    )


def is_for(board: Board, actor: Actor) -> bool:
    """The board is there for this actor; what they may do on it takes a Standing to know."""
    return rules.belongs(Standing(actor, rooms=_rooms_about(board, actor.participant)), board)


def standings_on(board: Board, actors: Iterable[Actor]) -> list[Standing]:
    """What the rules need to know of these actors about one board, and no more."""
    step = cache(current_step)
    people = cache(lambda sessie: _people_on(board, sessie) if board.kind.limits else 0)
    return [
        Standing(
            actor,
            step=step(actor.sessie.pk),
            rooms=_rooms_about(board, actor.participant),
            is_aantekenaar=_is_asked_and_aantekenaar(board, actor),
            people=people(actor.sessie),
        )
        for actor in actors
    ]


def view_of(board: Board, actor: Actor) -> BoardView:
    """One board as this actor may see it."""
    lanes = lanes_of([board])
    ready = _ready_of(board.block, board.kind)
    [who] = standings_on(board, [actor])
    clusters = clusters_on(board)
    view = looks.view_board(board, who, lanes, notes_in(lanes), clusters=clusters, ready=ready)
    return replace(view, voting=tallies.voting_on(board, who))


def gathered_view(block: Block, kind: BoardKind, actor: Actor) -> BoardView:
    """All boards of a kind in a block as one: each lane holds the notes of every room or team."""
    boards = list(boards_of(block, kind))
    notes, clusters = notes_in(lanes_of(boards)), clusters_of(block, kind)
    ready, who = _ready_of(block, kind), standing_of(actor)
    view = looks.view_gathered(block, kind, boards, who, notes, clusters=clusters, ready=ready)
    voting = tallies.voting_on(boards[0], who, gathered=True) if boards else None
    return replace(view, voting=voting)


def owns_now(board: Board, everyone: Sequence[Standing]) -> list[Own]:
    """What on the board belongs to each of these, from the notes as they are now."""
    lanes, notes = board.lanes.all(), notes_that_count(board, everyone)
    return [owning.view_own(board, who, lanes, _counted_for(board, who, notes)) for who in everyone]


def notes_that_count(board: Board, everyone: Sequence[Standing]) -> list[Note]:
    """The notes that say what is theirs and what is left for them.

    On a board for everyone nobody's limit depends on what the others put up.
    """
    lanes = {lane.pk: lane for lane in board.lanes.all()}
    notes = Note.objects.filter(lane__in=lanes)
    if board.kind.scope is Scope.SESSIE:
        people = {who.actor.participant for who in everyone}
        by_link = Q(author=None) if None in people else Q()
        notes = notes.filter(Q(author__in=people - {None}) | by_link)
    found = list(notes)
    for note in found:
        note.lane = lanes[note.lane_id]
    return found


def fresh_notes(notes: Sequence[Note]) -> dict[int, Note]:
    """These notes as they are now, as far as still there, with their lane and board at hand."""
    now = Note.objects.select_related("lane").in_bulk([note.pk for note in notes])
    for note in notes:
        if fresh := now.get(note.pk):
            fresh.lane.board, fresh.author = note.lane.board, note.author
    lay(now.values())
    return now


def clusters_of(block: Block, kind: BoardKind) -> list[Cluster]:
    """All clusters on the boards of a kind in a block."""
    if not kind.clustered_in:
        return []
    found = list(Cluster.objects.filter(block=block, kind_slug=kind.slug))
    chain.know_ways(found, block)
    return found


def clusters_on(board: Board) -> list[Cluster]:
    """The clusters as this board shows them: none on a room's board, if they span all rooms."""
    if board.room_id is None:
        return clusters_of(board.block, board.kind)
    return [cluster for cluster in clusters_of(board.block, board.kind) if cluster.board == board]


def shared_lists(block: Block, kind: BoardKind, team_id: int | None) -> list[LaneView]:
    """Every list of the block's boards of a kind, or of one team's, as all who may read see it."""
    boards = list(boards_of(block, kind).filter(team=team_id))
    lanes = lanes_of(boards)
    step = current_step(block.sessie_id)
    clusters = clusters_of(block, kind)
    if kind.scope is not Scope.ROOM:
        return looks.view_lists(lanes, clusters, step)
    visible = [note for note in notes_in(lanes) if not note.is_hidden]
    own = looks.view_lists(lanes, clusters if kind.clusters_apart else (), step)
    return [*own, *looks.gather(block, kind, visible, step, clusters=clusters)]


def lanes_of(boards: Sequence[Board]) -> list[Lane]:
    """The lanes of these boards, with their notes at hand."""
    by_pk = {board.pk: board for board in boards}
    notes = Prefetch("notes", Note.objects.select_related("author"))
    lanes = list(Lane.objects.filter(board__in=boards).prefetch_related(notes))
    for lane in lanes:
        lane.board = by_pk[lane.board_id]
    lay(note for lane in lanes if lane.board.kind.plane for note in lane.notes.all())
    return lanes


def notes_in(lanes: Iterable[Lane]) -> list[Note]:
    """The notes of lanes that have them at hand."""
    return [note for lane in lanes for note in lane.notes.all()]


def people_in(room: Room) -> QuerySet[Participant]:
    """Who sits in a room."""
    people = Participant.objects.filter(seats__room=room, removed_at=None)
    return people.select_related("sessie")


def _people_on(board: Board, sessie: Sessie) -> int:
    """On how many people the limits of the board depend: those in its room, else all."""
    return people_in(board.room).count() if board.room else roster(sessie).count()


def _counted_for(board: Board, who: Standing, notes: list[Note]) -> list[Note]:
    if board.kind.scope is not Scope.SESSIE:
        return notes
    person = who.actor.participant
    return [note for note in notes if note.author_id == (person and person.pk)]


def _rooms_about(board: Board, person: Participant | None) -> tuple[Room, ...]:
    is_asked = person is not None and (board.room_id or board.team_id)
    return tuple(rooms_of(person)) if person and is_asked else ()


def _is_asked_and_aantekenaar(board: Board, actor: Actor) -> bool:
    return board.kind.adds is Adds.AANTEKENAAR and _is_aantekenaar(actor)


def _is_aantekenaar(actor: Actor) -> bool:
    """By a link of their own, or by a duty as deelnemer."""
    if actor.participant is None:
        return actor.role is Role.AANTEKENAAR
    return actor.participant.duties.filter(kind=Duty.Kind.AANTEKENAAR).exists()


def _ready_of(block: Block, kind: BoardKind) -> Ready | None:
    return ready(block, kind) if rules.is_counted(kind) else None
