"""A short name for texts that belong together, in the words of those who wrote them. Pure."""

from collections import Counter
from collections.abc import Sequence

from scholendag.boards.dutch import Word, grams
from scholendag.boards.likeness import Vector, features

NAME_LENGTH = 40
# A second word is in the name when it tells at least this part of what the first does, and more
# than half of the texts have it.
ALSO = 0.6
# Two words that share this part of their pieces say the same.
SAME = 0.3


def name_of(texts: Sequence[tuple[str, Sequence[Word]]], middle: Vector) -> str:
    """At most 40 characters, with a capital first: the one or two words that tell most.

    `texts` come with their words; `middle` says what they have together.
    """
    if len(texts) == 1:
        return _as_name(texts[0][0])
    telling = _telling([words for _, words in texts], middle)
    if not telling:
        return _as_name(min(text for text, _ in texts))
    (first, most), *rest = telling
    has = Counter(stem for _, words in texts for stem in {word.stem for word in words})
    others = (
        word
        for word, score in rest
        if score >= ALSO * most and 2 * has[word.stem] > len(texts)
        if not _say_the_same(word, first)
    )
    second = next(others, None)
    both = f"{first.typed} en {second.typed}" if second else first.typed
    return _as_name(both if len(both) <= NAME_LENGTH else first.typed)


def _telling(texts: Sequence[Sequence[Word]], middle: Vector) -> list[tuple[Word, float]]:
    """One word for each stem, as most people typed it, the most telling first."""
    by_stem: dict[str, Counter[str]] = {}
    for text in texts:
        for word in set(text):
            by_stem.setdefault(word.stem, Counter())[_without_capital(word.typed)] += 1
    words = [_most_typed(stem, typed) for stem, typed in by_stem.items()]
    scored = ((word, _score(word, middle)) for word in words)
    return sorted(scored, key=lambda one: (-round(one[1], 9), one[0].typed))


def _most_typed(stem: str, typed: Counter[str]) -> Word:
    best = min(typed, key=lambda one: (-typed[one], len(one), one))
    return Word(best, best.casefold(), stem)


def _score(word: Word, middle: Vector) -> float:
    return sum(weight * middle.get(feature, 0.0) for feature, weight in features(word).items())


def _say_the_same(one: Word, other: Word) -> bool:
    mine, its = set(grams(one.folded)), set(grams(other.folded))
    return len(mine & its) >= SAME * min(len(mine), len(its))


def _without_capital(typed: str) -> str:
    """As it stands in the middle of a sentence; what is all capitals stays so."""
    return typed if typed.isupper() and len(typed) > 1 else typed.lower()


def _as_name(text: str) -> str:
    cut = text if len(text) <= NAME_LENGTH else f"{text[: NAME_LENGTH - 1].rstrip()}…"
    return cut[:1].upper() + cut[1:]
