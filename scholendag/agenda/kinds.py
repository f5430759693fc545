"""What kinds of blocks there are. The agenda knows no instruments; the registry offers them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WrongSettings = Callable[[dict[str, Any]], str]


def nothing_wrong(_settings: dict[str, Any]) -> str:
    """Any settings will do."""
    return ""


@dataclass(frozen=True)
class Kind:
    """What a block can be: an instrument with the phases that its steps can be in, by slug.

    `wrong_settings` says what is wrong with the settings of a block, in Dutch; nothing for good
    ones.
    """

    slug: str
    label: str
    phases: dict[str, str]
    wrong_settings: WrongSettings = nothing_wrong


_kinds: dict[str, Kind] = {}


def offer(kind: Kind) -> None:
    """Let coaches make blocks of this kind, in the order of offering."""
    _kinds[kind.slug] = kind


def all_kinds() -> tuple[Kind, ...]:
    """Every kind there is."""
    return tuple(_kinds.values())


def kind_called(slug: str) -> Kind | None:
    """The kind with this slug; None for one that is not there, or not any more."""
    return _kinds.get(slug)


def has_phase(kind: str, phase: str) -> bool:
    """Is there such a kind with such a phase?"""
    return kind in _kinds and phase in _kinds[kind].phases
