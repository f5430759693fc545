"""A place for who comes later, and company for who is left alone: the others stay where they are.

The caller holds the division's lock.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scholendag.breakouts import prepared, queries, seating, sizes
from scholendag.breakouts.assign import BY_TEAM
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.breakouts.queries import Seating
from scholendag.sessies.models import Participant

ALONE = 1
# Fewer than this many people are no group; of a team that is the smallest of the handbook.
FEWEST = {sizes.TEAM: 5}


def seat_more(division: Division, people: Iterable[Participant]) -> list[Participant]:
    """Seat these too, each in the smallest room that is not full; returns whom no room can hold.

    Someone alone gets company first, and who works in a team goes to a room of that team. With
    enough of them, who find no room get one of their own.
    """
    rooms, team_of = queries.seatings(division), queries.team_behind(division)
    most = sizes.fullest(division.way.kind)
    waiting = []
    for person in people:
        place = _place(rooms, person, most, team_of)
        if place is None:
            waiting.append(person)
            continue
        rooms[place] = replace(rooms[place], people=(*rooms[place].people, person))
        seating.put_in(rooms[place].room, [person])
    if len(waiting) < FEWEST.get(division.way.split, ALONE + 1):
        return waiting
    _open_rooms(division, waiting)
    return []


def bring_up_to_date(division: Division, people: Sequence[Participant]) -> list[Participant]:
    """Take out everyone else, seat who of these has no seat, and leave nobody alone.

    The others stay where they are. Returns whom no room can hold.
    """
    division.seats.exclude(participant__in=people).delete()
    seated = set(division.seats.values_list("participant_id", flat=True))
    waiting = seat_more(division, [person for person in people if person.pk not in seated])
    alone = _unseat_who_is_alone(division)
    waiting = seat_more(division, [*waiting, *alone])
    if len(waiting) == ALONE and division.way.split not in FEWEST:
        waiting = _keep_company(division, waiting)
    division.rooms.filter(seats=None).delete()
    return waiting


def settle_pens(division: Division) -> None:
    """Every room with people has someone of them who writes."""
    for one in queries.seatings(division):
        if one.people and one.writer is None:
            seating.settle_pen(one.room)


def _place(
    rooms: Sequence[Seating], person: Participant, most: int | None, team_of: dict[int, int]
) -> int | None:
    open_rooms = [
        number
        for number, one in enumerate(rooms)
        if one.people and (most is None or len(one.people) < most)
    ]
    mates = {who for who, team in team_of.items() if team == team_of.get(person.pk)}
    return min(open_rooms, key=lambda number: _preference(rooms[number], mates), default=None)


def _preference(one: Seating, team: set[int]) -> tuple[bool, bool, int, bool, int]:
    """Lowest first: with someone alone, with the own team, where there are fewest, not held."""
    size = len(one.people)
    stranger = not any(person.pk in team for person in one.people)
    return size != ALONE, stranger, size, one.room.is_held, one.room.number


def _open_rooms(division: Division, people: Sequence[Participant]) -> None:
    kind, start = division.way.kind, 0
    for size in [len(people)] if kind == BY_TEAM else sizes.sizes(len(people), kind):
        seating.put_in(_empty_room(division), people[start : start + size])
        start += size


def _empty_room(division: Division) -> Room:
    """A room without people: one that is there, else a new one with the lowest free number."""
    rooms = queries.seatings(division)
    if empty := next((one.room for one in rooms if not one.people), None):
        return empty
    taken = {one.room.number for one in rooms}
    number = next(one for one in range(1, len(taken) + 2) if one not in taken)
    url = queries.known_urls(division.sessie).get(number, "")
    return Room.objects.create(division=division, number=number, url=url)


def _unseat_who_is_alone(division: Division) -> list[Participant]:
    alone = [one.people[0] for one in queries.seatings(division) if len(one.people) == ALONE]
    division.seats.filter(participant__in=alone).delete()
    return alone


def _keep_company(division: Division, waiting: list[Participant]) -> list[Participant]:
    """Someone of the largest room comes along to a new one; nobody does when all are held."""
    rooms = [one for one in queries.seatings(division) if not one.room.is_held]
    largest = max(rooms, key=lambda one: len(one.people), default=None)
    if largest is None or len(largest.people) <= ALONE + 1:
        return waiting
    pens = prepared.pens_held(division)
    fellow = max((p for p in largest.people if p != largest.writer), key=lambda p: pens[p.pk])
    room = _empty_room(division)
    Seat.objects.filter(division=division, participant=fellow).update(room=room)
    seating.put_in(room, waiting)
    return []
