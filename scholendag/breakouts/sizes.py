"""How many people sit in each room. Pure."""

from dataclasses import dataclass

TRIO, TEAM, DUO = "trio", "team", "duo"
TRIO_SIZE, TEAM_SIZE, DUO_SIZE = 3, 10, 2
_SMALLEST = 2


@dataclass(frozen=True)
class OfSize:
    """Rooms of `size` people, at least 2. A rest makes some of them one larger, so that nobody
    is left alone when someone drops out; or smaller, when the coach prefers that.

    Raises ValueError for a smaller size.
    """

    size: int
    rest_is_smaller: bool = False

    def __post_init__(self) -> None:
        if self.size < _SMALLEST:
            raise ValueError("a room holds at least two people")

    def split(self, people: int) -> list[int]:
        """How many people each room gets."""
        rooms, rest = divmod(people, self.size)
        if self.rest_is_smaller or rest > rooms:
            return _evenly(people, rooms + bool(rest))
        return _evenly(people, rooms)[::-1]


@dataclass(frozen=True)
class InRooms:
    """This many rooms, at least 1, that differ by one person at most; fewer when people are few.

    Raises ValueError for no rooms at all.
    """

    rooms: int

    def __post_init__(self) -> None:
        if self.rooms < 1:
            raise ValueError("people need at least one room")

    def split(self, people: int) -> list[int]:
        """How many people each room gets."""
        return _evenly(people, self.rooms)


Sizing = OfSize | InRooms
Kind = str | Sizing

# From the facilitator's guide: threes to talk, where a rest makes fours (5 becomes 3 and 2);
# teams of about 8 to 10, never more, that differ by one at most; twos, with one three if odd.
_NAMED: dict[str, Sizing] = {
    TRIO: OfSize(TRIO_SIZE),
    TEAM: OfSize(TEAM_SIZE, rest_is_smaller=True),
    DUO: OfSize(DUO_SIZE),
}


def sizes(people: int, kind: Kind) -> list[int]:
    """How many people each room gets. Raises KeyError for an unknown name.

    Nobody sits alone: one person is one room of one, which only who tries the day alone sees.
    """
    if not people:
        return []
    sizing = _NAMED[kind] if isinstance(kind, str) else kind
    return sizing.split(people)


def fullest(kind: Kind) -> int | None:
    """How many one room may hold when someone comes late: one more than its size.

    None where rooms have no size, because their number is given or people belong to them.
    """
    sizing = _NAMED.get(kind) if isinstance(kind, str) else kind
    return sizing.size + 1 if isinstance(sizing, OfSize) else None


def _evenly(people: int, rooms: int) -> list[int]:
    rooms = max(1, min(rooms, people // _SMALLEST))
    smaller, larger = divmod(people, rooms)
    return [smaller + 1] * larger + [smaller] * (rooms - larger)
