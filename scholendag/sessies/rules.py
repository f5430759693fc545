"""What may be done in a sessie, and by whom."""

from scholendag.sessies.actors import Actor
from scholendag.sessies.models import AccessLink, Participant, Sessie

# The largest schools have some 150 teachers; far beyond that a code has leaked.
MAX_PARTICIPANTS = 400

# A coach can replace these. Who joined with a code needs no link, so there it would not help.
RENEWABLE = (AccessLink.Role.SCHERM, AccessLink.Role.SCHOOLLEIDER)

# What a coach can give to someone by name (domein.md, 2C).
HANDED_OUT = (
    AccessLink.Role.MEDEBEGELEIDER,
    AccessLink.Role.DATAREDACTEUR,
    AccessLink.Role.GESPREKSLEIDER,
    AccessLink.Role.AANTEKENAAR,
    AccessLink.Role.VERTELLER,
    AccessLink.Role.SCHOOLLEIDER,
)
MOST_HELPERS = 40


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
    """A coach with an account may replace the links that they hand out for their own sessie."""
    is_for_anyone = link.role in RENEWABLE and not link.holder
    return may_hand_out(actor) and link.sessie_id == actor.sessie.pk and is_for_anyone


def may_hand_out(actor: Actor) -> bool:
    """Who is in by a link cannot let others in, nor stay in when their own link is withdrawn."""
    return actor.is_coach and actor.has_account


def may_withdraw(actor: Actor, link: AccessLink) -> bool:
    """What was given to someone by name can be taken back."""
    return may_hand_out(actor) and link.sessie_id == actor.sessie.pk and bool(link.holder)


def may_end(actor: Actor) -> bool:
    """A day closes for good, so that is for a coach with an account."""
    return actor.is_coach and actor.has_account
