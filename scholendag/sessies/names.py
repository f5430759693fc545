"""First names as people type them. Pure: text in, text out."""

import unicodedata

MAX_LENGTH = 40
# Up to this many letters are an initial (Bram K.), more are a bouw (Bram (onderbouw)).
INITIAL_LENGTH = 2


def tidy(text: str) -> str:
    """Without spaces around it or double ones within, every accent written in one way."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_name(text: str) -> bool:
    """Can be read aloud and shown: at least one letter, nothing invisible."""
    return text.isprintable() and any(character.isalpha() for character in text)


def key(name: str) -> str:
    """What is left when capitals, accents, spaces and marks do not count. Equal keys, one name."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in letters if character.isalnum())


def with_addition(name: str, addition: str) -> str:
    """The name made different from a namesake's: `Bram K.` or `Bram (onderbouw)`."""
    addition = tidy(addition).strip(".()")
    if not addition:
        return name
    if len(addition) <= INITIAL_LENGTH:
        return f"{name} {addition.capitalize()}."
    return f"{name} ({addition})"
