"""Who sits where. People who were removed keep their seat in the database, but are not shown."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from scholendag.agenda.models import Step
from scholendag.breakouts import assign
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.sessies import queries as sessies
from scholendag.sessies.models import Participant, Sessie


@dataclass(frozen=True)
class Seating:
    """A room and who sits there."""

    room: Room
    people: tuple[Participant, ...]
    # First names, for a screen that everyone sees; a namesake's says a little more.
    short_names: tuple[str, ...] = ()

    @property
    def writer(self) -> Participant | None:
        """Who writes for the room, if still here."""
        return next((p for p in self.people if p.pk == self.room.writer_id), None)

    @property
    def names(self) -> list[str]:
        """Names as their owners typed them."""
        return [person.name for person in self.people]


def key_of(step: Step) -> str:
    """The key of the division that a step works in; empty when everyone stays together."""
    return step.division or step.grouping


def kind_of(sessie: Sessie, key: str) -> str | None:
    """How many sit together in the division with this key; None when no step asks for it."""
    steps = Step.objects.filter(block__sessie=sessie).exclude(grouping="")
    return next((step.grouping for step in steps if key_of(step) == key), None)


def division_called(sessie: Sessie, key: str) -> Division | None:
    """The division with this key, if it has been made."""
    found = Division.objects.filter(sessie=sessie, key=key)
    return found.select_related("sessie__techniekkaart").first()


def division_for(step: Step) -> Division | None:
    """The division that a step works in, if it has been made."""
    return division_called(step.block.sessie, key_of(step)) if key_of(step) else None


def rooms() -> QuerySet[Room]:
    """Rooms with what their fragments need at hand."""
    return Room.objects.select_related("team", "division__sessie__techniekkaart")


def rooms_of(participant: Participant) -> QuerySet[Room]:
    """The rooms where this person has been told to sit."""
    return rooms().filter(seats__participant=participant, division__fixed_at__isnull=False)


def room_of(participant: Participant, step: Step) -> Room | None:
    """Where this person sits in this step; None as long as the groups are not fixed."""
    return rooms_of(participant).filter(division__key=key_of(step)).first()


def seating_of(room: Room) -> Seating:
    """One room and who sits there."""
    seats = _seats().filter(room=room)
    return Seating(room, tuple(seat.participant for seat in seats))


def seatings(division: Division) -> list[Seating]:
    """All rooms of a division in order, and who sits there."""
    seats = list(_seats().filter(division=division))
    short = _short_names([seat.participant.name for seat in seats])
    return [
        Seating(
            room,
            tuple(seat.participant for seat in seats if seat.room_id == room.pk),
            tuple(short[seat.participant.name] for seat in seats if seat.room_id == room.pk),
        )
        for room in rooms().filter(division=division)
    ]


def to_seat(sessie: Sessie) -> list[Participant]:
    """Whom the groups are made of: who is present, else everyone who joined."""
    return assign.to_seat(sessies.roster(sessie))


def unseated(division: Division) -> list[Participant]:
    """Who came after the groups were made, or was away at that moment."""
    seated = set(division.seats.values_list("participant_id", flat=True))
    return [p for p in sessies.roster(division.sessie) if p.pk not in seated]


def latest_teams(sessie: Sessie) -> Division | None:
    """The division into teams that was fixed last today."""
    teams = Division.objects.filter(sessie=sessie, kind=Step.Grouping.TEAM)
    return teams.exclude(fixed_at=None).order_by("fixed_at").last()


def teams_behind(division: Division) -> Division | None:
    """The fixed division into teams whose goals these duos work on; None for other groups."""
    return latest_teams(division.sessie) if division.kind == Step.Grouping.DUO else None


def team_behind(division: Division) -> dict[int, int]:
    """The lerarenteam of each person, as the id of its room, for duos; empty for other groups."""
    teams = teams_behind(division)
    return dict(teams.seats.values_list("participant_id", "room_id")) if teams else {}


def known_urls(sessie: Sessie) -> dict[int, str]:
    """The link of each numbered video room, from whichever division had it last."""
    linked = Room.objects.filter(division__sessie=sessie).exclude(url="").order_by("pk")
    return dict(linked.values_list("number", "url"))


def is_in_use(division: Division) -> bool:
    """Something other than a seat belongs to one of its rooms, such as a board.

    Reads the relations of the model, so that what is built upon rooms need not be known here.
    """
    return any(
        relation.field.model._base_manager.filter(
            **{f"{relation.field.name}__division": division}
        ).exists()
        for relation in Room._meta.related_objects
        if relation.related_model is not Seat
    )


def as_text(rooms: list[Seating]) -> str:
    """A room a line, such as "Kamer 1: Anna, Bram, Cas", to paste where video rooms are managed."""
    return "\n".join(f"{_label(one.room)}: {', '.join(one.names)}" for one in rooms)


def _short_names(names: list[str]) -> dict[str, str]:
    first = {name: name.split()[0] for name in names}
    shared = Counter(first.values())
    return {name: short if shared[short] == 1 else name for name, short in first.items()}


def _label(room: Room) -> str:
    place = "Tafel" if room.division.is_at_tables else "Kamer"
    return f"{place} {room.number}" + (f" ({room.team})" if room.team else "")


def _seats() -> QuerySet[Seat]:
    return Seat.objects.filter(participant__removed_at=None).select_related("participant")
