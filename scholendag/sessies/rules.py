"""What may be done in a sessie, and by whom."""

from scholendag.sessies.actors import Actor
from scholendag.sessies.models import AccessLink, Participant, Sessie

# The largest schools have some 150 teachers; far beyond that a code has leaked.
MAX_PARTICIPANTS = 400

# A coach can replace these. Who joined with a code needs no link, so there it would not help.
RENEWABLE = (AccessLink.Role.SCHERM, AccessLink.Role.SCHOOLLEIDER)


def may_join(sessie: Sessie) -> bool:
    """People can come in, also late, until the day is closed."""
    return not sessie.is_closed


def has_place(people: int) -> bool:
    """There is room for one more beside this many people."""
    return people < MAX_PARTICIPANTS


def may_remove(actor: Actor, participant: Participant) -> bool:
    """A begeleider may take anyone out of their own sessie."""
    return actor.is_coach and participant.sessie_id == actor.sessie.pk


def may_renew(actor: Actor, link: AccessLink) -> bool:
    """A begeleider may replace the links that they hand out for their own sessie."""
    return actor.is_coach and link.sessie_id == actor.sessie.pk and link.role in RENEWABLE
