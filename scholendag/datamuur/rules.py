"""What goes on a data wall, and who writes the notes of a room."""

import re

from scholendag.agenda.models import Block
from scholendag.agenda.queries import is_running
from scholendag.breakouts.models import Room
from scholendag.datamuur.models import DataCard
from scholendag.sessies.actors import Actor

# More subjects than this and people read instead of choose.
MANY_SUBJECTS = 6
# Of each kind, on one card.
POINTS = 2

_PUPILS = r"(?:leerling|kind|meisje|jongen|student|kleuter)(?:en|eren|s)?"
_SMALL = r"(?:[1-4]|één|twee|drie|vier)"
# A number that says which group, how much or how often, not how many pupils.
_NO_COUNT = r"(?:procent|keer|maal|op|jaar|jarige|punt|punten|uur|dagen|weken|maanden|groepen)\b"
_FEW_PUPILS = re.compile(
    r"(?<![\d.,/])(?<!groep )(?<!klas )(?<!leerjaar )(?<!op )(?<!op de )"
    rf"\b{_SMALL}\s+(?!{_NO_COUNT})"
    rf"(?:van\s+de\s+\d+\s+|(?:\w+\s+){{0,2}}){_PUPILS}\b",
    re.IGNORECASE,
)


def names_few_pupils(text: str) -> bool:
    """Does the text seem to give a number of pupils from 1 to 4?

    Such numbers make pupils recognisable; public school statistics print "<5" instead. It is a
    guess, so it only ever warns.
    """
    return bool(_FEW_PUPILS.search(text))


def names_few_pupils_on(card: DataCard) -> bool:
    """Does one of the card's texts seem to make pupils recognisable?"""
    texts = (card.subject, *card.strong, *card.attention)
    return any(names_few_pupils(text) for text in texts)


def has_many_subjects(number_of_cards: int) -> bool:
    """Is it time to advise choosing? The facilitator's guide warns against too much to read."""
    return number_of_cards > MANY_SUBJECTS


def is_complete(card: DataCard) -> bool:
    """Two points that go well and two that need attention, as the facilitator's guide asks."""
    return len(card.strong) == len(card.attention) == POINTS


def may_write_notes(actor: Actor, room: Room, block: Block) -> bool:
    """Only the notulist of the room, for as long as the data wall runs."""
    return (
        actor.participant is not None
        and room.writer_id == actor.participant.pk
        and is_running(block)
    )
