"""Making a day, from a programme or from an earlier day, and changing what it is called."""

from datetime import UTC, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from scholendag.accounts.models import User
from scholendag.agenda.building import build_block
from scholendag.agenda.content import ProgrammeContent, check
from scholendag.agenda.copying import copy_agenda
from scholendag.agenda.editing import hold, show
from scholendag.agenda.models import Programme, Progress, Step
from scholendag.schools.models import School
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie


@transaction.atomic
def make_sessie(  # noqa: PLR0917 - what every day needs
    programme: Programme, school: School, title: str, theme: str, starts_at: datetime, by: User
) -> Sessie:
    """A day for this school with the agenda of the programme, ready to prepare and to share.

    `starts_at` is aware. Raises ProgrammeError when the stored programme is not a good one.
    """
    content = check(programme.content)
    sessie = _new_sessie(school, title, theme, starts_at, by)
    _build_agenda(sessie, content)
    return sessie


@transaction.atomic
def make_sessie_like(  # noqa: PLR0917 - what every day needs
    earlier: Sessie, school: School, title: str, theme: str, starts_at: datetime, by: User
) -> Sessie:
    """A day with the agenda of an earlier one: nothing of its people, notes or preparation.

    What was skipped then is there again. `starts_at` is aware.
    """
    sessie = _new_sessie(school, title, theme, starts_at, by)
    copy_agenda(earlier, sessie)
    Step.objects.filter(block__sessie=sessie).update(skipped_at=None)
    return sessie


@transaction.atomic
def change_day(actor: Actor, title: str, theme: str, starts_at: datetime) -> None:
    """Change what the day is called and about, and its planned start. Raises Refused."""
    hold(actor)
    sessie = actor.sessie
    sessie.title, sessie.theme, sessie.starts_at = title, theme, starts_at
    sessie.save(update_fields=["title", "theme", "starts_at"])
    show(sessie)


def _new_sessie(school: School, title: str, theme: str, starts_at: datetime, by: User) -> Sessie:
    sessie = Sessie.objects.create(
        school=school, title=title, theme=theme, starts_at=starts_at, created_by=by
    )
    Progress.objects.create(sessie=sessie)
    ensure_links(sessie)
    return sessie


def _build_agenda(sessie: Sessie, content: ProgrammeContent) -> None:
    begins_at = sessie.starts_at.astimezone(UTC)
    for position, block in enumerate(content.blocks, start=1):
        anchor = _on_the_clock(begins_at) if block.anchor else None
        build_block(sessie, position, block, anchor)
        begins_at += timedelta(minutes=float(block.minutes))


def _on_the_clock(moment: datetime) -> time:
    return timezone.localtime(moment).time()
