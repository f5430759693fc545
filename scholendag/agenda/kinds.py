"""What kinds of blocks there are. The agenda knows no instruments; the registry offers them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """What a block can be: an instrument with the phases that its steps can be in, by slug."""

    slug: str
    label: str
    phases: dict[str, str]


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
