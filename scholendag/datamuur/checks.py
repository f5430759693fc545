"""What of a data wall has to be ready before the day starts."""

from collections.abc import Iterator

from django.urls import reverse

from scholendag.agenda.models import Block
from scholendag.datamuur.models import DataCard
from scholendag.datamuur.queries import cards_of
from scholendag.datamuur.rules import MANY_SUBJECTS, has_many_subjects, is_complete
from scholendag.instruments.checks import Check, found


def checks(block: Block) -> Iterator[Check]:
    """There are cards, and not more than people can choose from."""
    cards = list(cards_of(block))
    good = bool(cards) and not has_many_subjects(len(cards))
    url = reverse("datamuur:prepare", args=[block.pk])
    yield found(f"Kaarten voor {block.title}", _detail(cards), url, good=good)


def _detail(cards: list[DataCard]) -> str:
    number = len(cards)
    if not cards:
        return "Er zijn nog geen kaarten. Maak er een, of vraag een dataredacteur."
    if has_many_subjects(number):
        return f"Er zijn {number} kaarten. Kies er hooguit {MANY_SUBJECTS}."
    amount = "1 kaart." if number == 1 else f"{number} kaarten."
    partly = sum(not is_complete(card) for card in cards)
    if not partly:
        return amount
    return f"{amount} Op {partly} daarvan staan nog geen 2 sterke en 2 aandachtspunten."
