"""What people do with groups: make, shuffle, fix and change them, and pass the pen on."""

from collections.abc import Callable, Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.breakouts import fragments, news, now_fragments, places, prepared, queries, seating
from scholendag.breakouts.changing import (
    IN_USE,
    WAY,
    changed_by,
    check_open,
    check_seen,
    lock,
    lock_sessie,
    show,
    tell,
)
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.breakouts.ways import Way
from scholendag.breakouts.wording import meeting_sentence
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Participant, Sessie
from scholendag.sessies.refused import Refused

# What has to happen as soon as groups are fixed; filled by apps that know more than this one.
after_fix: list[Callable[[Division], None]] = []


@transaction.atomic
def make(sessie: Sessie, key: str, kind: str, by: Actor | None = None) -> Division:
    """The division with this key; made when there is none, so two coaches make one together.

    Raises Refused when nobody has joined.
    """
    lock_sessie(sessie)
    found = queries.division_called(sessie, key)
    return found if found and found.rooms.exists() else divide(sessie, key, kind, by=by)


@transaction.atomic
def divide(
    sessie: Sessie,
    key: str,
    kind: str,
    way: Way | None = None,
    *,
    by: Actor | None = None,
    seen: int | None = None,
) -> Division:
    """Make the division with this key, or shuffle it anew, of those who are present.

    `kind` is what the agenda asks for, `way` what the coach chose; without one it stays as it
    was. Raises Refused when nobody has joined, or when the groups are fixed, already wrote or
    are not as the coach saw them (`seen`, a version).
    """
    lock_sessie(sessie)
    people = queries.to_seat(sessie)
    if not people:
        raise Refused("Er is nog niemand binnen om in te delen. Deel eerst de link.")
    division, _ = Division.objects.get_or_create(sessie=sessie, key=key, defaults={"kind": kind})
    lock(division)
    check_open(division, seen)
    division.kind, division.same_as = kind, ""
    division.way = way or division.way
    seating.seat(division, people)
    changed_by(division, by, "kind", "same_as", *WAY)
    show(division)
    return division


@transaction.atomic
def fix(
    division: Division, by: Actor | None = None, seen: int | None = None, repeats: int = 0
) -> None:
    """Tell everyone where they sit; who came after the groups were made gets a place first.

    Fixing twice changes nothing. `repeats` is how many twos the coach knows to meet again. Raises
    Refused when that is another number, where only others were asked for, or when the groups are
    not as the coach saw them.
    """
    lock(division)
    if division.is_fixed:
        return
    check_seen(division, seen)
    if (unwanted := prepared.repeats(division)) and unwanted != repeats:
        raise Refused(f"{meeting_sentence(unwanted)} Vind je dat goed? Druk dan nog een keer.")
    places.seat_more(division, [one for one in queries.unseated(division) if one.is_present])
    places.settle_pens(division)
    seating.found_teams(division)
    division.fixed_at = timezone.now()
    changed_by(division, by, "fixed_at")
    tell(division, by, "zette de groepjes van {} vast")
    for follow in after_fix:
        follow(division)
    _regroup_everyone(division)
    show(division)


@transaction.atomic
def reopen(division: Division, by: Actor | None = None) -> None:
    """Let fixed groups go, to shuffle them again. Raises Refused when their rooms are in use."""
    lock(division)
    if not division.is_fixed:
        return
    if queries.is_in_use(division):
        raise Refused(IN_USE)
    division.fixed_at = None
    changed_by(division, by, "fixed_at")
    tell(division, by, "maakte de groepjes van {} los")
    _regroup_everyone(division)
    show(division)


