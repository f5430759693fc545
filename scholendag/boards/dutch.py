"""The words of a Dutch text, so far alike that they can be compared. Pure."""

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

# More of a longer word says nothing new.
WORD_LENGTH = 40
GRAM = 4
# Shorter words are found in anything.
PART = 4

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_STEMMER = snowballstemmer.stemmer("dutch")

# What stands in any sentence, and in any post-it about school without saying what it is about.
_STOP_WORDS = """
aan al alle alleen allemaal als altijd ander andere anders beetje behoorlijk ben bent best beter
betere bij binnen blijf blijft blijven bv daar dag dagen dan dat de deden deed den der
dergelijke deze die dingen dit docent docenten doe doen doet door doordat dus echt een eens
eerder eerst eigen eigenlijk elk elkaar elke en er erg even ff fijn fijne ga gaaf gaan gaat gauw
ge geef geeft geen gegeven gehad gemaakt genoeg geven geweest geworden goed goede graag groep
groepen groot grote haar had hadden heb hebben hebt heeft heel hele hem hen het hier hij hoe
hoewel hou houden hun ieder iedere iedereen iemand iets ik in is ja jaar je jij jou jouw juf
juist jullie kan kind kinderen klas klassen kom komen komt krijg krijgen krijgt kun kunnen kunt
kwam laat laten later leerkracht leerkrachten leerling leerlingen lekker leraar leraren les
lessen leuk leuke liever lln maak maakt maar maken makkelijk man me mee meer meest meester men
met mij mijn minder misschien mocht moest moet moeten mogen mooi mooie na naar nee net niemand
niet niets nieuw nieuwe niks nl nodig nog nooit nou nu of om omdat onder onderwijs ons
ontzettend onze ook op over per prettig prettige rond s scholen school sinds slecht slechte soms
steeds super t te team tegen terug tijdens toch toe toen tot tussen u uit uw vaak vaker van
vandaag veel vele verder via vind vinden vindt vol volgens vond voor vooral voordat waar waarom
wanneer waren was wat we weer weinig wel welk welke wie wij wil willen word worden wordt zal ze
zeer zeg zeker zelf zich zie zien ziet zij zijn zo zoals zodat zonder zou zouden
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True)
class Word:
    """A word as it was typed, without capitals and accents (`folded`), and its stem."""

    typed: str
    folded: str
    stem: str


def fold(text: str) -> str:
    """Without capitals and accents: "Één" becomes "een"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def words(text: str) -> tuple[Word, ...]:
    """The words that say what a text is about, in order: no numbers, no stop words."""
    found = (_word(typed) for typed in _WORD.findall(unicodedata.normalize("NFC", text)))
    return tuple(word for word in found if len(word.folded) > 1 and word.folded not in STOP_WORDS)


@lru_cache(maxsize=10_000)
def grams(folded: str) -> tuple[str, ...]:
    """The pieces of a word, its begin and end marked: compounds and typing errors share most."""
    marked = f"^{folded}$"
    pieces = (marked[at : at + GRAM] for at in range(max(len(marked) - GRAM + 1, 1)))
    return tuple(dict.fromkeys(pieces))


def parts(stem: str, known: Set[str]) -> list[str]:
    """What a compound begins or ends with, of the stems that are known: "leesboek" with "boek"."""
    cuts = range(PART, len(stem) - 1)
    begin = [stem[:at] for at in cuts if stem[:at] in known]
    end = [stem[at:] for at in range(2, len(stem) - PART + 1) if stem[at:] in known]
    return begin[-1:] + end[:1]


@lru_cache(maxsize=10_000)
def _word(typed: str) -> Word:
    folded = fold(typed)[:WORD_LENGTH]
    return Word(typed, folded, _STEMMER.stemWord(folded))
