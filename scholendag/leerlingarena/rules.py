"""Who may do what around a leerlingarena."""

from scholendag.agenda.models import Block
from scholendag.leerlingarena.models import Conversation
from scholendag.sessies.actors import Actor, Role

# The facilitator's guide asks for one or two colleagues who take notes; the rest only listens.
MOST_AANTEKENAARS = 2


def may_lead(actor: Actor, block: Block) -> bool:
    """The coach or the gespreksleider keeps the conversation going, until the day is closed."""
    return (actor.is_coach or actor.role is Role.GESPREKSLEIDER) and _is_there(actor, block)


def may_arrange(actor: Actor, block: Block) -> bool:
    """The coach says who takes notes and what the pupils hear, until the day is closed."""
    return actor.is_coach and _is_there(actor, block)


def has_pupil(conversation: Conversation, pupil: int) -> bool:
    """Takes part in this conversation: "Leerling 1" up to how many there are."""
    return 1 <= pupil <= conversation.pupils


def may_have_one_more_aantekenaar(number: int) -> bool:
    """There is room for another beside this many."""
    return number < MOST_AANTEKENAARS


def _is_there(actor: Actor, block: Block) -> bool:
    return actor.sessie.pk == block.sessie_id and not actor.sessie.is_closed
