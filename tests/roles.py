"""People who help by a link of their own, and their browsers."""

from scholendag.sessies.actors import HELPERS, Actor, holder_of, link_cookie
from scholendag.sessies.models import AccessLink, Sessie
from tests.cast import PageClient

Role = AccessLink.Role


def link_of(sessie: Sessie, role: Role, holder: str = "Joris") -> AccessLink:
    """The link of this person in this role."""
    return AccessLink.objects.create(sessie=sessie, role=role, holder=holder)


def helper(sessie: Sessie, role: Role, holder: str = "Joris") -> Actor:
    """This person in this role, as the rules see them."""
    return holder_of(link_of(sessie, role, holder))


def browser_with(*links: AccessLink) -> PageClient:
    """A browser in which these links were opened; its pages are those of the last."""
    client = PageClient()
    for link in links:
        client.cookies[link_cookie(link)] = link.token
        client.role = HELPERS[Role(link.role)]
    return client
