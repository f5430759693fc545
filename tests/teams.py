"""Lerarenteams that have been told where to sit, for what is made per team."""

from django.utils import timezone

from scholendag.agenda.models import Step
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.schools.models import Team
from scholendag.sessies.models import Participant, Sessie


def seat_team(
    sessie: Sessie, name: str, writer: Participant, *others: Participant, key: str = "teams"
) -> Room:
    """A fixed room where this team sits; the first person has the pen."""
    division, _ = Division.objects.get_or_create(
        sessie=sessie, key=key, defaults={"kind": Step.Grouping.TEAM, "fixed_at": timezone.now()}
    )
    team, _ = Team.objects.get_or_create(school=sessie.school, name=name)
    number = division.rooms.count() + 1
    room = Room.objects.create(division=division, number=number, team=team, writer=writer)
    for person in (writer, *others):
        Seat.objects.create(division=division, room=room, participant=person)
    return room
