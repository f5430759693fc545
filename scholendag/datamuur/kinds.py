"""The board on which a room chooses from the data wall."""

from scholendag import live
from scholendag.boards.kinds import Adds, BoardKind, LaneKind, Limit, Per, Scope, at_most
from scholendag.boards.models import Board
from scholendag.datamuur import fragments
from scholendag.live import audiences


def _follows(board: Board) -> dict[str, live.Fragment]:
    """The coaches see how far each room is, the room what it has not chosen yet."""
    assert board.room_id  # noqa: S101 - a board of this kind is a room's
    return {
        audiences.coaches(board.sessie_id): fragments.rooms(board.block),
        audiences.room(board.room_id): fragments.balance(board),
    }


# One to three of each: the facilitator's guide. Choosing matters more than being complete.
HARVEST = BoardKind(
    slug="datamuur-oogst",
    title="Dit kiezen wij",
    lanes=(
        LaneKind("trots", "Trots", colour="green", icon="👍", hint="Hier zijn we trots op"),
        LaneKind(
            "beter",
            "Kan beter",
            colour="pink",
            icon="🔧",
            hint="Hier zijn we nog niet tevreden over",
        ),
    ),
    open_in=frozenset({"kiezen"}),
    scope=Scope.ROOM,
    adds=Adds.WRITER,
    limits=(Limit(at_most(3), Per.ROOM, each_lane=True),),
    after_signal=True,
    clustered_in=frozenset({"opbrengst"}),
    follows=_follows,
)
