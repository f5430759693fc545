"""The pieces of a board that are shown, pushed and answered: one template each, the same bytes.

An instrument shows a board with `board_context` or `gathered_context` and this line in its panel:

    {% include "boards/_board.html" with view=view only %}
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.models import Block, Step
from scholendag.boards import counting, looks, queries, rules
from scholendag.boards.boardview import BoardView, LaneView, Own
from scholendag.boards.kinds import BoardKind, Scope
from scholendag.boards.models import Board, Cluster, Lane, Note
from scholendag.boards.rules import Standing
from scholendag.sessies.actors import Actor


def board_context(board: Board, actor: Actor) -> dict[str, BoardView]:
    """What `boards/_board.html` is filled with: one board, as this actor may see it."""
    return {"view": queries.view_of(board, actor)}


def gathered_context(block: Block, kind: BoardKind, actor: Actor) -> dict[str, BoardView]:
    """What `boards/_board.html` is filled with: all boards of a kind in a block as one."""
    return {"view": queries.gathered_view(block, kind, actor)}


def note(note: Note, step: Step | None, *, for_coaches: bool = False) -> live.Fragment:
    """The note, put in its list or in place of itself, while `step` runs.

    Nothing happens if by then it has been taken back, or hidden while not meant for coaches.
    """
    return notes([note], step, for_coaches=for_coaches)[0]


def notes(
    notes: Sequence[Note], step: Step | None, *, for_coaches: bool = False
) -> list[live.Fragment]:
    """The same for several notes, looked up together. What was moved leaves its old place."""
    look = cache(lambda: queries.fresh_notes(notes))
    return [_note(one, look, step, for_coaches) for one in notes]


def _note(
    note: Note,
    look: Callable[[], dict[int, Note]],
    step: Step | None,
    for_coaches: bool,
) -> live.Fragment:
    return live.Fragment(
        _lists_with(note),
        "upsert key:data-order",
        cache(lambda: _render_note(look().get(note.pk), step, for_coaches)),
        where=lambda: _lists_with(look().get(note.pk, note)),
    )


def own(board: Board, who: Standing) -> list[live.Fragment]:
    """What is for this person alone: which notes are theirs, and how many are left in each lane."""
    return owns(board, [who])[0]


def owns(board: Board, everyone: Sequence[Standing]) -> list[list[live.Fragment]]:
    """The same for several people, looked up together."""
    look = cache(lambda: queries.owns_now(board, everyone))
    lanes = board.lanes.all()
    return [_own(board, lanes, cache(lambda n=n: look()[n])) for n in range(len(everyone))]


def lists(block: Block, kind: BoardKind, team_id: int | None = None) -> list[live.Fragment]:
    """All lists of the block's boards of a kind, or of one team's, for all who may read them."""
    look = cache(lambda: {one.list_id: one for one in queries.shared_lists(block, kind, team_id)})
    lanes = Lane.objects.filter(board__in=queries.boards_of(block, kind).filter(team=team_id))
    ids = [lane.dom_id for lane in lanes]
    if kind.scope is Scope.ROOM:
        ids += [kind.gathered_lane_id(block.pk, lane.key) for lane in kind.lanes]
    return [_list(list_id, look) for list_id in ids]


def count(block: Block, kind: BoardKind) -> live.Fragment:
    """How many are ready, such as "12 van 24 klaar"."""
    return live.replace(
        kind.count_id(block.pk),
        lambda: render_to_string("boards/_count.html", {"ready": counting.ready(block, kind)}),
    )


def blocked(block: Block, kind: BoardKind, message: str = "") -> live.Fragment:
    """Why nothing changed on the boards of a kind in the block, above them."""
    return refusal(kind.refusal_id(block.pk), message)


def refusal(dom_id: str, message: str = "") -> live.Fragment:
    """Why something was not done, at its place; without a message the place is empty."""
    context = {"dom_id": dom_id, "message": message}
    return live.replace(dom_id, lambda: render_to_string("boards/_refused.html", context))


def problem(note: Note, message: str) -> live.Fragment:
    """Why a note could not be taken back, in the note itself."""
    context = {"dom_id": f"{note.edit_id}-melding", "message": message}
    return live.Fragment(
        f"#{note.edit_id}",
        "innerHTML",
        lambda: render_to_string("boards/_refused.html", context),
    )


def gone(note: Note, packed: str) -> live.Fragment:
    """Where a note was that its owner took back, with a button that holds all of it, packed.

    For the page of its owner alone.
    """
    context = {"note": note, "order": rules.order_of(note), "packed": packed}
    return live.Fragment(
        _lists_with(note),
        "upsert key:data-order",
        lambda: render_to_string("boards/_gone.html", context),
    )


def not_put_back(note: Note, message: str) -> live.Fragment:
    """Why a note did not come back, where it was."""
    context = {"dom_id": f"{note.gone_id}-melding", "message": message}
    return live.Fragment(
        f"#{note.gone_id}",
        "innerHTML",
        lambda: render_to_string("boards/_refused.html", context),
    )


def closed_editor(note: Note) -> live.Fragment:
    """Takes the form away in which the note was changed."""
    return live.Fragment(f"#{note.edit_id}", "innerHTML", str)


def _lists_with(note: Note) -> str:
    """The lists where it hangs: of its lane or cluster, and where all rooms are shown together."""
    kind, lane = note.lane.board.kind, note.lane
    gathered = kind.gathered_lane_id(lane.board.block_id, lane.key)
    if kind.plane:
        ids = [kind.plane.list_id(lane.dom_id, note.spot)]
    elif note.cluster_id:
        ids = [Cluster(pk=note.cluster_id).list_id]
        ids += [lane.dom_id] if kind.scope is Scope.ROOM and not kind.clusters_apart else []
    else:
        ids = [lane.dom_id] if kind.scope is Scope.SESSIE else [lane.dom_id, gathered]
    return ", ".join(f"#{one}" for one in ids)


def _own(board: Board, lanes: Iterable[Lane], look: Callable[[], Own]) -> list[live.Fragment]:
    return [
        live.replace(
            board.mine_id, cache(lambda: render_to_string("boards/_mine.html", {"own": look()}))
        ),
        *(_left(lane, look) for lane in lanes),
    ]


def _left(lane: Lane, look: Callable[[], Own]) -> live.Fragment:
    return live.replace(
        lane.left_id,
        cache(lambda: render_to_string("boards/_left.html", {"left": look().left[lane.pk]})),
    )


def _list(list_id: str, look: Callable[[], dict[str, LaneView]]) -> live.Fragment:
    return live.replace(
        list_id, lambda: render_to_string("boards/_notes.html", {"lane": look()[list_id]})
    )


def _render_note(note: Note | None, step: Step | None, for_coaches: bool) -> str:
    if note is None or (note.is_hidden and not for_coaches):
        return ""
    return looks.view_note(note, step).html
