"""How groups are counted in a sentence. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from scholendag.breakouts.sizes import DUO, TEAM

# More names than this nobody reads in a sentence.
MOST_NAMES = 5
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


def since_sentence(came: Sequence[str], left: Sequence[str]) -> str:
    """Such as "Anna en Bram kwamen binnen, Cas is weg."; empty when nothing changed."""
    parts = [
        f"{_some(names)} {one if len(names) == 1 else more}"
        for names, one, more in (
            (came, "kwam binnen", "kwamen binnen"),
            (left, "is weg", "zijn weg"),
        )
        if names
    ]
    return ", ".join(parts) + "." * bool(parts)


def meeting_sentence(repeats: int) -> str:
    """How many twos meet again, such as "3 tweetallen zien elkaar weer."."""
    if not repeats:
        return "Niemand ontmoet dezelfde twee keer."
    return f"{repeats} {'tweetal ziet' if repeats == 1 else 'tweetallen zien'} elkaar weer."


def unwanted_sentence(repeats: int, least: int) -> str:
    """The same where only new people were asked for: whether it can be otherwise."""
    sentence = meeting_sentence(repeats).removesuffix(".")
    if repeats <= least:
        return f"{sentence}: met zoveel mensen kan het niet anders."
    return f"{sentence}. Schud opnieuw: misschien kan het met minder."


def _some(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMES:
        return listed(list(names))
    return f"{', '.join(names[:MOST_NAMES])} en {len(names) - MOST_NAMES} anderen"


def _rooms_of_size(count: int, size: int, kind: str) -> str:
    if kind == DUO and size in _DUO_NAMES:
        return f"{count} {_DUO_NAMES[size][count > 1]}"
    noun = "team" if kind == TEAM else "groepje"
    return f"{count} {noun}{'s' if count > 1 else ''} van {size}"
