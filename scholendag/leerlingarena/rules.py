"""Who may do what around a leerlingarena, and what to say about names."""

import re

from scholendag.agenda.models import Block
from scholendag.leerlingarena.models import Conversation
from scholendag.sessies.actors import Actor, Role

# The facilitator's guide asks for one or two colleagues who take notes; the rest only listens.
MOST_AANTEKENAARS = 2

_NAME = re.compile(
    r"\b(?i:meneer|mevrouw|juf|juffrouw|meester|mevr\.?|dhr\.?|mw\.?)\s+"
    r"(?:(?:van|de|den|der|ten|ter|.t)\s+)*[A-ZÀ-ÖØ-Þ]"
)


def seems_to_name_someone(text: str) -> bool:
    """Does the text seem to hold a teacher's name, such as "juf Anna"?

    Nobody is named in an arena, not even in praise. It is a guess, so it only ever hints.
    """
    return bool(_NAME.search(text))


def may_lead(actor: Actor, block: Block) -> bool:
    """The coach or the gespreksleider keeps the conversation going, until the day is closed."""
    return (actor.is_coach or actor.role is Role.GESPREKSLEIDER) and _is_there(actor, block)


def may_arrange(actor: Actor, block: Block) -> bool:
    """The coach says who takes notes and what the pupils hear, until the day is closed."""
    return actor.is_coach and _is_there(actor, block)


def may_be_hinted(actor: Actor, block: Block) -> bool:
    """Who can write in the arena is warned about names."""
    writes = actor.participant is not None or actor.role is Role.AANTEKENAAR
    return (writes or actor.is_coach) and actor.sessie.pk == block.sessie_id


def has_pupil(conversation: Conversation, pupil: int) -> bool:
    """Takes part in this conversation: "Leerling 1" up to how many there are."""
    return 1 <= pupil <= conversation.pupils


def may_have_one_more_aantekenaar(number: int) -> bool:
    """There is room for another beside this many."""
    return number < MOST_AANTEKENAARS


def _is_there(actor: Actor, block: Block) -> bool:
    return actor.sessie.pk == block.sessie_id and not actor.sessie.is_closed
