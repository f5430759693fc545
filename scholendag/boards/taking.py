"""Which instruments take clusters of earlier blocks, and of which. Boards know no instrument: the
registry offers what each of them declares."""

from collections.abc import Iterable
from dataclasses import dataclass

from scholendag.boards.kinds import BoardKind


@dataclass(frozen=True)
class Taking:
    """The kind of board that takes clusters, from blocks of these instruments (by slug)."""

    kind: BoardKind
    sources: frozenset[str]


_taking: dict[str, Taking] = {}


def offer(instrument: str, kinds: Iterable[BoardKind], builds_on: Iterable[str]) -> None:
    """Make known what an instrument (by slug) takes, if anything. Raises ValueError for a choice
    of boards: nobody could say on which of them a cluster lands."""
    takers = [kind for kind in kinds if kind.takes]
    if len(takers) > 1:
        raise ValueError(f"{instrument} takes clusters on two boards")
    for kind in takers:
        _taking[instrument] = Taking(kind, frozenset(builds_on))


def kind_that_takes(instrument: str, source: str) -> BoardKind | None:
    """The kind of this instrument's board that takes clusters of a block of the source."""
    found = _taking.get(instrument)
    return found.kind if found and source in found.sources else None
