"""Giving people a role by a link of their own, and taking it back."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.live import audiences
from scholendag.sessies import actions, rules
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import AccessLink, Sessie
from scholendag.sessies.names import key
from scholendag.sessies.queries import named_links
from scholendag.sessies.refused import Refused

# The log of the day stands above this app. It is told who did what with a link.
after: list[Callable[[Actor, str], None]] = []


class TooManyLinks(Refused):
    """More people than this do not help with one day."""

    message = f"Er zijn al {rules.MOST_HELPERS} links. Trek eerst een link in die je niet gebruikt."


@transaction.atomic
def hand_out(actor: Actor, role: AccessLink.Role, holder: str) -> AccessLink:
    """A link for this person (a tidied name) in this role. Raises Refused.

    The same name and role again is refused: it is the form that was sent twice, or two people
    whom the log could not tell apart.
    """
    sessie = Sessie.objects.select_for_update(no_key=True).get(pk=actor.sessie.pk)
    living = list(named_links(sessie))
    if any(link.role == role and key(link.holder) == key(holder) for link in living):
        raise Refused(f"{holder} heeft al een link als {role.label}. Die staat hieronder.")
    if len(living) >= rules.MOST_HELPERS:
        raise TooManyLinks
    link = AccessLink.objects.create(sessie=sessie, role=role, holder=holder)
    _tell(actor, f"maakte een link voor {_named(link)}")
    return link


@transaction.atomic
def withdraw(actor: Actor, link: AccessLink) -> None:
    """The link opens nothing any more, and the pages that are open on it close. Twice is once."""
    living = AccessLink.objects.filter(pk=link.pk, revoked_at=None)
    if living.update(revoked_at=timezone.now()):
        live.regroup(audiences.link(link.pk))
        _tell(actor, f"trok de link van {_named(link)} in")


@transaction.atomic
def renew(actor: Actor, link: AccessLink) -> AccessLink:
    """A new link in the place of one without a name, that may have gone astray."""
    new = actions.renew_link(link)
    if new.pk != link.pk:
        _tell(actor, f"verving de link van {AccessLink.Role(link.role).label}")
    return new


def opened(link: AccessLink) -> None:
    """The link was opened now; who handed it out can see that it arrived."""
    AccessLink.objects.filter(pk=link.pk).update(opened_at=timezone.now())


def _named(link: AccessLink) -> str:
    return f"{link.holder} ({AccessLink.Role(link.role).label})"


def _tell(actor: Actor, deed: str) -> None:
    for listener in after:
        listener(actor, deed)
    live.refresh(audiences.coaches(actor.sessie.pk))