@transaction.atomic
def move(division: Division, participant: Participant, room: Room, by: Actor | None = None) -> None:
    """Give this person a seat in this room of the division, in place of any other seat there.

    Who takes the pen along leaves it to someone who stays.
    """
    lock(division)
    before = division.seats.filter(participant=participant).select_related("room").first()
    if before and before.room_id == room.pk:
        return
    Seat.objects.update_or_create(
        division=division, participant=participant, defaults={"room": room, "doubted_at": None}
    )
    changed_by(division, by)
    if division.is_fixed:
        tell(division, by, f"verplaatste {participant} naar {room}")
    _changed(division, [participant], [before.room] if before else [], [room])


@transaction.atomic
def seat_latecomer(division: Division, participant: Participant) -> Room | None:
    """The room of someone who came late: the smallest, as long as it is not full.

    None when all are full: then they wait for the coach, or for one more to share a new room
    with. A duo works on the goal of a team, so there a team comes first. Twice changes nothing.
    """
    teams = queries.teams_behind(division)
    if teams:
        seat_latecomer(teams, participant)
    lock(division)
    own = queries.rooms().filter(division=division, seats__participant=participant)
    if own.exists():
        return own.first()
    waiting = [one for one in queries.unseated(division) if one.is_present or one == participant]
    left = places.seat_more(division, waiting)
    seated = [one for one in waiting if one not in left]
    rooms = list(queries.rooms().filter(division=division, seats__participant__in=seated))
    if division.is_fixed and len(seated) > 1:
        for follow in after_fix:
            follow(division)
    _changed(division, seated, [], rooms)
    return own.first()


@transaction.atomic
def take_pen(room: Room, participant: Participant) -> None:
    """From now on this person writes for the room. Raises Refused for who does not sit there."""
    room.refresh_from_db(from_queryset=Room.objects.select_for_update(no_key=True))
    if not queries.rooms_of(participant).filter(pk=room.pk).exists():
        raise Refused("Je zit niet meer in dit groepje. Kijk op je scherm waar je nu zit.")
    if room.writer_id == participant.pk:
        return
    room.writer = participant
    room.save(update_fields=["writer"])
    _show_room(room)
    live.refresh(audiences.room(room.pk))


@transaction.atomic
def pass_pen(room: Room, by: Participant, to: Participant) -> None:
    """Who writes for the room lets this person write. Raises Refused when one of them cannot."""
    room.refresh_from_db(from_queryset=Room.objects.select_for_update(no_key=True))
    if room.writer_id != by.pk:
        raise Refused("Iemand anders schrijft nu al voor jullie. Vraag of die de pen doorgeeft.")
    take_pen(room, to)


@transaction.atomic
def link_rooms(urls: Mapping[Room, str]) -> None:
    """Give these rooms of one division the links of their video rooms; empty takes one away."""
    for room, url in urls.items():
        room.url = url
        room.save(update_fields=["url"])
        if room.division.is_fixed:
            _show_room(room)
    for division in {room.division for room in urls}:
        panel = fragments.division(division.sessie_id, division.key)
        live.push(audiences.coaches(division.sessie_id), panel)


def link_room(room: Room, url: str) -> None:
    """Give one room the link of its video room; empty takes it away."""
    link_rooms({room: url})


def _changed(
    division: Division,
    people: Iterable[Participant],
    left: Iterable[Room],
    entered: Iterable[Room],
) -> None:
    """After people got other seats: a pen for each room, and everyone concerned sees it."""
    rooms = {room.pk: room for room in (*left, *entered)}.values()
    passed = [room for room in rooms if seating.settle_pen(room)]
    if division.is_fixed:
        for person in people:
            live.regroup(audiences.participant(person.pk))
        for room in rooms:
            _show_room(room)
        for room in passed:
            live.refresh(audiences.room(room.pk))
        news.came_in(division, people)
        now_fragments.show(division.sessie_id, *rooms)
    show(division)


def _show_room(room: Room) -> None:
    live.push(audiences.room(room.pk), fragments.room(room.pk))


def _regroup_everyone(division: Division) -> None:
    for participant in division.seats.values_list("participant_id", flat=True):
        live.regroup(audiences.participant(participant))
