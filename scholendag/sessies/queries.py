"""What there is to know about sessies and the people in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.utils import timezone

from scholendag.accounts.models import User
from scholendag.schools.models import Membership
from scholendag.sessies import names
from scholendag.sessies.actors import coached_by
from scholendag.sessies.models import ABSENT_AFTER, AccessLink, Participant, Sessie


class DayState(StrEnum):
    """Where a day stands for someone who looks over all of them."""

    TODAY = "vandaag"
    PLANNED = "gepland"
    PAST = "geweest"
    CLOSED = "afgesloten"


@dataclass(frozen=True)
class Day:
    """A sessie in the list of a begeleider."""

    sessie: Sessie
    state: DayState

    @property
    def is_upcoming(self) -> bool:
        """Still to prepare or to run."""
        return self.state in (DayState.TODAY, DayState.PLANNED)


def roster(sessie: Sessie) -> QuerySet[Participant]:
    """Everyone who takes part, there or not."""
    return Participant.objects.filter(sessie=sessie, removed_at=None)


def there() -> Q:
    """Whoever has a page open now, the same as `Participant.is_present`."""
    polls = Q(polled_at=None) | Q(polled_at__gt=timezone.now() - ABSENT_AFTER)
    return Q(present_since__isnull=False) & polls


def present(sessie: Sessie) -> QuerySet[Participant]:
    """Those who have a page open."""
    return roster(sessie).filter(there())


def is_alone(participant: Participant) -> bool:
    """Is nobody else taking part yet?"""
    return not roster(participant.sessie).exclude(pk=participant.pk).exists()


def namesake(sessie: Sessie, name: str) -> Participant | None:
    """Whoever takes part under this name, whatever its capitals, accents and spaces."""
    wanted = names.key(name)
    return next((one for one in roster(sessie) if names.key(one.name) == wanted), None)


def names_on(sessies: Iterable[int]) -> dict[int, set[str]]:
    """By sessie (pk), the names of all who take part, help by a link or coach; in one query."""
    of_these = {"sessie__in": set(sessies)}
    people = Participant.objects.filter(**of_these).values_list("sessie", "name")
    helpers = AccessLink.objects.filter(**of_these).values_list("sessie", "holder")
    coaches = Membership.objects.filter(
        school__sessies__in=of_these["sessie__in"], role=Membership.Role.COACH
    ).values_list("school__sessies", "user__name")
    found: dict[int, set[str]] = {}
    # Ordering is for reading; what is put together has none.
    for sessie, name in people.order_by().union(helpers.order_by(), coaches.order_by()):
        found.setdefault(sessie, set()).add(name)
    return found


def sessie_with_code(code: str) -> Sessie | None:
    """The sessie that this tidied code belongs to."""
    return Sessie.objects.filter(code=code).first()


def living_link(sessie: Sessie, role: AccessLink.Role) -> AccessLink | None:
    """The link that opens this role now, for whoever gets it."""
    return sessie.links.filter(role=role, team=None, holder="", revoked_at=None).first()


def named_links(sessie: Sessie) -> QuerySet[AccessLink]:
    """The living links that were made for one person each, by role and in the order of making."""
    links = sessie.links.filter(revoked_at=None).exclude(holder="")
    return links.select_related("sessie").order_by("role", "pk")


def coaches_a_school(user: User) -> bool:
    """May make days: is expertcoach somewhere."""
    return user.memberships.filter(role=Membership.Role.COACH).exists()


def days_of(user: User) -> list[Day]:
    """The days of the schools where this user is expertcoach, the latest first.

    A rehearsal is found on the page of its day.
    """
    now = timezone.localtime()
    sessies = coached_by(user).filter(rehearsal_of=None).select_related("school")
    return [Day(sessie, state_of(sessie, now)) for sessie in sessies]


def state_of(sessie: Sessie, now: datetime) -> DayState:
    """Where the sessie stands at `now`, an aware local time."""
    if sessie.is_closed:
        return DayState.CLOSED
    day = timezone.localtime(sessie.starts_at).date()
    if day == now.date():
        return DayState.TODAY
    return DayState.PLANNED if day > now.date() else DayState.PAST
