"""The first part of the verbeterbord, on the board primitive."""

from scholendag.boards.kinds import Adds, BoardKind, LaneKind, Scope

SUCCESSES = BoardKind(
    slug="successen",
    title="Successen",
    lanes=(
        LaneKind(
            "successen",
            "Dit ging goed",
            colour="green",
            icon="★",
            hint="Een klein succes telt ook. Of noem er een van een collega of van de school.",
        ),
    ),
    open_in=None,
    scope=Scope.TEAM,
    adds=Adds.TEAM,
)
