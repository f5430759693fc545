"""Two texts that grew from one, put together again. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class _Change:
    """`new` in place of what stood from `start` to `end`."""

    start: int
    end: int
    new: str


def tidy(text: str) -> str:
    """The text as it is stored, however a browser sent it."""
    return text.replace("\r\n", "\n").strip()


def settle(text: str, bases: Sequence[str], current: str) -> str | None:
    """What to store of a text that was typed while the page had one of `bases`.

    As it is, when the server still has one of those. Else the text and the `current` one
    together; None when both changed the same words, because then only people can choose.
    """
    text, current, known = tidy(text), tidy(current), [tidy(base) for base in bases]
    if text == current or current in known:
        return text
    return merge(known[0], current, text) if known else None


def merge(base: str, first: str, second: str) -> str | None:
    """`base` with what changed in `first` and in `second`; None when they changed the same words.

    When one of them is the other with more behind it, that one is both.
    """
    one, other = _change(base, first), _change(base, second)
    if one.start == one.end == other.start == other.end:
        return base[: one.start] + _together(one.new, other.new) + base[one.end :]
    if (one.start, one.end) > (other.start, other.end):
        one, other = other, one
    if one.end > other.start:
        return None
    between = base[one.end : other.start]
    return base[: one.start] + one.new + between + other.new + base[other.end :]


def _change(base: str, text: str) -> _Change:
    start = _shared(base, text)
    tail = min(_shared(base[::-1], text[::-1]), min(len(base), len(text)) - start)
    return _Change(start, len(base) - tail, text[start : len(text) - tail])


def _shared(one: str, other: str) -> int:
    """With how many of the same characters both begin."""
    differs = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differs, min(len(one), len(other)))


def _together(first: str, second: str) -> str:
    """Two insertions at one place, the first one first, apart from each other."""
    if second.startswith(first):
        return second
    if first.startswith(second):
        return first
    glue = "" if second[:1].isspace() or first[-1:].isspace() else "\n"
    return first + glue + second
