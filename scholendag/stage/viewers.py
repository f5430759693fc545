"""Who may hear what of a running day. Asked when a socket opens and whenever rights change."""

from collections.abc import Iterator
from dataclasses import dataclass

from scholendag.accounts.sessions import session_of, signed_in, user_of
from scholendag.breakouts.models import Seat
from scholendag.live import audiences
from scholendag.live.viewers import Scope
from scholendag.sessies import actions
from scholendag.sessies.actors import (
    HELPERS,
    Role,
    coached_by,
    held_link,
    link_for,
    participant_from,
)
from scholendag.sessies.models import AccessLink, Participant, Sessie
from scholendag.sessies.tokens import digest_of
from scholendag.stage.roles import follows_the_day


@dataclass(frozen=True)
class DeelnemerViewer:
    """A deelnemer with the page of the day open."""

    participant_id: int

    @property
    def key(self) -> str:
        """One person, however many tabs."""
        return audiences.participant(self.participant_id)

    def audiences(self) -> frozenset[str] | None:
        """Everyone, themselves, and every room and team where they have been given a seat."""
        participant = self._participant()
        if participant is None:
            return None
        seats = Seat.objects.filter(participant=participant, division__fixed_at__isnull=False)
        rooms = seats.values_list("room_id", "room__team_id")
        return frozenset(
            {audiences.everyone(participant.sessie_id), self.key}
            | {audiences.room(room) for room, _ in rooms}
            | {audiences.team(team) for _, team in rooms if team}
        )

    def arrived(self) -> None:
        """Now present."""
        if participant := self._participant():
            actions.arrive(participant)

    def left(self) -> None:
        """Absent, until the next socket."""
        if participant := self._participant():
            actions.leave(participant)

    def _participant(self) -> Participant | None:
        return Participant.objects.filter(pk=self.participant_id, removed_at=None).first()


class _Unseen:
    """Someone whose presence is not kept."""

    def arrived(self) -> None:
        """Nothing to note."""

    def left(self) -> None:
        """Nothing to note."""


@dataclass(frozen=True)
class BegeleiderViewer(_Unseen):
    """A coach with the begeleider page open, for as long as they are signed in there."""

    session: str
    user_id: int
    sessie_id: int

    @property
    def key(self) -> str:
        """One coach of one sessie."""
        return f"coach.{self.user_id}.{self.sessie_id}"

    def audiences(self) -> frozenset[str] | None:
        """Everyone, the coaches and themselves, as long as this user coaches the school."""
        user = user_of(self.session)
        is_same = user is not None and user.pk == self.user_id
        if not (is_same and coached_by(user).filter(pk=self.sessie_id).exists()):
            return None
        return frozenset(
            {
                audiences.everyone(self.sessie_id),
                audiences.coaches(self.sessie_id),
                audiences.account(self.user_id),
            }
        )


@dataclass(frozen=True)
class LinkViewer(_Unseen):
    """A page that rests on a link of one of these roles: the scherm, a helper, who looks back."""

    token: str
    roles: tuple[AccessLink.Role, ...]

    @property
    def key(self) -> str:
        """One link, without what opens it: keys travel between processes."""
        return f"link.{digest_of(self.token)}"

    def audiences(self) -> frozenset[str] | None:
        """What this role may hear, as long as the link lives."""
        link = link_for(self.token, *self.roles)
        return frozenset(_heard_by(link)) if link else None


def _heard_by(link: AccessLink) -> Iterator[str]:
    """Who only prepares or looks back hears nothing of the day.

    What everyone hears could stand on a wall.
    """
    yield audiences.link(link.pk)
    if link.role == AccessLink.Role.SCHOOLLEIDER:
        return
    role = HELPERS.get(AccessLink.Role(link.role), Role.SCHERM)
    if role in (Role.SCHERM, Role.BEGELEIDER) or follows_the_day(role):
        yield audiences.everyone(link.sessie_id)
    if role is Role.BEGELEIDER:
        yield audiences.coaches(link.sessie_id)
    elif role is not Role.SCHERM:
        yield audiences.helpers(link.sessie_id, role)


def deelnemer_viewer(scope: Scope) -> DeelnemerViewer | None:
    """The deelnemer that this browser is in the sessie of the path."""
    sessie = Sessie.objects.filter(code=_path(scope, "code").upper()).first()
    participant = participant_from(scope["cookies"], sessie) if sessie else None
    return DeelnemerViewer(participant.pk) if participant else None


def begeleider_viewer(scope: Scope) -> BegeleiderViewer | LinkViewer | None:
    """The signed-in coach of the sessie of the path, or the medebegeleider of this browser."""
    sessie = int(_path(scope, "pk"))
    user = signed_in(scope["cookies"])
    link = held_link(scope["cookies"], sessie, AccessLink.Role.MEDEBEGELEIDER)
    if link and not coached_by(user).filter(pk=sessie).exists():
        return LinkViewer(link.token, (AccessLink.Role.MEDEBEGELEIDER,))
    return BegeleiderViewer(session_of(scope["cookies"]), user.pk, sessie) if user else None


def scherm_viewer(scope: Scope) -> LinkViewer:
    """Whoever holds the scherm link of the path."""
    return LinkViewer(_path(scope, "token"), (AccessLink.Role.SCHERM,))


def rol_viewer(scope: Scope) -> LinkViewer:
    """Whoever holds the link of the path, and helps by it."""
    return LinkViewer(_path(scope, "token"), tuple(HELPERS))


def terugkijken_viewer(scope: Scope) -> LinkViewer:
    """Whoever looks back by the link of the path, and only hears that it no longer works."""
    return LinkViewer(_path(scope, "token"), (AccessLink.Role.SCHOOLLEIDER,))


def _path(scope: Scope, name: str) -> str:
    return str(scope["url_route"]["kwargs"][name])
