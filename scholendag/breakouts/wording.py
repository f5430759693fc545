"""How groups are counted in a sentence. Pure."""

from collections import Counter
from collections.abc import Iterable

from scholendag.breakouts.sizes import DUO, TEAM

_DUO_NAMES = {2: ("duo", "duo's"), 3: ("drietal", "drietallen")}


def size_sentence(sizes: Iterable[int], kind: str) -> str:
    """Such as "25 mensen: 7 groepjes van 3 en 1 groepje van 4"; empty without anyone."""
    counts = Counter(sizes).most_common()
    people = sum(size * count for size, count in counts)
    parts = [_rooms_of_size(count, size, kind) for size, count in counts]
    if not parts:
        return ""
    return f"{people} {'mens' if people == 1 else 'mensen'}: {listed(parts)}."


def listed(parts: list[str]) -> str:
    """Such as "Anna, Bram en Cas"."""
    return " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _rooms_of_size(count: int, size: int, kind: str) -> str:
    if kind == DUO and size in _DUO_NAMES:
        return f"{count} {_DUO_NAMES[size][count > 1]}"
    noun = "team" if kind == TEAM else "groepje"
    return f"{count} {noun}{'s' if count > 1 else ''} van {size}"
