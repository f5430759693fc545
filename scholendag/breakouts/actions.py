"""What people do with groups: make, shuffle, fix and change them, and pass the pen on."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.breakouts import fragments, queries, seating
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.live import audiences
from scholendag.sessies.models import Participant, Sessie
from scholendag.sessies.refused import Refused

# What has to happen as soon as groups are fixed; filled by apps that know more than this one.
after_fix: list[Callable[[Division], None]] = []


@transaction.atomic
def make(sessie: Sessie, key: str, kind: str) -> Division:
    """The division with this key; made when there is none, so two coaches make one together.

    Raises Refused when nobody has joined.
    """
    _lock_sessie(sessie)
    return queries.division_called(sessie, key) or divide(sessie, key, kind)


@transaction.atomic
def divide(sessie: Sessie, key: str, kind: str) -> Division:
    """Make the division with this key, or shuffle it anew, of those who are present.

    Raises Refused when nobody has joined, or when the groups are fixed or already wrote.
    """
    _lock_sessie(sessie)
    people = queries.to_seat(sessie)
    if not people:
        raise Refused("Er is nog niemand binnen om in te delen.")
    division, _ = Division.objects.get_or_create(sessie=sessie, key=key, defaults={"kind": kind})
    _lock(division)
    if division.is_fixed:
        raise Refused("Deze groepjes staan al vast. Verplaats iemand met het menu.")
    if queries.is_in_use(division):
        raise Refused("In deze groepjes is al gewerkt. Verplaats iemand met het menu.")
    seating.seat(division, kind, people)
    _show(division)
    return division


@transaction.atomic
def fix(division: Division) -> None:
    """Tell everyone where they sit; who came after the groups were made gets a place first.

    Fixing twice changes nothing.
    """
    _lock(division)
    if division.is_fixed:
        return
    for participant in queries.unseated(division):
        if participant.is_present:
            seating.seat_in_smallest(division, participant)
    seating.found_teams(division)
    division.fixed_at = timezone.now()
    division.save(update_fields=["fixed_at"])
    for follow in after_fix:
        follow(division)
    _regroup_everyone(division)
    _show(division)


@transaction.atomic
def reopen(division: Division) -> None:
    """Let fixed groups go, to shuffle them again. Raises Refused when their rooms are in use."""
    _lock(division)
    if not division.is_fixed:
        return
    if queries.is_in_use(division):
        raise Refused("In deze groepjes is al gewerkt. Verplaats iemand met het menu.")
    division.fixed_at = None
    division.save(update_fields=["fixed_at"])
    _regroup_everyone(division)
    _show(division)


@transaction.atomic
def move(division: Division, participant: Participant, room: Room) -> None:
    """Give this person a seat in this room of the division, in place of any other seat there.

    Who takes the pen along leaves it to someone who stays.
    """
    _lock(division)
    before = division.seats.filter(participant=participant).select_related("room").first()
    if before and before.room_id == room.pk:
        return
    Seat.objects.update_or_create(
        division=division, participant=participant, defaults={"room": room}
    )
    _changed(division, participant, *[before.room] if before else [], room)


@transaction.atomic
def seat_latecomer(division: Division, participant: Participant) -> Room:
    """The room of someone who came late: the smallest, as long as it is not full.

    A duo works on the goal of a team, so there a team comes first. Twice changes nothing.
    """
    teams = queries.teams_behind(division)
    if teams:
        seat_latecomer(teams, participant)
    _lock(division)
    found = queries.rooms().filter(division=division, seats__participant=participant).first()
    if found:
        return found
    room = seating.seat_in_smallest(division, participant)
    _changed(division, participant, room)
    return room


@transaction.atomic
def take_pen(room: Room, participant: Participant) -> None:
    """From now on this person writes for the room. Raises Refused for who does not sit there."""
    room.refresh_from_db(from_queryset=Room.objects.select_for_update(no_key=True))
    if not queries.rooms_of(participant).filter(pk=room.pk).exists():
        raise Refused("Je zit niet meer in dit groepje.")
    if room.writer_id == participant.pk:
        return
    room.writer = participant
    room.save(update_fields=["writer"])
    _show_room(room)
    live.refresh(audiences.room(room.pk))


@transaction.atomic
def link_room(room: Room, url: str) -> None:
    """Give the room the link of its video room; empty takes it away."""
    room.url = url
    room.save(update_fields=["url"])
    if room.division.is_fixed:
        _show_room(room)
    live.push(
        audiences.coaches(room.division.sessie_id),
        fragments.division(room.division.sessie_id, room.division.key),
    )


def _lock_sessie(sessie: Sessie) -> None:
    """Who divides or joins at the same time waits for us; others can go on writing."""
    Sessie.objects.select_for_update(no_key=True).get(pk=sessie.pk)


def _lock(division: Division) -> None:
    """The division as it is now; whoever seats people at the same time waits for us."""
    division.refresh_from_db(from_queryset=Division.objects.select_for_update(no_key=True))


def _changed(division: Division, participant: Participant, *rooms: Room) -> None:
    """After someone got another seat: a pen for each room, and everyone concerned sees it."""
    passed = [room for room in rooms if seating.settle_pen(room)]
    if division.is_fixed:
        live.regroup(audiences.participant(participant.pk))
        for room in rooms:
            _show_room(room)
        for room in passed:
            live.refresh(audiences.room(room.pk))
    _show(division)


def _show(division: Division) -> None:
    sessie = division.sessie_id
    live.push(audiences.coaches(sessie), fragments.division(sessie, division.key))
    live.push(audiences.everyone(sessie), fragments.overview(sessie, division.key))


def _show_room(room: Room) -> None:
    live.push(audiences.room(room.pk), fragments.room(room.pk))


def _regroup_everyone(division: Division) -> None:
    for participant in division.seats.values_list("participant_id", flat=True):
        live.regroup(audiences.participant(participant))
