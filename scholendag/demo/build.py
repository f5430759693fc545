"""The demo school and its day, made through the same actions as the pages use. Idempotent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from scholendag.accounts.models import User
from scholendag.agenda.actions import make_sessie
from scholendag.agenda.models import Programme
from scholendag.agenda.programmes import load_programmes
from scholendag.demo import people
from scholendag.demo.preparation import prepare
from scholendag.demo.views import pass_for
from scholendag.instruments import registry
from scholendag.schools.models import Membership, School, Team
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import Sessie
from scholendag.sessies.sharing import path_of

TITLE = "Scholendag: gelijke kansen"
THEME = "Hoe geven we elke leerling een eerlijke kans?"


@dataclass(frozen=True)
class Demo:
    """The day of the demo and the coach who runs it."""

    sessie: Sessie
    coach: User

    def links(self, base: str) -> dict[str, str]:
        """The address for each role on a server at `base` (without a slash), and the code."""
        signed = pass_for(self.coach, self.sessie)
        links = ensure_links(self.sessie).items()
        return {
            "begeleider": base + reverse("demo:sign-in", args=[signed]),
            **{str(role): base + path_of(link) for role, link in links},
            "code": self.sessie.code,
        }


@transaction.atomic
def build() -> Demo:
    """The school, its people and a day that is ready to start; what is there already stays."""
    load_programmes(has_phase=registry.has_phase)
    school, _ = School.objects.get_or_create(name=people.SCHOOL, place=people.PLACE)
    for position, name in enumerate(people.TEAMS):
        Team.objects.get_or_create(school=school, name=name, defaults={"position": position})
    coach = _user(school, *people.COACH, Membership.Role.COACH)
    _user(school, *people.SECOND_COACH, Membership.Role.COACH)
    _user(school, *people.LEADER, Membership.Role.LEADER)
    return Demo(_day(school, coach), coach)


def _user(school: School, name: str, email: str, role: Membership.Role) -> User:
    user = User.objects.filter(email=email).first()
    user = user or User.objects.create_user(email, name, people.PASSWORD)
    Membership.objects.get_or_create(school=school, user=user, role=role)
    return user


def _day(school: School, coach: User) -> Sessie:
    """The demo day that is not over yet; a new one after the last was closed."""
    open_day = Sessie.objects.filter(school=school, title=TITLE, closed_at=None).first()
    if open_day:
        return open_day
    programme = Programme.objects.get(slug="scholendag")
    sessie = make_sessie(programme, school, TITLE, THEME, _next_quarter(), coach)
    prepare(sessie)
    return sessie


def _next_quarter() -> datetime:
    """The next quarter of an hour, at least ten minutes from now."""
    soon = timezone.localtime() + timedelta(minutes=25)
    return soon.replace(minute=soon.minute // 15 * 15, second=0, microsecond=0)
