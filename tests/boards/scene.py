"""A day with boards: Anna and Bram share a room and a team, Cas sits in another of each.

Anna is the one whom every kind lets write: she holds the pen of her room and her team, and has
the duty of aantekenaar. Zoë and Olaf are of another school, with boards of their own.
"""

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cached_property
from typing import Any

import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import Step
from scholendag.boards import fragments, opening, placing
from scholendag.boards.kinds import (
    Adds,
    BoardKind,
    LaneKind,
    Limit,
    Per,
    Scope,
    at_most,
)
from scholendag.boards.models import Board, Lane, Note
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.schools.models import Team
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import AccessLink, Duty, Participant
from scholendag.sessies.refused import Refused
from tests.cast import BlockFactory, Cast, PageClient, StepFactory

Committed = Callable[[], AbstractContextManager[object]]
Sent = list[tuple[str, dict[str, Any]]]
PHASE = "schrijven"

WALL = BoardKind(
    slug="proef-muur",
    title="Muur",
    lanes=(LaneKind("goed", "Gaat goed", colour="green"), LaneKind("beter", "Kan beter")),
    open_in=frozenset({PHASE}),
    limits=(Limit(at_most(3)),),
)
SECRET = replace(WALL, slug="proef-geheim", after_signal=True)
NOTED = replace(WALL, slug="proef-notulen", adds=Adds.AANTEKENAAR, limits=())
ROOMS = replace(
    SECRET,
    slug="proef-kamer",
    scope=Scope.ROOM,
    adds=Adds.WRITER,
    limits=(Limit(at_most(3), per=Per.ROOM, each_lane=True),),
)
SHARED_ROOMS = replace(
    ROOMS,
    slug="proef-samen",
    adds=Adds.EVERYONE,
    after_signal=False,
    limits=(Limit(at_most(2)), Limit(at_most(3), per=Per.ROOM)),
)
TEAMS = replace(
    WALL,
    slug="proef-team",
    scope=Scope.TEAM,
    adds=Adds.TEAM,
    open_in=None,
    shows_author=True,
    limits=(Limit(at_most(2)),),
)
SECRET_TEAMS = replace(
    TEAMS, slug="proef-teamgeheim", after_signal=True, open_in=frozenset({PHASE})
)
WRITTEN_TEAMS = replace(TEAMS, slug="proef-schrijver", adds=Adds.WRITER)
CLUSTERED = replace(
    WALL, slug="proef-cluster", clustered_in=frozenset({PHASE}), everyone_clusters=True
)
SECRET_CLUSTERED = replace(CLUSTERED, slug="proef-geheim-cluster", after_signal=True)
# Rooms whose notes are clustered as one, and rooms that each cluster their own.
TOGETHER = replace(
    CLUSTERED, slug="proef-samen-cluster", scope=Scope.ROOM, limits=(Limit(at_most(9)),)
)
APART = replace(TOGETHER, slug="proef-apart-cluster", clusters_apart=True)
CLUSTERING = (CLUSTERED, SECRET_CLUSTERED, TOGETHER, APART)
KINDS = (WALL, SECRET, NOTED, ROOMS, SHARED_ROOMS, TEAMS, SECRET_TEAMS, WRITTEN_TEAMS, *CLUSTERING)


