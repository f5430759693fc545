"""What people do to a sessie from the outside: come in, arrive, leave, be let out, share."""

import uuid
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.live import audiences
from scholendag.sessies import fragments, names, rules
from scholendag.sessies.models import AccessLink, Participant, Sessie
from scholendag.sessies.queries import living_link, namesake, roster, there
from scholendag.sessies.refused import Refused

# Who has no socket is noted down no more often than this.
A_MINUTE = timedelta(minutes=1)
SHARED_ROLES = (
    AccessLink.Role.DEELNEMER,
    AccessLink.Role.SCHERM,
    AccessLink.Role.SCHOOLLEIDER,
)


# What else follows when someone's page opens or closes, or they are let out; filled by apps that
# know more than this one.
after_coming_or_going: list[Callable[[Participant], None]] = []


class DayIsClosed(Refused):
    """The day is over."""

    message = "Deze dag is afgesloten. Je kunt niet meer meedoen."


class DayIsFull(Refused):
    """There are as many people as a day can hold."""

    message = (
        f"Deze dag is vol: er doen al {rules.MAX_PARTICIPANTS} mensen mee. Vraag je begeleider."
    )


class NameTaken(Refused):
    """Someone takes part under this name: `participant`. It may be the same person."""

    def __init__(self, participant: Participant) -> None:
        super().__init__(f"{participant.name} is er al.")
        self.participant = participant


@transaction.atomic
def join(
    sessie: Sessie, name: str, bouw: str = "", client_id: uuid.UUID | None = None
) -> Participant:
    """Let someone take part under this tidied name, at any moment of the day.

    The same `client_id` (one form) and name twice is one person. Raises DayIsClosed, NameTaken
    or DayIsFull.
    """
    sessie = _locked(sessie)
    client_id = client_id or uuid.uuid4()
    same_form = Participant.objects.filter(client_id=client_id).first()
    if same_form and _is_again(same_form, sessie, name):
        return same_form
    _check_that_one_can_join(sessie, name)
    participant = Participant.objects.create(
        sessie=sessie,
        name=name,
        bouw=bouw,
        # A form that comes back under another name, with the Back button, is another person.
        client_id=uuid.uuid4() if same_form else client_id,
    )
    live.push(audiences.coaches(sessie.pk), *fragments.came_or_went(participant))
    return participant


@transaction.atomic
def arrive(participant: Participant) -> None:
    """A page of this person is connected. Nothing changes when one already was."""
    taking_part = Participant.objects.filter(pk=participant.pk, removed_at=None)
    if taking_part.exclude(there()).update(present_since=timezone.now(), polled_at=None):
        _show_presence(participant)
    else:
        taking_part.exclude(polled_at=None).update(polled_at=None)


def look_in(participant: Participant) -> None:
    """A page of this person was fetched, with a socket or without.

    Who has none stays present for as long as they fetch; nobody tells us when they stop. Without
    news this writes once a minute, and takes no transaction.
    """
    if not participant.is_present:
        _appear(participant)
    elif participant.polled_at and participant.polled_at < timezone.now() - A_MINUTE:
        polls = Participant.objects.filter(pk=participant.pk).exclude(polled_at=None)
        polls.update(polled_at=timezone.now())


@transaction.atomic
def leave(participant: Participant) -> None:
    """The last page of this person is gone. They still take part."""
    connected = Participant.objects.filter(pk=participant.pk, present_since__isnull=False)
    if connected.update(present_since=None, polled_at=None):
        _show_presence(participant)


def everyone_left() -> None:
    """Forget who was connected: after a crash nobody has said goodbye.

    For the start of the one process that serves everyone, before it accepts a socket; pages
    that are still open connect again and arrive. With several processes only when all start.
    """
    Participant.objects.exclude(present_since=None).update(present_since=None)


@transaction.atomic
def remove(participant: Participant) -> None:
    """Let this person out; their screens close. What they wrote stays, and they can join again."""
    taking_part = Participant.objects.filter(pk=participant.pk, removed_at=None)
    if taking_part.update(removed_at=timezone.now(), present_since=None):
        live.push(audiences.coaches(participant.sessie_id), *fragments.removed(participant))
        live.regroup(audiences.participant(participant.pk))
        _tell_others(participant)


@transaction.atomic
def ensure_links(sessie: Sessie) -> dict[AccessLink.Role, AccessLink]:
    """The living links of the sessie by role (deelnemer, scherm, schoolleider), made once."""
    sessie = _locked(sessie)
    return {role: living_link(sessie, role) or _make_link(sessie, role) for role in SHARED_ROLES}


@transaction.atomic
def renew_link(link: AccessLink) -> AccessLink:
    """Close this link for good and give its role a new one; whoever looked through it is out.

    A link that was already renewed, by someone who pressed earlier, stays as renewed.
    """
    sessie = _locked(link.sessie)
    link.refresh_from_db()
    if not link.is_revoked:
        link.revoke()
        _close_screens(link)
    role = AccessLink.Role(link.role)
    unnamed = sessie.links.filter(role=role, team=link.team, holder="")
    living = unnamed.filter(revoked_at=None).first()
    return living or AccessLink.objects.create(sessie=sessie, role=role, team=link.team)


def close_pages_of(user_id: int) -> None:
    """Close the begeleider pages of who signed out, in that browser; other devices stay."""
    live.regroup(audiences.account(user_id))


def _locked(sessie: Sessie) -> Sessie:
    """The sessie as it is now; who else joins or shares waits for us. Others can go on writing."""
    return Sessie.objects.select_for_update(no_key=True).get(pk=sessie.pk)


def _is_again(earlier: Participant, sessie: Sessie, name: str) -> bool:
    same_name = names.key(earlier.name) == names.key(name)
    return same_name and earlier.sessie_id == sessie.pk and earlier.removed_at is None


def _check_that_one_can_join(sessie: Sessie, name: str) -> None:
    if not rules.may_join(sessie):
        raise DayIsClosed
    if taken_by := namesake(sessie, name):
        raise NameTaken(taken_by)
    if not rules.has_place(roster(sessie).count()):
        raise DayIsFull


def _make_link(sessie: Sessie, role: AccessLink.Role) -> AccessLink:
    return AccessLink.objects.create(sessie=sessie, role=role)


def _close_screens(link: AccessLink) -> None:
    """Let the sockets that rest on this link find out; a scherm only hears what everyone hears."""
    if link.role == AccessLink.Role.SCHERM:
        live.regroup(audiences.everyone(link.sessie_id))
    elif link.team_id:
        live.regroup(audiences.team(link.team_id))
    else:
        live.regroup(audiences.link(link.pk))


@transaction.atomic
def _appear(participant: Participant) -> None:
    now = timezone.now()
    taking_part = Participant.objects.filter(pk=participant.pk, removed_at=None)
    if taking_part.exclude(there()).update(present_since=now, polled_at=now):
        _show_presence(participant)


def _show_presence(participant: Participant) -> None:
    live.push(audiences.coaches(participant.sessie_id), *fragments.came_or_went(participant))
    _tell_others(participant)


def _tell_others(participant: Participant) -> None:
    for follow in after_coming_or_going:
        follow(participant)
