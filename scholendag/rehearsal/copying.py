"""The copy of a day that a rehearsal runs: what was planned and prepared, and a school to lose."""

from datetime import datetime, timedelta

from django.utils import timezone

from scholendag.agenda.copying import copy_agenda, copy_of
from scholendag.agenda.models import Progress
from scholendag.instruments.registry import instrument_called
from scholendag.schools.models import School, Team
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import Sessie, Techniekkaart, new_code

MARK = " (proefrit)"


def copy_day(day: Sessie) -> Sessie:
    """A sessie that starts now, with the agenda of this day and all that was prepared for it.

    It has a school of its own, without anyone who coaches there. So the lasting teams of the
    rehearsal, with their goals and boards, are never those of the real school. Call inside a
    transaction.
    """
    copy = copy_of(
        day, school=_copy_school(day.school), starts_at=_now(), code=new_code(), rehearsal_of=day
    )
    copy.save()
    for block, new in copy_agenda(day, copy):
        instrument_called(block.instrument).copy(block, new)
    for card in Techniekkaart.objects.filter(sessie=day):
        copy_of(card, sessie=copy).save()
    Progress.objects.create(sessie=copy)
    ensure_links(copy)
    return copy


def _copy_school(school: School) -> School:
    """A school of the same name and teams, which goes when the rehearsal does."""
    longest = School._meta.get_field("name").max_length or 0
    name = school.name[: longest - len(MARK)] + MARK
    copy = School.objects.create(name=name, place=school.place)
    Team.objects.bulk_create(copy_of(team, school=copy) for team in school.teams.all())
    return copy


def _now() -> datetime:
    """The whole minute that comes next, so that clock times stay whole."""
    return timezone.now().replace(second=0, microsecond=0) + timedelta(minutes=1)
