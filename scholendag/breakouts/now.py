"""How it goes in the rooms while people sit in them. As many queries for fifty rooms as for one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from scholendag.agenda.models import Progress, Step
from scholendag.agenda.queries import current_step
from scholendag.breakouts import queries
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.sessies.models import Participant

# What has been written in these rooms (by pk) in the block of a step: how many post-its, and which
# rooms have other text. Filled by the apps above this one, that know what a room writes on.
Counts = Callable[[Step, Iterable[int]], Mapping[int, int]]
Finds = Callable[[Step, Iterable[int]], Iterable[int]]
counts_post_its: list[Counts] = []
finds_text: list[Finds] = []


@dataclass(frozen=True)
class RoomNow:
    """One room as it is now."""

    room: Room
    people: tuple[Participant, ...]
    post_its: int
    has_text: bool
    is_ready: bool

    @property
    def present(self) -> tuple[Participant, ...]:
        """Who of them has a page open."""
        return tuple(person for person in self.people if person.is_present)

    @property
    def alone(self) -> Participant | None:
        """Who is there without anyone else; None when nobody is, or when there is company."""
        return self.present[0] if len(self.present) == 1 else None


@dataclass(frozen=True)
class Rescue:
    """Someone alone, and the room where there is company."""

    room: Room
    person: Participant
    to: Room


@dataclass(frozen=True)
class Attention:
    """What asks for the coach: rooms that call, oldest first; who doubts; who is alone."""

    calls: tuple[Room, ...]
    doubts: tuple[Seat, ...]
    rescues: tuple[Rescue, ...]
    rooms: tuple[Room, ...]


@dataclass(frozen=True)
class Groups:
    """The groups that people sit in now: every room in its order, and who has a seat there."""

    step: Step
    rooms: tuple[Room, ...]
    seats: Mapping[int, list[Seat]]


def groups_now(sessie_id: int) -> Groups | None:
    """The groups that people sit in now; None while everyone is together."""
    progress = Progress.objects.select_related("step__block__sessie").get(sessie=sessie_id)
    step = progress.step
    if step is None or not step.grouping or progress.is_back:
        return None
    division = queries.division_for(step)
    return _groups(division, step) if division and division.is_fixed else None


def room_now(sessie_id: int, participant: Participant) -> Room | None:
    """Where this person sits now."""
    step = current_step(sessie_id)
    return queries.room_of(participant, step) if step and step.grouping else None


def rooms_now(groups: Groups, *, only: int | None = None) -> list[RoomNow]:
    """How it goes in every room, or in the one with this pk."""
    rooms = [room for room in groups.rooms if only in (None, room.pk)]
    pks = [room.pk for room in rooms]
    post_its = _post_its(groups.step, pks)
    with_text = {pk for finds in finds_text for pk in finds(groups.step, pks)}
    return [
        RoomNow(
            room,
            tuple(seat.participant for seat in groups.seats[room.pk]),
            post_its.get(room.pk, 0),
            room.pk in with_text,
            is_ready=room.ready_step_id == groups.step.pk,
        )
        for room in rooms
    ]


def attention(groups: Groups) -> Attention:
    """What asks for the coach in these groups."""
    doubts = [seat for seats in groups.seats.values() for seat in seats if seat.doubted_at]
    calls = [room for room in groups.rooms if room.called_at]
    return Attention(
        tuple(sorted(calls, key=lambda room: _moment(room.called_at))),
        tuple(sorted(doubts, key=lambda seat: _moment(seat.doubted_at))),
        tuple(_rescues(groups.rooms, groups.seats)),
        groups.rooms,
    )


def _groups(division: Division, step: Step) -> Groups:
    rooms = {room.pk: room for room in queries.rooms().filter(division=division)}
    seats: dict[int, list[Seat]] = {pk: [] for pk in rooms}
    found = Seat.objects.filter(division=division, participant__removed_at=None)
    for seat in found.select_related("participant"):
        seat.room, seat.division = rooms[seat.room_id], division
        seats[seat.room_id].append(seat)
    return Groups(step, tuple(rooms.values()), seats)


def _rescues(rooms: Sequence[Room], seats: Mapping[int, list[Seat]]) -> Iterable[Rescue]:
    """For everyone alone the room to go to: someone else who is alone, else the smallest."""
    there = {
        room.pk: [s.participant for s in seats[room.pk] if s.participant.is_present]
        for room in rooms
    }
    for room in rooms:
        others = [one for one in rooms if one != room and there[one.pk]]
        if len(there[room.pk]) != 1 or not others:
            continue
        best = min(others, key=lambda one: (len(there[one.pk]), len(seats[one.pk]), one.number))
        yield Rescue(room, there[room.pk][0], best)


def _post_its(step: Step, rooms: Iterable[int]) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for counts in counts_post_its:
        for room, number in counts(step, rooms).items():
            found[room] = found.get(room, 0) + number
    return found


def _moment(since: datetime | None) -> datetime:
    assert since  # noqa: S101 - asked of what has begun
    return since
