"""Putting people in rooms: the plan of `assign` made real. The caller holds the division's lock."""

import secrets
from collections import Counter
from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from scholendag.breakouts import assign, queries, sizes
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.breakouts.queries import Seating
from scholendag.schools.models import School, Team
from scholendag.sessies.models import Participant

# How many one room may hold when others have place; past that, latecomers spread evenly.
FULL = {sizes.TRIO: 4, sizes.DUO: 3, sizes.TEAM: 10}


def seat(division: Division, kind: str, people: Sequence[Participant]) -> None:
    """Divide these people anew: other company, another pen. Rooms keep their number and link."""
    plan = _plan(division, kind, people)
    teams = _lasting_teams(division, plan) if kind == sizes.TEAM else [None] * len(plan)
    in_order = sorted(zip(teams, plan, strict=True), key=lambda pair: _position(pair[0]))
    division.kind = kind
    division.save(update_fields=["kind"])
    division.seats.all().delete()
    rooms, held = _rooms(division, len(plan)), queries.pens_held(division)
    for room, (team, members) in zip(rooms, in_order, strict=True):
        room.team, room.writer = team, _writer(members, held)
        room.save(update_fields=["team", "writer"])
        Seat.objects.bulk_create(
            Seat(division=division, room=room, participant=person) for person in members
        )


def seat_in_smallest(division: Division, participant: Participant) -> Room:
    """Seat one more: where there is place, with their own team if that matters, never alone."""
    team = queries.teammates(division, participant)
    best = min(queries.seatings(division), key=lambda one: _preference(one, division.kind, team))
    Seat.objects.create(division=division, room=best.room, participant=participant)
    return best.room


def found_teams(division: Division) -> None:
    """Each room of a division into teams gets a lasting team of the school, new where needed."""
    if division.kind != sizes.TEAM:
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


def _plan(division: Division, kind: str, people: Sequence[Participant]) -> list[list[Participant]]:
    """Teams keep a bouw together, because they stay; others mix it. Duos stay within a team."""
    prefetch_related_objects(people, "duties")
    by_pk = {person.pk: person for person in people}
    team_of = queries.team_of(division.sessie, kind)
    plan = assign.assign(
        [_person(person, team_of.get(person.pk)) for person in people],
        kind,
        secrets.randbits(32),
        queries.met_before(division),
        assign.Wishes(mix=kind != sizes.TEAM, within_team=kind == sizes.DUO),
    )
    return [[by_pk[pk] for pk in room] for room in plan]


def _person(participant: Participant, team: int | None) -> assign.Person:
    return assign.Person(
        participant.pk,
        bouw=participant.bouw.strip().casefold(),
        roles=frozenset(duty.kind for duty in participant.duties.all()),
        team=team,
        is_present=participant.is_present,
    )


def _writer(members: Sequence[Participant], held: Counter[int]) -> Participant:
    """One of those who had the pen least often today."""
    fewest = min(held[person.pk] for person in members)
    return secrets.choice([person for person in members if held[person.pk] == fewest])


def _rooms(division: Division, count: int) -> list[Room]:
    """Rooms 1 to `count`; the ones that exist stay, with the link that the coach gave them."""
    division.rooms.filter(number__gt=count).delete()
    existing = set(division.rooms.values_list("number", flat=True))
    urls = queries.known_urls(division.sessie)
    Room.objects.bulk_create(
        Room(division=division, number=number, url=urls.get(number, ""))
        for number in range(1, count + 1)
        if number not in existing
    )
    return list(division.rooms.all())


def _lasting_teams(division: Division, plan: Sequence[Sequence[Participant]]) -> list[Team | None]:
    teams = list(Team.objects.filter(school=division.sessie.school_id))
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


def _preference(one: Seating, kind: str, team: set[int]) -> tuple[bool, bool, bool, bool, int, int]:
    """Lowest first: not in an empty room, where there is place, rather with someone alone."""
    size = len(one.people)
    stranger = not any(person.pk in team for person in one.people)
    return size == 0, size >= FULL[kind], size != 1, stranger, size, one.room.number
