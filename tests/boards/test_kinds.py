"""A declaration of a kind of board that means nothing is refused when it is made."""

from dataclasses import replace
from typing import Any

import pytest

from scholendag.boards import kinds
from scholendag.boards.kinds import Adds, BoardKind, Limit, Per, Scope, at_most
from scholendag.impactmatrix.kinds import MATRIX
from tests.boards.scene import ROOMS, TEAMS, WALL


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (WALL, {"adds": Adds.WRITER}),
        (WALL, {"adds": Adds.TEAM}),
        (ROOMS, {"adds": Adds.TEAM}),
        (WALL, {"limits": (Limit(at_most(1), per=Per.ROOM),)}),
        (WALL, {"shows_author": True}),
        (ROOMS, {"shows_author": True}),
        (TEAMS, {"max_length": 601}),
        (TEAMS, {"max_length": 0}),
        (WALL, {"plane": MATRIX, "clustered_in": frozenset({"schrijven"})}),
        (ROOMS, {"plane": MATRIX}),
    ],
)
def test_a_declaration_that_means_nothing(kind: BoardKind, change: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=kind.slug):
        replace(kind, **change)


def test_two_kinds_cannot_share_a_slug(trial_kinds: None) -> None:
    kinds.register(WALL)
    with pytest.raises(ValueError, match=WALL.slug):
        kinds.register(replace(WALL, title="Een andere muur"))
    assert kinds.kind_called(WALL.slug) is WALL


def test_a_kind_knows_its_lanes() -> None:
    assert WALL.lane("beter").title == "Kan beter"
    with pytest.raises(KeyError):
        WALL.lane("weg")


def test_every_scope_and_way_to_add_is_tried() -> None:
    """The table of test_table.py must meet every declaration there can be."""
    from tests.boards.scene import KINDS  # noqa: PLC0415

    assert {kind.scope for kind in KINDS} == set(Scope)
    assert {kind.adds for kind in KINDS} == set(Adds)
