"""What looks like someone's name in a text. Pure, and a guess: it only ever leads to a hint."""

import re
import unicodedata
from collections.abc import Collection

from scholendag.boards.dutch import STOP_WORDS, fold

_TITLES = ("meneer", "mevrouw", "juf", "juffrouw", "meester", "mevr", "dhr", "mw")
_TITLED = re.compile(
    rf"\b(?i:{'|'.join(_TITLES)})\b\.?\s+"
    r"(?:(?:van|de|den|der|ten|ter|.t)\s+)*[A-ZÀ-ÖØ-Þ][^\W\d_]*"
)
_WORD = re.compile(r"[^\W\d_]+")
# A word that begins the text, a line or a sentence has a capital whatever it means.
_BEGINS = re.compile(r"(?:^|[.!?:;…\n])[\s\"'“”‘’(*•–-]*$")  # noqa: RUF001 - as they are typed
# Shorter ones are in too many words: with a capital in mid-sentence only.
SHORT = 3

_ALSO_WORDS = """
amber april art beer bloem bob boy cor daan dag dop dot floor fleur guus hans heer hein hoop iris
jade jan jasmijn jet joost joy juni klaas kees lente lies lief liefde lieve linde lot lotus maas
madelief mark mees mei merel mien mies mus parel piet pim pip puck raaf rein rob roos ruby silver
sky ster steen sterre storm toon ton trouw valk viola vos vrede ward wolf zilver zon zus
"""
# First names that are ordinary words too.
ORDINARY = frozenset(_ALSO_WORDS.split()) | STOP_WORDS


def names_in(text: str, first_names: Collection[str]) -> tuple[str, ...]:
    """The words that look like a name, as they were typed: of these people, or "juf Anna".

    Capitals and accents make no difference, and "Anna's" and "Brams" count. A name that is also
    a word, such as Roos or Mees, counts with a capital inside a sentence only.
    """
    text = unicodedata.normalize("NFC", text)
    titled = [(match.start(), match.end()) for match in _TITLED.finditer(text)]
    known = {fold(name) for name in first_names if name}
    found = [*titled]
    for word in _WORD.finditer(text):
        inside = any(start <= word.start() < end for start, end in titled)
        if not inside and _is_name(word, known):
            found.append(word.span())
    return tuple(dict.fromkeys(text[start:end] for start, end in sorted(found)))


def first_name(name: str) -> str:
    """The part by which people call someone: "Bram K." is Bram, "Juf Anna" is Anna; or empty."""
    words = _WORD.findall(unicodedata.normalize("NFC", name))
    return next((word for word in words if fold(word) not in _TITLES), "")


def _is_name(word: re.Match[str], known: Collection[str]) -> bool:
    typed, folded = word[0], fold(word[0])
    if folded in known:
        return not _is_common(folded) or _is_marked(word)
    # Of someone: "Brams idee".
    owner = folded.removesuffix("s")
    return owner in known and typed[0].isupper() and not _is_common(owner)


def _is_common(folded: str) -> bool:
    return len(folded) < SHORT or folded in ORDINARY


def _is_marked(word: re.Match[str]) -> bool:
    """Has a capital that says something: not that of a sentence or of a text in capitals."""
    typed = word[0]
    capital = typed[0].isupper() and (len(typed) == 1 or not typed.isupper())
    return capital and not _BEGINS.search(word.string[: word.start()])
