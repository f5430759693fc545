"""What a coach chooses of a terugblik beforehand: which lanes, and who shares a board."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from scholendag.agenda.models import Block

# A group larger than this looks back in its teams (domein.md, A7).
LARGE = 12


class Lanes(StrEnum):
    """The sets of lanes that the facilitator's guide names."""

    DAY = "dag"
    WORKS = "werkt"


class PerTeam(StrEnum):
    """Whether each team has a board of its own."""

    YES = "ja"
    NO = "nee"
    BY_SIZE = "vanzelf"


@dataclass(frozen=True)
class Choices:
    """The settings of a block; their names are those of a programme file."""

    vakken: Lanes = Lanes.DAY
    per_team: PerTeam = PerTeam.BY_SIZE

    @property
    def as_settings(self) -> dict[str, str]:
        """What the block stores."""
        return {name: str(value) for name, value in asdict(self).items()}

    def is_per_team(self, people: int, *, in_groups: bool) -> bool:
        """Each team has a board: only where people sit in groups, else nobody would have one."""
        large = self.per_team is PerTeam.BY_SIZE and people > LARGE
        return in_groups and (large or self.per_team is PerTeam.YES)


KNOWN: Mapping[str, type[StrEnum]] = {"vakken": Lanes, "per_team": PerTeam}


def choices_of(block: Block) -> Choices:
    """What was chosen for the block; the usual where nothing was."""
    given = {name: kind(block.settings[name]) for name, kind in KNOWN.items() if _is(block, name)}
    return Choices(**given)  # type: ignore[arg-type]


def wrong_settings(settings: dict[str, Any]) -> str:
    """What is wrong with the choices in a programme; nothing for good ones."""
    for name, kind in KNOWN.items():
        words = [str(one) for one in kind]
        if name in settings and settings[name] not in words:
            return f"{name} moet een van deze zijn: {', '.join(words)}"
    return ""


def slug_of(lanes: Lanes, *, per_team: bool) -> str:
    """The slug of the kind of board with these lanes, for each team or for all."""
    return "-".join(["terugblik", *["werkt"] * (lanes is Lanes.WORKS), *["team"] * per_team])


SLUGS = tuple(slug_of(lanes, per_team=per_team) for lanes in Lanes for per_team in (False, True))


def _is(block: Block, name: str) -> bool:
    return name in block.settings
