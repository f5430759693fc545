"""What of a leerlingarena has to be ready before the day starts."""

from collections.abc import Iterator

from django.urls import reverse

from scholendag.agenda.models import Block
from scholendag.instruments.checks import Check, found
from scholendag.leerlingarena.queries import conversation_of, questions_of

NO_QUESTIONS = "Er zijn nog geen vragen. Begin met één open vraag."


def checks(block: Block) -> Iterator[Check]:
    """There are questions, and the pupils know when they are expected."""
    yield _questions(block)
    yield _pupils(block)


def _questions(block: Block) -> Check:
    spare = list(questions_of(block).values_list("is_spare", flat=True))
    number = spare.count(False)
    detail = "1 vraag." if number == 1 else f"{number} vragen."
    url = reverse("leerlingarena:prepare", args=[block.pk])
    title = f"Vragen voor {block.title}"
    return found(title, detail if number else NO_QUESTIONS, url, good=number > 0)


def _pupils(block: Block) -> Check:
    title = "Tijd van de leerlingen"
    if block.anchor is None:
        url = reverse("agenda:prepare", args=[block.sessie_id])
        return found(title, f"Geef {block.title} een vaste tijd in de agenda.", url, good=False)
    conversation = conversation_of(block)
    url = reverse("leerlingarena:prepare", args=[block.pk])
    time = f"{block.anchor:%H.%M} uur"
    if conversation is None:
        return found(title, f"{time}. Vul nog in hoeveel leerlingen komen.", url, good=False)
    return found(title, f"{time}, met {conversation.pupils} leerlingen.", url, good=True)
