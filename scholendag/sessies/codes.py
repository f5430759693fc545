"""The six-character code as people type it. Pure: text in, text out."""

from scholendag.sessies.models import CODE_ALPHABET, CODE_LENGTH

LOOK_ALIKES = "O0I1"


def tidy(text: str) -> str:
    """The code that was meant: capitals, without spaces, dots and dashes."""
    return "".join(character for character in text.upper() if character.isalnum())


def complaint(code: str) -> str:
    """What cannot be right about a tidied code, in a sentence; empty when it may be right."""
    if any(character in LOOK_ALIKES for character in code):
        return (
            "In een code zitten nooit de letters O en I of de cijfers 0 en 1. "
            "Kijk nog eens goed: misschien is het een Q, een D, een L of een 7."
        )
    if len(code) != CODE_LENGTH:
        return f"Een code heeft {CODE_LENGTH} tekens. Jij typte er {len(code)}."
    if any(character not in CODE_ALPHABET for character in code):
        return "In een code zitten alleen letters en cijfers, zonder accenten."
    return ""
