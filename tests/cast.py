"""The fixed cast of the tests: invented people of two invented schools.

Marieke coaches De Wilgenboom; Anna, Bram and Cas take part there. Olaf coaches another school,
where Zoë takes part: outsiders, with data of their own that could leak.
"""

from datetime import timedelta
from functools import cached_property
from typing import Any

import factory
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from factory.django import DjangoModelFactory

from scholendag.accounts.models import User
from scholendag.agenda.models import Block, Progress, Step
from scholendag.schools.models import Membership, School
from scholendag.sessies.actors import HELPERS, Actor, Role, cookie_name, link_cookie
from scholendag.sessies.models import AccessLink, Participant, Sessie


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"coach{n}@voorbeeld.example")
    name = "Marieke de Wit"


class SchoolFactory(DjangoModelFactory[School]):
    class Meta:
        model = School

    name = "De Wilgenboom"


class ProgressFactory(DjangoModelFactory[Progress]):
    class Meta:
        model = Progress


class SessieFactory(DjangoModelFactory[Sessie]):
    class Meta:
        model = Sessie
        skip_postgeneration_save = True

    school = factory.SubFactory(SchoolFactory)
    title = "Scholendag"
    starts_at = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=1))
    progress = factory.RelatedFactory(ProgressFactory, factory_related_name="sessie")


class ParticipantFactory(DjangoModelFactory[Participant]):
    class Meta:
        model = Participant

    sessie = factory.SubFactory(SessieFactory)
    name = factory.Sequence(lambda n: f"Leraar {n}")


class BlockFactory(DjangoModelFactory[Block]):
    class Meta:
        model = Block

    sessie = factory.SubFactory(SessieFactory)
    position = factory.Sequence(lambda n: n)
    title = "Blok"
    instrument = "uitleg"


class StepFactory(DjangoModelFactory[Step]):
    class Meta:
        model = Step

    block = factory.SubFactory(BlockFactory)
    position = factory.Sequence(lambda n: n)
    title = "Stap"
    phase = "uitleg"
    minutes = 5


class Cast:
    """The people and their days, made when they are first asked for."""

    @cached_property
    def sessie(self) -> Sessie:
        return SessieFactory.create()

    @cached_property
    def other_sessie(self) -> Sessie:
        return SessieFactory.create(school__name="Het Kompas")

    @cached_property
    def marieke(self) -> User:
        return self._coach("marieke@voorbeeld.example", "Marieke de Wit", self.sessie)

    @cached_property
    def olaf(self) -> User:
        return self._coach("olaf@voorbeeld.example", "Olaf Berg", self.other_sessie)

    @cached_property
    def anna(self) -> Participant:
        return ParticipantFactory.create(sessie=self.sessie, name="Anna")

    @cached_property
    def bram(self) -> Participant:
        return ParticipantFactory.create(sessie=self.sessie, name="Bram")

    @cached_property
    def cas(self) -> Participant:
        return ParticipantFactory.create(sessie=self.sessie, name="Cas")

    @cached_property
    def zoe(self) -> Participant:
        return ParticipantFactory.create(sessie=self.other_sessie, name="Zoë")

    @cached_property
    def coach(self) -> Actor:
        """Marieke, running the day."""
        return Actor(self.sessie, Role.BEGELEIDER, user=self.marieke)

    def actor(self, participant: Participant) -> Actor:
        """This deelnemer, as the rules see them."""
        return Actor(participant.sessie, Role.DEELNEMER, participant=participant)

    def client(self, who: User | Participant | AccessLink | None = None) -> "PageClient":
        """A browser in which this person is signed in or has joined, or in which this link was
        opened; nobody for None."""
        client = PageClient()
        if isinstance(who, User):
            client.force_login(who)
            client.role = Role.BEGELEIDER
        elif isinstance(who, AccessLink):
            client.cookies[link_cookie(who)] = who.token
            client.role = HELPERS[AccessLink.Role(who.role)]
        elif who is not None:
            client.cookies[cookie_name(who.sessie)] = who.token
        return client

    def cookies(self, who: User | Participant | None = None) -> dict[str, str]:
        """What that browser sends along, also when it opens a socket."""
        return {name: morsel.value for name, morsel in self.client(who).cookies.items()}

    def step(self, instrument: str, phase: str, running: bool = True, **fields: Any) -> Step:
        """A step of a new block; `running` makes it the current one."""
        block = BlockFactory.create(sessie=self.sessie, instrument=instrument, title=instrument)
        step = StepFactory.create(block=block, phase=phase, **fields)
        if running:
            self.run(step)
        return step

    def run(self, step: Step) -> None:
        """Make this the current step of its sessie."""
        Progress.objects.update_or_create(
            sessie=step.block.sessie,
            defaults={
                "step": step,
                "step_started_at": timezone.now(),
                "started_at": timezone.now(),
                "paused_at": None,
            },
        )

    @staticmethod
    def _coach(email: str, name: str, sessie: Sessie) -> User:
        user = UserFactory.create(email=email, name=name)
        Membership.objects.create(school=sessie.school, user=user, role=Membership.Role.COACH)
        return user


class PageClient(Client):
    """A test client that says, as every page does, which of someone's roles it is for."""

    role: Role = Role.DEELNEMER

    def generic(self, *args: Any, **kwargs: Any) -> HttpResponse:
        headers = {"X-Als": str(self.role), **(kwargs.pop("headers", None) or {})}
        return super().generic(*args, headers=headers, **kwargs)
