"""The divisions of a day in the order of its agenda, made or not, and what of them came before."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from scholendag.agenda.models import Step
from scholendag.agenda.queries import steps_of
from scholendag.breakouts import again, assign, queries, sizes
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.breakouts.queries import key_of
from scholendag.breakouts.ways import Way
from scholendag.sessies.models import Sessie


@dataclass(frozen=True)
class Planned:
    """Groups that the agenda asks for: `kind` is their grouping, `name` where they come first."""

    key: str
    kind: str
    name: str
    steps: list[Step] = field(default_factory=list)


def planned(sessie: Sessie) -> list[Planned]:
    """All groups that the agenda asks for, in the order of the day; in one query."""
    found: dict[str, Planned] = {}
    for step in steps_of(sessie.pk).exclude(grouping=""):
        key = key_of(step)
        one = found.setdefault(key, Planned(key, step.grouping, step.block.title))
        one.steps.append(step)
    return list(found.values())


def name_in(plans: Iterable[Planned], key: str) -> str:
    """Where in the day these groups come first; empty when the agenda has no such groups."""
    return next((one.name for one in plans if one.key == key), "")


def others_made(division: Division, plans: Sequence[Planned]) -> dict[str, str]:
    """The names, by key, of the other divisions of the agenda that have people in their rooms."""
    made = Division.objects.filter(sessie=division.sessie_id, seats__isnull=False)
    keys = set(made.exclude(pk=division.pk).values_list("key", flat=True))
    return {one.key: one.name for one in plans if one.key in keys}


def team_of(sessie: Sessie, key: str) -> dict[int, int]:
    """The team of today of each person, as the id of its room, for the division with this key.

    Of the teams that were fixed last, else of those that are prepared earlier in the agenda.
    """
    teams = queries.latest_teams(sessie) or _teams_before(sessie, key)
    return dict(teams.seats.values_list("participant_id", "room_id")) if teams else {}


def planned_sizes(sessie: Sessie, key: str, way: Way) -> list[int]:
    """How many will sit in each room when people are divided this way now.

    Raises ValueError for a way without a size.
    """
    people = [person.pk for person in queries.to_seat(sessie)]
    parts = assign.pools(people, team_of(sessie, key) if way.needs_teams else {})
    if way.kind == assign.BY_TEAM:
        return [len(part) for part in parts]
    return [size for part in parts for size in sizes.sizes(len(part), way.kind)]


def met_before(division: Division) -> list[list[int]]:
    """Who sits together elsewhere in the sessie, by room: see `_others`."""
    shared: dict[int, list[int]] = {}
    seats = Seat.objects.filter(division__in=_others(division), participant__removed_at=None)
    for room, participant in seats.values_list("room_id", "participant_id"):
        shared.setdefault(room, []).append(participant)
    return list(shared.values())


def pens_held(division: Division) -> Counter[int]:
    """In how many of those divisions each person writes for a room."""
    written = Room.objects.filter(division__in=_others(division)).exclude(writer=None)
    return Counter(written.values_list("writer_id", flat=True))


def repeats(division: Division) -> int:
    """How many twos in these groups meet again, where only others were asked for."""
    if not division.only_new or division.same_as:
        return 0
    seats = queries.seatings(division)
    rooms = [[person.pk for person in one.people] for one in seats]
    return again.repeats(rooms, again.meetings(met_before(division)))


def _others(division: Division) -> QuerySet[Division]:
    """The fixed ones; and those that are only prepared, as far as they come first in the agenda."""
    before = _keys_before(division.sessie, division.key)
    others = Division.objects.filter(sessie=division.sessie_id).exclude(pk=division.pk)
    return others.filter(Q(fixed_at__isnull=False) | Q(key__in=before))


def _teams_before(sessie: Sessie, key: str) -> Division | None:
    before = _keys_before(sessie, key)
    teams = Division.objects.filter(sessie=sessie, kind=Step.Grouping.TEAM, key__in=before)
    return teams.order_by("pk").last()


def _keys_before(sessie: Sessie, key: str) -> list[str]:
    keys = [one.key for one in planned(sessie)]
    return keys[: keys.index(key)] if key in keys else []
