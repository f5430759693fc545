"""Making a rehearsal of a day, letting colleagues come, and throwing it away without a trace."""

import secrets
from functools import partial

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.agenda.queries import locked_progress
from scholendag.live import audiences
from scholendag.rehearsal import company, fragments, queries, rules
from scholendag.rehearsal.copying import copy_day
from scholendag.rehearsal.models import Rehearsal
from scholendag.schools.models import School
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused


class NoPlace(Refused):
    """This process plays as many rehearsals as it can."""

    message = (
        "Er lopen nu al zo veel proefritten dat er geen nepcollega's meer bij kunnen. "
        "Probeer het over een half uur opnieuw."
    )


def start(actor: Actor, colleagues: int) -> Rehearsal:
    """A copy of the day that begins now, with so many simulated colleagues on their way.

    There is one at a time: whoever presses second gets the same. Raises Refused.
    """
    throw_away_expired()
    return _start(actor, colleagues)


@transaction.atomic
def _start(actor: Actor, colleagues: int) -> Rehearsal:
    day = actor.sessie
    # Whoever starts the day, or another rehearsal of it, waits for us and then finds this one.
    locked_progress(day)
    if not rules.may_rehearse(actor):
        raise Refused("De dag is al begonnen. Een proefrit kan alleen ervoor.")
    if rehearsal := queries.rehearsal_of(day):
        return rehearsal
    rehearsal = Rehearsal.objects.create(sessie=copy_day(day), colleagues=colleagues)
    _invite(rehearsal)
    return rehearsal


@transaction.atomic
def bring_back(rehearsal: Rehearsal) -> None:
    """Let the colleagues come again; nothing happens while they are there. Raises NoPlace."""
    rehearsal.refresh_from_db(from_queryset=Rehearsal.objects.select_for_update(no_key=True))
    if not rehearsal.is_attended and not rehearsal.sessie.is_closed:
        _invite(rehearsal)


def throw_away(rehearsal: Rehearsal) -> None:
    """Delete everything of the rehearsal; the pages that are still open say so.

    Not one transaction: first the colleagues stop and nobody can write any more, else what is
    written meanwhile could keep the rest from going. Pressed again it does the rest.
    """
    company.go(rehearsal)
    copy, day = rehearsal.sessie, rehearsal.day
    Sessie.objects.filter(pk=copy.pk).update(closed_at=timezone.now())
    with transaction.atomic():
        School.objects.filter(pk=copy.school_id).exclude(pk=day.school_id).delete()
        live.push(audiences.everyone(copy.pk), *fragments.over(day))


def throw_away_of(day: Sessie) -> None:
    """After the commit, throw away the rehearsal of a day that begins, if there is one."""
    if rehearsal := queries.rehearsal_of(day):
        transaction.on_commit(partial(throw_away, rehearsal), robust=True)


def throw_away_expired() -> int:
    """Throw away what nobody needs any more; returns how many there were."""
    found = list(queries.expired())
    for rehearsal in found:
        throw_away(rehearsal)
    return len(found)


def _invite(rehearsal: Rehearsal) -> None:
    if not company.has_place():
        raise NoPlace
    rehearsal.run, rehearsal.seen_at = secrets.token_hex(16), timezone.now()
    rehearsal.save(update_fields=["run", "seen_at"])
    transaction.on_commit(partial(company.come, rehearsal))
    transaction.on_commit(_clear_tomorrow)
    live.push(audiences.coaches(rehearsal.sessie_id), fragments.colleagues(rehearsal))


def _clear_tomorrow() -> None:
    company.CARE.add("expired", _clear, after=queries.KEEP.total_seconds())


def _clear() -> None:
    throw_away_expired()
