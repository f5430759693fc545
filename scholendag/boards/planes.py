"""A plane of two axes on which notes lie, instead of hanging in a list. Pure declarations."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

MOST = 100
MIDDLE = 50
# From here on an axis is called middling, and from there on high.
MIDDLING, HIGH = 34, 67


@dataclass(frozen=True)
class Spot:
    """Where a note lies: 0 to 100 along each axis, from the lower left corner."""

    x: int
    y: int


@dataclass(frozen=True)
class Axis:
    """What an axis measures: its noun, the title beside it, and the words at its two ends."""

    noun: str
    title: str
    low: str
    high: str


@dataclass(frozen=True)
class Area:
    """A quarter of the plane. Who puts a note in it by its name finds it in the middle."""

    key: str
    title: str
    hint: str
    right: bool
    high: bool

    @property
    def middle(self) -> Spot:
        """Where a note lands that is put in it by name."""
        return Spot(75 if self.right else 25, 75 if self.high else 25)

    def holds(self, spot: Spot) -> bool:
        """The spot lies in this quarter."""
        return self.right is (spot.x >= MIDDLE) and self.high is (spot.y >= MIDDLE)


Spots = Callable[[Collection[int]], Mapping[int, Spot]]


@dataclass(frozen=True)
class Plane:
    """What the notes of a kind of board lie on.

    `spots` gives where those of some notes (by pk) lie that were placed, and `url` names the path
    to which a place is posted, given the pk of the note. Deelnemers place notes in the phases
    `placed_in`, and the coach at any time.
    """

    x: Axis
    y: Axis
    areas: tuple[Area, ...]
    spots: Spots
    url: str
    placed_in: frozenset[str]

    def area_at(self, spot: Spot) -> Area:
        """The quarter in which the spot lies."""
        return next(area for area in self.areas if area.holds(spot))

    def area_called(self, key: str) -> Area:
        """The quarter with this key. Raises KeyError."""
        return {area.key: area for area in self.areas}[key]

    def list_id(self, list_id: str, spot: Spot | None) -> str:
        """The id of the list of notes that lie there; those without a spot are in `list_id`."""
        return f"{list_id}-{self.area_at(spot).key}" if spot else list_id

    def words(self, spot: Spot) -> str:
        """Where that is, in words, such as "Impact hoog, haalbaarheid matig"."""
        return f"{self.y.noun} {_level(spot.y)}, {self.x.noun.lower()} {_level(spot.x)}"


def _level(value: int) -> str:
    if value >= HIGH:
        return "hoog"
    return "matig" if value >= MIDDLING else "laag"
