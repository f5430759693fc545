"""Who is asking. Every rule takes an Actor; every view finds its object through one.

A page says in a header which of someone's roles it is for (one laptop may have the begeleider
page and a deelnemer page open side by side); the right to that role is looked up every time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from scholendag.accounts.models import User
from scholendag.schools.models import Membership, Team
from scholendag.sessies.models import AccessLink, Participant, Sessie
from scholendag.sessies.tokens import digest_of

ROLE_HEADER = "X-Als"
BORD_HEADER = "X-Bord"
# What the page says to whoever still has a cookie of a link that was withdrawn.
NO_LONGER = "Deze link werkt niet meer."


class Role(StrEnum):
    """What someone is in a sessie."""

    DEELNEMER = "deelnemer"
    BEGELEIDER = "begeleider"
    GESPREKSLEIDER = "gespreksleider"
    AANTEKENAAR = "aantekenaar"
    DATAREDACTEUR = "dataredacteur"
    VERTELLER = "verteller"
    SCHERM = "scherm"
    SCHOOLLEIDER = "schoolleider"
    BORD = "bord"


# What those who help by a link are in the sessie. The begeleider pages do not ask by which of the
# two somebody is a begeleider: by an account, or by a link as medebegeleider.
HELPERS = {
    AccessLink.Role.MEDEBEGELEIDER: Role.BEGELEIDER,
    AccessLink.Role.DATAREDACTEUR: Role.DATAREDACTEUR,
    AccessLink.Role.GESPREKSLEIDER: Role.GESPREKSLEIDER,
    AccessLink.Role.AANTEKENAAR: Role.AANTEKENAAR,
    AccessLink.Role.VERTELLER: Role.VERTELLER,
}


@dataclass(frozen=True)
class Actor:
    """Someone with a role in one sessie, and what that role rests on."""

    sessie: Sessie
    role: Role
    participant: Participant | None = None
    user: User | None = None
    team: Team | None = None
    link: AccessLink | None = None

    @property
    def is_coach(self) -> bool:
        """May run the day."""
        return self.role is Role.BEGELEIDER

    @property
    def has_account(self) -> bool:
        """Is signed in, and not here by a link that somebody else may withdraw."""
        return self.user is not None

    @property
    def name(self) -> str:
        """How the log and the others know this person."""
        holder = self.link.holder if self.link else ""
        return str(holder or self.participant or self.user or self.team or self.role)

    @property
    def key(self) -> str:
        """One person, or one link, whatever they are called."""
        held = (("link", self.link), ("deelnemer", self.participant), ("account", self.user))
        return next((f"{kind}-{one.pk}" for kind, one in held if one), str(self.role))


def cookie_name(sessie: Sessie) -> str:
    """The cookie that remembers a deelnemer of this sessie; outlives tab, socket and room."""
    return f"deelnemer-{sessie.code}"


def participant_from(cookies: dict[str, str], sessie: Sessie) -> Participant | None:
    """The deelnemer that this browser is in this sessie, unless removed."""
    token = cookies.get(cookie_name(sessie), "")
    participant = Participant.objects.filter(
        sessie=sessie, token_hash=digest_of(token), removed_at=None
    ).first()
    if participant:
        participant.sessie = sessie
    return participant


def coached_by(user: object) -> QuerySet[Sessie]:
    """The sessies of the schools where this user is expertcoach, with their rehearsals.

    A rehearsal has a school of its own, and the rights of the day that it is a copy of.
    """
    if not isinstance(user, User):
        return Sessie.objects.none()
    schools = Membership.objects.filter(user=user, role=Membership.Role.COACH).values("school")
    return Sessie.objects.filter(Q(school__in=schools) | Q(rehearsal_of__school__in=schools))


def link_for(token: str, *roles: AccessLink.Role) -> AccessLink | None:
    """The living link with this token, if it gives one of these roles."""
    return (
        AccessLink.objects.select_related("sessie", "sessie__school", "team")
        .filter(token_hash=digest_of(token), role__in=roles, revoked_at=None)
        .first()
    )


def link_cookie(link: AccessLink) -> str:
    """The cookie that remembers this link; one browser can hold several roles of several days."""
    return _link_cookie(AccessLink.Role(link.role), link.sessie_id)


def held_link(
    cookies: Mapping[str, str], sessie_id: int, role: AccessLink.Role
) -> AccessLink | None:
    """The living link to this sessie that the browser was opened with in this role."""
    token = cookies.get(_link_cookie(role, sessie_id))
    link = link_for(token, role) if token else None
    return link if link and link.sessie_id == sessie_id else None


def holder_of(link: AccessLink) -> Actor:
    """Whoever opened this link of a helper. Raises KeyError for a link of another kind."""
    return Actor(link.sessie, HELPERS[AccessLink.Role(link.role)], link=link)


def helper_in(request: HttpRequest, sessie_id: int, *roles: AccessLink.Role) -> Actor:
    """Whoever helps in this sessie by a link of one of these roles. Raises Http404."""
    for role in roles:
        if link := held_link(request.COOKIES, sessie_id, role):
            return holder_of(link)
    had_one = any(_link_cookie(role, sessie_id) in request.COOKIES for role in roles)
    raise Http404(NO_LONGER if had_one else "")


def actor_in(request: HttpRequest, sessie: Sessie) -> Actor:
    """Who asks this about `sessie`. Raises Http404 for an outsider."""
    role = request.headers.get(ROLE_HEADER, Role.DEELNEMER)
    if role == Role.BEGELEIDER:
        return coach_of(request, sessie.pk)
    if role == Role.BORD:
        return _bord_of_the_school(request, sessie)
    if role in HELPERS:
        return helper_in(request, sessie.pk, AccessLink.Role(role))
    return _deelnemer_in(request, sessie)


def coach_of(request: HttpRequest, sessie_id: int) -> Actor:
    """The signed-in coach of this sessie, or a medebegeleider by link. Raises Http404."""
    return coach_or_helper(request, sessie_id, AccessLink.Role.MEDEBEGELEIDER)


def coach_or_helper(request: HttpRequest, sessie_id: int, *roles: AccessLink.Role) -> Actor:
    """The signed-in coach of this sessie, or who holds a link of these roles. Raises Http404."""
    sessie = coached_by(request.user).select_related("school").filter(pk=sessie_id).first()
    if sessie is None:
        return helper_in(request, sessie_id, *roles)
    return Actor(sessie, Role.BEGELEIDER, user=request.user)  # type: ignore[arg-type]


def account_of(request: HttpRequest, sessie_id: int) -> Actor:
    """The signed-in coach of this sessie, for what no link gives a right to. Raises Http404."""
    actor = coach_of(request, sessie_id)
    if not actor.has_account:
        raise Http404
    return actor


def deelnemer_of(request: HttpRequest, code: str) -> Actor:
    """The deelnemer that this browser is in the sessie with this code. Raises Http404."""
    sessie = Sessie.objects.select_related("school").filter(code=code.upper()).first()
    if sessie is None:
        raise Http404
    return _deelnemer_in(request, sessie)


def _link_cookie(role: AccessLink.Role, sessie_id: int) -> str:
    return f"{role}-{sessie_id}"


def _deelnemer_in(request: HttpRequest, sessie: Sessie) -> Actor:
    participant = participant_from(request.COOKIES, sessie)
    if participant is None:
        raise Http404
    return Actor(sessie, Role.DEELNEMER, participant=participant)


def _bord_of_the_school(request: HttpRequest, sessie: Sessie) -> Actor:
    """A team's bord outlives its day, so it may ask about any day of its school."""
    actor = bord_actor(request.headers.get(BORD_HEADER, ""))
    if actor.sessie.school_id != sessie.school_id:
        raise Http404
    return actor


def bord_actor(token: str) -> Actor:
    """Whoever holds the link of a team's verbeterbord. Raises Http404."""
    link = link_for(token, AccessLink.Role.BORD)
    if link is None:
        raise Http404
    return Actor(link.sessie, Role.BORD, team=link.team)
