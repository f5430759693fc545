"""People who help by a link of their own."""

from scholendag.sessies.actors import Actor, holder_of
from scholendag.sessies.models import AccessLink, Sessie

Role = AccessLink.Role


def link_of(sessie: Sessie, role: Role, holder: str = "Joris") -> AccessLink:
    """The link of this person in this role."""
    return AccessLink.objects.create(sessie=sessie, role=role, holder=holder)


def helper(sessie: Sessie, role: Role, holder: str = "Joris") -> Actor:
    """This person in this role, as the rules see them."""
    return holder_of(link_of(sessie, role, holder))