class Scene:
    """The cast, a running step, and boards of any kind."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.step = cast.step("proef", PHASE)
        self.block = self.step.block
        self.trio, self.other_trio = self._rooms("trio", {}, {})
        names = ("Onderbouw", "Bovenbouw")
        self.team, self.other_team = (
            Team.objects.create(school=cast.sessie.school, name=name) for name in names
        )
        self._rooms("team", {"team": self.team}, {"team": self.other_team})
        Duty.objects.create(participant=cast.anna, kind=Duty.Kind.AANTEKENAAR)

    def _rooms(self, key: str, *fields: dict[str, Any]) -> list[Room]:
        cast = self.cast
        division = Division.objects.create(
            sessie=cast.sessie, key=key, kind=key, fixed_at=timezone.now()
        )
        rooms = []
        for number, (people, more) in enumerate(
            zip(((cast.anna, cast.bram), (cast.cas,)), fields, strict=True), start=1
        ):
            room = Room.objects.create(division=division, number=number, writer=people[0], **more)
            for person in people:
                Seat.objects.create(division=division, room=room, participant=person)
            rooms.append(room)
        return rooms

    def board(self, kind: BoardKind) -> Board:
        """The board of the kind that is there for Anna."""
        room = self.trio if kind.scope is Scope.ROOM else None
        team = self.team if kind.scope is Scope.TEAM else None
        return opening.open_board(self.block, kind, room=room, team=team)

    def lane(self, kind: BoardKind, number: int = 0) -> Lane:
        """A lane of that board."""
        return self.board(kind).lanes.all()[number]

    def add(
        self,
        kind: BoardKind,
        text: str = "Rust in de klas",
        by: Participant | None = None,
        number: int = 0,
    ) -> Note:
        """A note, by Anna unless said otherwise, put up as anyone would."""
        actor = self.cast.actor(by or self.cast.anna)
        return placing.add_note(actor, self.lane(kind, number), text, uuid.uuid4())

    def put(self, kind: BoardKind, text: str = "Rust in de klas") -> Note:
        """A note of Anna, whatever the rules."""
        return Note.objects.create(lane=self.lane(kind), author=self.cast.anna, text=text)

    def page(self, kind: BoardKind, actor: Actor) -> str:
        """The board as this actor's page shows it."""
        return render_to_string(
            "boards/_board.html", fragments.board_context(self.board(kind), actor)
        )

    def gathered(self, kind: BoardKind, actor: Actor) -> str:
        """All boards of the kind, as this actor's page shows them together."""
        return render_to_string(
            "boards/_board.html", fragments.gathered_context(self.block, kind, actor)
        )

    def post(self, client: PageClient, lane: Lane, text: str = "Rust", **data: Any) -> HttpResponse:
        """Send the composer of a lane."""
        data = {"client_id": uuid.uuid4(), **data}
        return client.post(reverse("boards:add", args=[lane.pk]), {"text": text, **data})

    def go(self, phase: str) -> Step:
        """Let the block go on to another phase."""
        step = StepFactory.create(block=self.block, phase=phase)
        self.cast.run(step)
        return step

    def bord_client(self, team: Team) -> PageClient:
        """A browser with the verbeterbord of this team open, and the link it rests on."""
        link = AccessLink.objects.create(
            sessie=self.cast.sessie, role=AccessLink.Role.BORD, team=team
        )
        client = PageClient()
        client.role = Role.BORD
        client.defaults["HTTP_X_BORD"] = link.token
        return client

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Everyone who could ever look, by name."""
        cast = self.cast
        olaf = Actor(cast.other_sessie, Role.BEGELEIDER, user=cast.olaf)
        BlockFactory.create(sessie=cast.other_sessie)
        return {
            "anna": cast.actor(cast.anna),
            "bram": cast.actor(cast.bram),
            "cas": cast.actor(cast.cas),
            "zoe": cast.actor(cast.zoe),
            "coach": cast.coach,
            "olaf": olaf,
            "scherm": Actor(cast.sessie, Role.SCHERM),
            "schoolleider": Actor(cast.sessie, Role.SCHOOLLEIDER),
            "other leader": Actor(cast.other_sessie, Role.SCHOOLLEIDER),
            "other scherm": Actor(cast.other_sessie, Role.SCHERM),
            "bord": Actor(cast.sessie, Role.BORD, team=self.team),
            "other bord": Actor(cast.sessie, Role.BORD, team=self.other_team),
        }


def content(sent: Sent, audience: str) -> str:
    """Everything that was shown to this audience."""
    frames = [message["frame"] for to, message in sent if to == audience and "frame" in message]
    return "".join(frame.get("content", "") for frame in frames)


def heard_by(sent: Sent, text: str) -> set[str]:
    """The audiences that were shown this text."""
    return {to for to, _ in sent if text in content(sent, to)}


def refused(act: Callable[[], object]) -> str:
    """What is told to who tries this in vain."""
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.message
