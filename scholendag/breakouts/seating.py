"""Putting people in rooms: the plan of `assign` made real. The caller holds the division's lock."""

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from django.db.models import prefetch_related_objects

from scholendag.breakouts import assign, prepared, queries, wishes
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.breakouts.queries import Seating
from scholendag.breakouts.sizes import TEAM
from scholendag.breakouts.ways import Split, Way
from scholendag.schools.models import School, Team
from scholendag.sessies.models import Participant
from scholendag.sessies.refused import Refused


def seat(division: Division, people: Sequence[Participant]) -> None:
    """Divide these people anew: other company, another pen. Rooms keep their number and link.

    A room that is held keeps its people as well. Raises Refused when too few are left beside it.
    """
    held = [one for one in queries.seatings(division) if one.room.is_held]
    free = _not_held(people, held)
    plan = _plan(division, free, held)
    teams = _lasting_teams(division, plan, held)
    in_order = sorted(zip(teams, plan, strict=True), key=lambda pair: _position(pair[0]))
    division.seats.filter(room__held_at=None).delete()
    # Whoever is away but held keeps that place, and has no other.
    rooms = make_rooms(division, _numbers(len(plan), {one.room.number for one in held}))
    pens = prepared.pens_held(division)
    for room, (team, members) in zip(rooms, in_order, strict=True):
        room.team, room.writer = team, writer_among(members, pens)
        put_in(room, members)
    Room.objects.bulk_update(rooms, ["team", "writer"])


def put_in(room: Room, members: Sequence[Participant]) -> None:
    """Give these people, who have no seat in the division, one in this room."""
    Seat.objects.bulk_create(
        Seat(division_id=room.division_id, room=room, participant=person) for person in members
    )


def found_teams(division: Division) -> None:
    """Each room of a division into teams gets a lasting team of the school, new where needed."""
    if division.kind != TEAM:
        return
    for room in division.rooms.filter(team=None).select_related("division__sessie__school"):
        room.team = _new_team(division.sessie.school)
        room.save(update_fields=["team"])


def settle_pen(room: Room) -> bool:
    """Give the pen to someone who is there if its holder is not; whether that was needed."""
    room.refresh_from_db(
        fields=["writer"], from_queryset=Room.objects.select_for_update(no_key=True)
    )
    seating = queries.seating_of(room)
    if seating.writer or (room.writer_id is None and not seating.people):
        return False
    room.writer = max(seating.people, key=lambda person: person.is_present, default=None)
    room.save(update_fields=["writer"])
    return True


def make_rooms(division: Division, numbers: Sequence[int]) -> list[Room]:
    """The rooms with these numbers, in this order, beside those that are held.

    The ones that exist stay, with the link that the coach gave them; others are gone.
    """
    division.rooms.filter(held_at=None).exclude(number__in=numbers).delete()
    existing = set(division.rooms.values_list("number", flat=True))
    urls = queries.known_urls(division.sessie)
    Room.objects.bulk_create(
        Room(division=division, number=number, url=urls.get(number, ""))
        for number in numbers
        if number not in existing
    )
    return list(division.rooms.filter(number__in=numbers))


def writer_among(members: Sequence[Participant], held: Counter[int]) -> Participant:
    """One of those who had the pen least often today."""
    fewest = min(held[person.pk] for person in members)
    return secrets.choice([person for person in members if held[person.pk] == fewest])


def _not_held(people: Sequence[Participant], held: Sequence[Seating]) -> list[Participant]:
    sitting = {person.pk for one in held for person in one.people}
    free = [person for person in people if person.pk not in sitting]
    if held and len(free) < 2:  # noqa: PLR2004 - nobody sits alone
        raise Refused(
            "Je houdt bijna iedereen vast, dus er valt niets te schudden. Laat een groepje los."
        )
    return free


def _plan(
    division: Division, people: Sequence[Participant], held: Sequence[Seating]
) -> list[list[Participant]]:
    way = _beside(division.way, len(held))
    prefetch_related_objects(people, "duties")
    by_pk = {person.pk: person for person in people}
    team_of = prepared.team_of(division.sessie, division.key) if way.needs_teams else {}
    plan = assign.assign(
        [_person(person, team_of.get(person.pk)) for person in people],
        way.kind,
        secrets.randbits(32),
        prepared.met_before(division),
        wishes.asked(division.sessie, way),
    )
    return [[by_pk[pk] for pk in room] for room in plan]


def _beside(way: Way, held: int) -> Way:
    """The rooms that are held count among those that the coach asked for."""
    if way.split is not Split.ROOMS:
        return way
    return replace(way, number=max(1, (way.number or 1) - held))


def _person(participant: Participant, team: int | None) -> assign.Person:
    return assign.Person(
        participant.pk,
        bouw=participant.bouw.strip().casefold(),
        roles=frozenset(duty.kind for duty in participant.duties.all()),
        team=team,
        is_present=participant.is_present,
    )


def _numbers(count: int, taken: set[int]) -> list[int]:
    """The lowest numbers that no held room has."""
    return [number for number in range(1, count + len(taken) + 1) if number not in taken][:count]


def _lasting_teams(
    division: Division, plan: Sequence[Sequence[Participant]], held: Sequence[Seating]
) -> list[Team | None]:
    if division.kind != TEAM:
        return [None] * len(plan)
    taken = {one.room.team_id for one in held if one.room.team_id}
    teams = list(Team.objects.filter(school=division.sessie.school_id).exclude(pk__in=taken))
    bouwen = [[person.bouw.strip() for person in room] for room in plan]
    found = assign.match(bouwen, [team.name for team in teams])
    return [None if index is None else teams[index] for index in found]


def _position(team: Team | None) -> tuple[bool, int, int]:
    """Rooms are numbered in the order of their teams; teams that are still to be made come last."""
    return (False, team.position, team.pk) if team else (True, 0, 0)


def _new_team(school: School) -> Team:
    taken = set(school.teams.values_list("name", flat=True))
    number = len(taken) + 1
    while f"Team {number}" in taken:
        number += 1
    return Team.objects.create(school=school, name=f"Team {number}", position=number)
