"""One text of a room: one person writes it, and nobody's words are lost when the pen passes on.

The instruments that let a room write something keep to this. A page says what it thought the
server had (`bases`): the text that it got, and what it sent since without hearing of it.
"""

from collections.abc import Sequence

from django.db.models import CharField, Model, TextField
from django.http import HttpResponse

from scholendag import live
from scholendag.breakouts.merging import settle, tidy
from scholendag.sessies.refused import Refused

# In an answer: the field has to show the text that comes with it, not what was sent.
OTHER_TEXT = "X-Other-Text"
CONFLICT = 409


class NotTheWriter(Refused):
    """Somebody else has the pen of the room."""

    message = "Iemand anders schrijft nu voor jullie. Je tekst staat nog op dit apparaat."


class Overtaken(Refused):
    """The same words were changed on another device in the meantime."""

    message = "Hier staat nu iets anders. Jouw tekst is bewaard op dit apparaat."


def settled(text: str, bases: Sequence[str], current: str, *, has_pen: bool, longest: int) -> str:
    """What to store of this text, in place of `current`.

    Who has the pen and says nothing of `bases` replaces. Who gave the pen away can only add what
    they typed before: whoever sits in the room may take the pen, so that gives no new right.
    Raises NotTheWriter or Overtaken; `longest` is the number of characters that fits.
    """
    if not bases and not has_pen:
        raise NotTheWriter
    found = settle(text, bases, current) if bases else tidy(text)
    if found is None or len(found) > max(longest, len(tidy(text))):
        raise Overtaken
    return found


def longest_of(model: type[Model], name: str) -> int:
    """How many characters this field of text holds."""
    field = model._meta.get_field(name)
    assert isinstance(field, CharField | TextField)  # noqa: S101 - nothing else is a text
    assert field.max_length  # noqa: S101 - each has a limit
    return field.max_length


def answer(
    sent: str, stored: str, field: live.Fragment, *lines: live.Fragment, status: int = 200
) -> HttpResponse:
    """What a page gets that sent a text: these lines, and the field if another was stored."""
    pieces = lines if tidy(sent) == tidy(stored) else (field, *lines)
    return marked(live.answer(*pieces, status=status), sent, stored)


def marked(response: HttpResponse, sent: str, stored: str) -> HttpResponse:
    """The answer, which holds the field, with the mark that another text was stored if so."""
    if tidy(sent) != tidy(stored):
        response[OTHER_TEXT] = "1"
    return response
