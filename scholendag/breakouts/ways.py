"""The ways in which a coach can divide people. Pure."""

from dataclasses import dataclass

from django.db.models import TextChoices

from scholendag.breakouts import sizes
from scholendag.breakouts.assign import BY_TEAM
from scholendag.breakouts.sizes import InRooms, Kind, OfSize


class Split(TextChoices):
    """What a coach can choose; the labels are for people."""

    TRIO = sizes.TRIO, "drietallen"
    DUO = sizes.DUO, "duo's"
    TEAM = sizes.TEAM, "teams van 8 tot 10"
    SIZE = "size", "groepjes van …"
    ROOMS = "rooms", "… groepjes"
    PER_TEAM = "per-team", "ieder bij het eigen team"


NEEDS_NUMBER = (Split.SIZE, Split.ROOMS)


@dataclass(frozen=True)
class Way:
    """How to divide people: in which rooms, and who rather meets whom.

    `number` is the size or the number of rooms, of a split that needs one.
    """

    split: Split
    number: int | None = None
    rest_is_smaller: bool = False
    mix: bool = True
    within_team: bool = False
    only_new: bool = False

    @property
    def needs_teams(self) -> bool:
        """Looks at the teams in which people work today."""
        return self.within_team or self.split is Split.PER_TEAM

    @property
    def kind(self) -> Kind:
        """The kind as `assign` takes it. Raises ValueError for a number that makes no sense."""
        if self.split is Split.PER_TEAM:
            return BY_TEAM
        if self.split is Split.SIZE:
            return OfSize(self.number or 0, self.rest_is_smaller)
        if self.split is Split.ROOMS:
            return InRooms(self.number or 0)
        if self.split is Split.TRIO and self.rest_is_smaller:
            return OfSize(sizes.TRIO_SIZE, rest_is_smaller=True)
        return self.split.value


def usual(grouping: str) -> Way:
    """The way that the agenda means: teams stay, so they keep a bouw together, and others mix
    it; duos work on the goal of a team, so they stay within it. Raises ValueError for no groups.
    """
    split = Split(grouping)
    return Way(split, mix=split is not Split.TEAM, within_team=split is Split.DUO)
