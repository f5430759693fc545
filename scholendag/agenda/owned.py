"""The programmes of one coach: those of everyone, and one's own to save, replace and throw away."""

from secrets import token_hex

from django.db import transaction
from django.db.models import F, Q, QuerySet

from scholendag.accounts.models import User
from scholendag.agenda.content import ProgrammeContent
from scholendag.agenda.models import Programme
from scholendag.agenda.programmes import fields_of
from scholendag.agenda.queries import blocks_of
from scholendag.agenda.writing import block_of
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused

# More than anyone needs; a list with more of them is of no use to anyone.
MOST = 50
FULL = f"Je hebt al {MOST} eigen sjablonen. Gooi er eerst een weg."


def programmes_for(user: User | None) -> QuerySet[Programme]:
    """Those that come with the software and, for who has an account, one's own after them."""
    own = Q(owner=user) if user else Q(pk__in=())
    everyones_first = F("owner").asc(nulls_first=True)
    return Programme.objects.filter(Q(owner=None) | own).order_by(everyones_first, "title", "pk")


def programme_of(sessie: Sessie, title: str, summary: str) -> ProgrammeContent:
    """The agenda of a day as a programme; what is skipped today is simply in it."""
    blocks = (block_of(block, steps) for block, steps in blocks_of(sessie) if steps)
    return ProgrammeContent(title, new_slug(), summary, tuple(blocks))


@transaction.atomic
def save_own(user: User, content: ProgrammeContent) -> Programme:
    """Keep a programme as one's own, under a slug that nobody else has. Raises Refused."""
    if user.programmes.count() >= MOST:
        raise Refused(FULL)
    return Programme.objects.create(slug=new_slug(), owner=user, **fields_of(content))


def replace_own(programme: Programme, content: ProgrammeContent) -> None:
    """Let one of one's own hold this instead. Days that were made from it do not change."""
    fields = fields_of(content)
    for name, value in fields.items():
        setattr(programme, name, value)
    programme.save(update_fields=list(fields))


def new_slug() -> str:
    """A slug that no programme has."""
    return f"eigen-{token_hex(6)}"
