"""Which notes seem to belong together: a proposal, for people to follow or not. Pure.

Plain likeness of texts, computed here and nowhere else: what is on a board is sent to nobody. Notes
are joined two by two, the most alike first, as long as a group is on the average alike enough
(average-link clustering). Comparing 600 post-its of some ten words takes about a fifth of a
second of one core, and 600 of the longest about a second.

The same notes give the same proposals, in whatever order they come.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scholendag.boards.dutch import Word, fold, words
from scholendag.boards.grouping import Group, group
from scholendag.boards.likeness import Vector, likenesses, middle, vectors
from scholendag.boards.naming import name_of

# Fewer than this are seen at a glance.
FEWEST = 4
# How much the notes of a group are alike, on the average.
ALIKE = 0.12

Notes = Sequence[tuple[int, str]]
Clusters = Sequence[tuple[int, str, Sequence[str]]]


@dataclass(frozen=True)
class Proposal:
    """Notes, by key, that belong together under this name; or into the existing `cluster`."""

    keys: tuple[int, ...]
    name: str
    cluster: int | None = None


@dataclass(frozen=True)
class _Item:
    """One text, however many notes have it; or all of an existing cluster as one."""

    text: str
    words: tuple[Word, ...]
    keys: tuple[int, ...] = ()
    cluster: int | None = None

    @property
    def size(self) -> int:
        return max(len(self.keys), 1)


def suggest(notes: Notes, clusters: Clusters = ()) -> tuple[Proposal, ...]:
    """What could be put together, the clearest first; nothing for fewer than four notes.

    `notes` are the loose ones of a lane as (key, text), `clusters` what is together there already
    as (key, name, texts). A note that fits nowhere is in no proposal.
    """
    if len(notes) < FEWEST:
        return ()
    items = _items(notes, clusters)
    found = vectors([item.words for item in items])
    apart = frozenset(n for n, item in enumerate(items) if item.cluster is not None)
    sizes = [item.size for item in items]
    groups = group(likenesses(found), sizes, apart, ALIKE)
    ranked = sorted(groups, key=lambda one: _rank(one, sizes))
    proposals = (_proposal([items[n] for n in one.members], found, one) for one in ranked)
    return tuple(proposal for proposal in proposals if proposal)


def _items(notes: Notes, clusters: Clusters) -> list[_Item]:
    """By text, so that the order of the input does not matter."""
    same: dict[str, list[tuple[int, str]]] = {}
    for key, text in notes:
        if stripped := " ".join(text.split()):
            same.setdefault(fold(stripped), []).append((key, stripped))
    loose = [_same(ones) for _, ones in sorted(same.items())]
    there = [
        _Item(name, words("\n".join([name, *sorted(texts)])), cluster=key)
        for key, name, texts in sorted(clusters, key=lambda one: one[0])
    ]
    return loose + there


def _same(ones: Sequence[tuple[int, str]]) -> _Item:
    text = min(text for _, text in ones)
    return _Item(text, words(text), tuple(sorted(key for key, _ in ones)))


def _proposal(items: Sequence[_Item], found: Sequence[Vector], one: Group) -> Proposal | None:
    keys = tuple(sorted(key for item in items for key in item.keys))
    cluster = next((item for item in items if item.cluster is not None), None)
    if cluster:
        return Proposal(keys, cluster.text, cluster.cluster) if keys else None
    if len(keys) < 2:  # noqa: PLR2004 - one note alone is no group
        return None
    name = name_of(
        [(item.text, item.words) for item in items], middle(found[n] for n in one.members)
    )
    return Proposal(keys, name)


def _rank(one: Group, sizes: Sequence[int]) -> tuple[float, tuple[int, ...]]:
    return -one.likeness * sum(sizes[n] for n in one.members), one.members
