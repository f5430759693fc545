"""How much texts are alike: by the words they share, and the pieces of words. Pure.

A text is a vector: each stem and each piece of a word weighs more as fewer texts have it (tf-idf),
and likeness is the cosine of two such vectors, from 0 to 1. Only what is shared by some and not by
most is looked at, so the work stays near the number of texts and not its square.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from math import log, sqrt

from scholendag.boards.dutch import Word, grams, parts

Vector = dict[str, float]

# What a word weighs as its stem, as the stem of a part of it, and by all its pieces together.
STEM, PART, PIECES = 1.6, 1.2, 0.8
# What more than this part of the texts have says nothing of what sets them apart.
COMMON = 0.25
FEW = 8
# What fewer than this have is as rare as it gets: mostly words that say nothing of a group.
RARE = 3


def vectors(texts: Sequence[Sequence[Word]]) -> list[Vector]:
    """A vector of length 1 for each text; empty when there is nothing in it to compare."""
    known = frozenset(word.stem for words in texts for word in words)
    counts = [_counted(words, known) for words in texts]
    weights = _weights(counts)
    return [_normal({f: n * weights[f] for f, n in one.items() if f in weights}) for one in counts]


def likenesses(vectors: Sequence[Vector]) -> list[dict[int, float]]:
    """For each vector the others that are anything like it, by number."""
    holders: dict[str, list[tuple[int, float]]] = {}
    found: list[dict[int, float]] = []
    for number, vector in enumerate(vectors):
        alike: dict[int, float] = {}
        for feature, weight in vector.items():
            for other, its in holders.setdefault(feature, []):
                alike[other] = alike.get(other, 0.0) + weight * its
            holders[feature].append((number, weight))
        for other, likeness in alike.items():
            found[other][number] = likeness
        found.append(alike)
    return found


def middle(vectors: Iterable[Vector]) -> Vector:
    """What several texts have together."""
    total: Vector = {}
    for vector in vectors:
        for feature, weight in vector.items():
            total[feature] = total.get(feature, 0.0) + weight
    return total


def features(word: Word, known: Set[str] = frozenset()) -> Vector:
    """What a word adds to the vector of its text, among texts with these stems."""
    pieces = grams(word.folded)
    found = dict.fromkeys(pieces, PIECES / sqrt(len(pieces)))
    found |= {f"={part}": PART for part in parts(word.stem, known)}
    return found | {f"={word.stem}": STEM}


def _counted(words: Sequence[Word], known: Set[str]) -> Vector:
    """A word that is repeated counts a little more, not twice."""
    times = Counter(words)
    counted: Vector = {}
    for word, number in times.items():
        for feature, weight in features(word, known).items():
            counted[feature] = counted.get(feature, 0.0) + weight * (1 + log(number))
    return counted


def _weights(counts: Sequence[Vector]) -> Vector:
    in_texts = Counter(feature for one in counts for feature in one)
    most = max(COMMON * len(counts), FEW)
    return {
        f: max(log(len(counts) / max(n, RARE)), 0.0) + 0.1 for f, n in in_texts.items() if n <= most
    }


def _normal(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {feature: weight / length for feature, weight in vector.items()} if length else {}
