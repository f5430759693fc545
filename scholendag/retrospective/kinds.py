"""The board of the terugblik."""

from scholendag.boards.kinds import BoardKind, LaneKind, Limit, at_most

SMALL, MIDDLE = 10, 20


def notes_each(people: int) -> int:
    """How many notes one person may put up, over all lanes.

    The facilitator's guide lets the number depend on the size of the group without naming it.
    We aim at some thirty notes on the board: enough to see a pattern, few enough to read.
    """
    if people <= SMALL:
        return 3
    return 2 if people <= MIDDLE else 1


RETROSPECTIVE_BOARD = BoardKind(
    slug="terugblik",
    title="Terugblik",
    lanes=(
        LaneKind("meenemen", "Dit neem ik mee", colour="green", icon="🎒"),
        LaneKind("vraag", "Deze vraag heb ik nog", colour="blue", icon="❓"),
        LaneKind("stap", "Wat is je eerste stap?", colour="yellow", icon="👣"),
    ),
    open_in=frozenset({"plakken"}),
    limits=(Limit(notes_each), Limit(at_most(1), each_lane=True)),
    clustered_in=frozenset({"bespreken", "afsluiten"}),
)
