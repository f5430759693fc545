"""What a coach does with a proposal before it is fixed, beside shuffling it: hold a room, take
over other groups, bring it up to date with who is there, and ask who sits with whom."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.breakouts import places, prepared, queries, seating
from scholendag.breakouts.changing import (
    WAY,
    changed_by,
    check_open,
    lock,
    lock_sessie,
    show,
)
from scholendag.breakouts.models import Division, Room, Wish
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Participant, Sessie
from scholendag.sessies.refused import Refused

MOST_WISHES = 100


@transaction.atomic
def hold(room: Room, by: Actor, *, keep: bool) -> None:
    """Leave this room and its people as they are when the others are shuffled; or no longer.

    Raises Refused when the groups are fixed.
    """
    lock(room.division)
    check_open(room.division, None)
    held_at = timezone.now() if keep else None
    Room.objects.filter(pk=room.pk).update(held_at=held_at)
    changed_by(room.division, by)
    show(room.division)


@transaction.atomic
def bring_up_to_date(division: Division, by: Actor, seen: int | None = None) -> None:
    """Take out who is not there, and give who came a place; all others stay where they are.

    Raises Refused when the groups are fixed, or not as the coach saw them.
    """
    lock_sessie(division.sessie)
    lock(division)
    check_open(division, seen)
    places.bring_up_to_date(division, queries.to_seat(division.sessie))
    places.settle_pens(division)
    changed_by(division, by)
    show(division)


@transaction.atomic
def take_over(
    sessie: Sessie,
    key: str,
    kind: str,
    source: Division,
    *,
    by: Actor,
    seen: int | None = None,
) -> Division:
    """The groups of `source` once more: for who is there now, with new ones in the smallest.

    Raises Refused when nobody has joined, when there is nobody in `source`, or when these groups
    are fixed or not as the coach saw them.
    """
    lock_sessie(sessie)
    people = queries.to_seat(sessie)
    rooms = [one for one in queries.seatings(source) if one.people]
    if not people or not rooms:
        raise Refused("In die groepjes zit nog niemand. Maak ze eerst.")
    division, _ = Division.objects.get_or_create(sessie=sessie, key=key, defaults={"kind": kind})
    lock(division)
    check_open(division, seen)
    division.kind, division.same_as, division.way = kind, source.key, source.way
    _copy_rooms(division, rooms)
    places.bring_up_to_date(division, people)
    places.settle_pens(division)
    changed_by(division, by, "kind", "same_as", *WAY)
    show(division)
    return division


@transaction.atomic
def wish(actor: Actor, kind: Wish.Kind, people: Sequence[Participant]) -> Wish:
    """Ask this of every division that is still to be made. Raises Refused when there are too many.

    The same wish twice is one.
    """
    lock_sessie(actor.sessie)
    wishes = Wish.objects.filter(sessie=actor.sessie).prefetch_related("people")
    for one in wishes:
        if one.kind == kind and set(one.people.all()) == set(people):
            return one
    if len(wishes) >= MOST_WISHES:
        raise Refused(f"Er zijn al {MOST_WISHES} wensen. Haal er eerst een weg.")
    new = Wish.objects.create(sessie=actor.sessie, kind=kind)
    new.people.set(people)
    live.refresh(audiences.coaches(actor.sessie.pk))
    return new


@transaction.atomic
def drop_wish(wish: Wish) -> None:
    """Ask this no longer."""
    wish.delete()
    live.refresh(audiences.coaches(wish.sessie_id))


def _copy_rooms(division: Division, rooms: Sequence[queries.Seating]) -> None:
    division.seats.all().delete()
    division.rooms.update(held_at=None)
    pens = prepared.pens_held(division)
    numbers = [one.room.number for one in rooms]
    for one, room in zip(rooms, seating.make_rooms(division, numbers), strict=True):
        room.team = one.room.team if division.kind == one.room.division.kind else None
        room.writer = seating.writer_among(one.people, pens)
        room.save(update_fields=["team", "writer"])
        seating.put_in(room, one.people)
