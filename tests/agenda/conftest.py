"""The small day of Marieke's school, planned for 13.00 uur, and a clock that can be set."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from scholendag.agenda.actions import make_sessie
from scholendag.agenda.models import Programme, Step
from scholendag.agenda.queries import steps_of
from scholendag.schools.models import Membership
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Sessie
from tests.agenda.days import MINUTE, NOON, ONE_O_CLOCK, SMALL
from tests.cast import Cast, UserFactory


@pytest.fixture
def small() -> dict[str, Any]:
    """The data of the small programme, to change at will."""
    return deepcopy(SMALL)


@pytest.fixture
def programme(db: None) -> Programme:
    return Programme.objects.create(slug="kleine-dag", title="Kleine dag", content=SMALL)


@pytest.fixture
def day(cast: Cast, programme: Programme) -> Sessie:
    """The small day of Marieke's school, not begun."""
    school = cast.sessie.school
    marieke = cast.marieke
    return make_sessie(programme, school, "Onze dag", "Gelijke kansen", ONE_O_CLOCK, marieke)


@pytest.fixture
def steps(day: Sessie) -> list[Step]:
    """Hallo, Plan, Praten, Stilte."""
    return list(steps_of(day.pk))


@pytest.fixture
def coach(cast: Cast, day: Sessie) -> Actor:
    """Marieke, of this day."""
    return Actor(day, Role.BEGELEIDER, user=cast.marieke)


@pytest.fixture
def wait_until(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Makes it so many minutes past twelve."""

    def at(minutes: float) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: NOON + minutes * MINUTE)

    at(0)
    return at


@pytest.fixture
def joris(cast: Cast, day: Sessie) -> Actor:
    """The second coach of the same school."""
    user = UserFactory.create(email="joris@voorbeeld.example", name="Joris Kuiper")
    Membership.objects.create(school=cast.sessie.school, user=user, role=Membership.Role.COACH)
    return Actor(day, Role.BEGELEIDER, user=user)
