"""The board on which a room chooses from the data wall."""

from scholendag.boards.kinds import Adds, BoardKind, LaneKind, Limit, Per, Scope, at_most

# One to three of each: the facilitator's guide. Choosing matters more than being complete.
HARVEST = BoardKind(
    slug="datamuur-oogst",
    title="Dit kiezen wij",
    lanes=(
        LaneKind("trots", "Trots", colour="green", icon="👍", hint="Hier zijn we trots op"),
        LaneKind("beter", "Kan beter", colour="pink", icon="🔧", hint="Dit kan beter"),
    ),
    open_in=frozenset({"kiezen"}),
    shown_in=frozenset({"kiezen", "opbrengst"}),
    scope=Scope.ROOM,
    adds=Adds.WRITER,
    limits=(Limit(at_most(3), Per.ROOM, each_lane=True),),
    after_signal=True,
)
