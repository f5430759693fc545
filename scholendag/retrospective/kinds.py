"""The boards of the terugblik: two sets of lanes, each for everyone or for each team."""

from collections.abc import Mapping

from scholendag import live
from scholendag.boards.kinds import Attached, BoardKind, LaneKind, Limit, Scope, at_most
from scholendag.boards.models import Board, Note
from scholendag.live import audiences
from scholendag.retrospective import fragments
from scholendag.retrospective.choices import Lanes, slug_of
from scholendag.retrospective.models import FollowUp

SMALL, MIDDLE = 10, 20

LANES: Mapping[Lanes, tuple[LaneKind, ...]] = {
    Lanes.DAY: (
        LaneKind("meenemen", "Dit neem ik mee", colour="green", icon="🎒"),
        LaneKind("vraag", "Deze vraag heb ik nog", colour="blue", icon="❓"),
        LaneKind("stap", "Wat is je eerste stap?", colour="yellow", icon="👣"),
    ),
    Lanes.WORKS: (
        LaneKind("werkt", "Dit werkt", colour="green", icon="👍"),
        LaneKind("beetje", "Dit werkt een beetje", colour="yellow", icon="🌱"),
        LaneKind("nog-niet", "Dit werkt nog niet", colour="pink", icon="🔧"),
    ),
}


def notes_each(people: int) -> int:
    """How many notes one person may put up, over all lanes.

    The facilitator's guide lets the number depend on the size of the group without naming it.
    We aim at some thirty notes on the board: enough to see a pattern, few enough to read.
    """
    if people <= SMALL:
        return 3
    return 2 if people <= MIDDLE else 1


def _teams_follow(board: Board) -> Mapping[str, live.Fragment]:
    """The coaches see how far each team is."""
    return {audiences.coaches(board.sessie_id): fragments.teams(board.block)}


def _read(note: Note) -> list[int] | None:
    return list(FollowUp.objects.filter(note=note).values_list("pk", flat=True)) or None


def _restore(note: Note, actions: list[int]) -> None:
    """The actions that were made of it are of it again; not one that was dropped meanwhile."""
    FollowUp.objects.filter(pk__in=actions, block=note.lane.board.block_id, note=None).update(
        note=note
    )


def _board(lanes: Lanes, *, per_team: bool) -> BoardKind:
    """A team puts its own board in order by itself; before a full room one person does."""
    return BoardKind(
        slug=slug_of(lanes, per_team=per_team),
        title="Terugblik",
        lanes=LANES[lanes],
        open_in=frozenset({"plakken"}),
        scope=Scope.ROOM if per_team else Scope.SESSIE,
        limits=(Limit(notes_each), Limit(at_most(1), each_lane=True)),
        clustered_in=frozenset({"bespreken", "afsluiten"}),
        clusters_apart=per_team,
        everyone_clusters=per_team,
        action="Maak er een actie van…",
        attached=Attached(_read, _restore),
        follows=_teams_follow if per_team else lambda _board: {},
    )


BOARDS = {
    (lanes, per_team): _board(lanes, per_team=per_team)
    for lanes in Lanes
    for per_team in (False, True)
}
RETROSPECTIVE_BOARD = BOARDS[Lanes.DAY, False]
