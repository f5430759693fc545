"""Running the day: what a coach's press does to the agenda and its clock.

A press carries `seen`: the pk of the step that was on the presser's screen, None before the
start. When that is no longer the running step the press changes nothing and raises TooLate. All
of these lock the progress of the sessie, so two presses at one moment come one after the other.
They write the log, but push nothing: that is for whoever shows the day.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from scholendag.agenda.models import MOVES, LogEntry, Progress, Step
from scholendag.agenda.queries import (
    blocks_of,
    day_of,
    first_of,
    locked_progress,
    next_of,
    previous_of,
    steps_of,
)
from scholendag.agenda.stretches import room_for
from scholendag.agenda.timetable import plan, plan_from
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused

Verb = LogEntry.Verb
A_MINUTE = timedelta(minutes=1)
# What is only kept until the day is closed goes then; filled by apps above this one.
after_end: list[Callable[[Sessie], None]] = []


class TooLate(Refused):
    """Someone pressed first. `message` says who and what they did."""


@transaction.atomic
def start(sessie: Sessie, by: Actor) -> None:
    """Begin with the first step. Raises TooLate when the day has begun or is over."""
    progress = locked_progress(sessie)
    if progress.started_at or progress.ended_at:
        raise _too_late(sessie, by)
    if step := first_of(sessie):
        _enter(progress, step, Verb.START, by)


@transaction.atomic
def go_to(sessie: Sessie, target: Step, seen: int | None, by: Actor) -> None:
    """Open this step, wherever it stands; before the start this begins the day there.

    The running step runs on, and a step that was to be skipped is not skipped any more. Raises
    TooLate, or Step.DoesNotExist for a step of another sessie.
    """
    progress = _seen_as_it_is(sessie, seen, by)
    step = steps_of(sessie.pk).get(pk=target.pk)
    if step != progress.step:
        if step.is_skipped:
            step.skipped_at = None
            step.save(update_fields=["skipped_at"])
        _enter(progress, step, Verb.ENTER, by)


@transaction.atomic
def next_step(sessie: Sessie, seen: int | None, by: Actor) -> None:
    """Open the next step; the last one stays until the day is ended. Raises TooLate."""
    progress = _seen_as_it_is(sessie, seen, by)
    if progress.step and (step := next_of(progress.step)):
        _enter(progress, step, Verb.ENTER, by)


@transaction.atomic
def previous_step(sessie: Sessie, seen: int | None, by: Actor) -> None:
    """Open the step before, with a fresh clock; the first one stays. Raises TooLate."""
    progress = _seen_as_it_is(sessie, seen, by)
    if progress.step and (step := previous_of(progress.step)):
        _enter(progress, step, Verb.ENTER, by)


@transaction.atomic
def pause(sessie: Sessie, seen: int | None, by: Actor) -> None:
    """Stop the clock; one that stands still stays so. Raises TooLate."""
    progress = _seen_as_it_is(sessie, seen, by)
    if progress.clock and not progress.clock.is_paused:
        now = timezone.now()
        _save(progress, paused_at=now)
        _log(progress, Verb.PAUSE, by, now)


@transaction.atomic
def resume(sessie: Sessie, seen: int | None, by: Actor) -> None:
    """Let the clock run on from where it stopped; a running one runs on. Raises TooLate."""
    progress = _seen_as_it_is(sessie, seen, by)
    if progress.clock and progress.clock.is_paused:
        now = timezone.now()
        _save(progress, step_started_at=progress.clock.resumed_start(now), paused_at=None)
        _log(progress, Verb.RESUME, by, now)


@transaction.atomic
def extend(sessie: Sessie, seen: int | None, by: Actor) -> None:
    """A minute more; a step that has run over gets a minute from now. Raises TooLate."""
    progress = _seen_as_it_is(sessie, seen, by)
    if clock := progress.clock:
        now = timezone.now()
        _save(progress, extra=progress.extra + clock.extension(now, A_MINUTE))
        _log(progress, Verb.EXTEND, by, now)


@transaction.atomic
def end(sessie: Sessie, seen: int | None, by: Actor) -> None:
    """Close the day, for good; also one that never began. Raises TooLate."""
    progress = _seen_as_it_is(sessie, seen, by)
    now = timezone.now()
    _log(progress, Verb.END, by, now)
    _save(progress, step=None, step_started_at=None, paused_at=None, back_at=None, ended_at=now)
    sessie.closed_at = now
    sessie.save(update_fields=["closed_at"])
    for follow in after_end:
        follow(sessie)


def _seen_as_it_is(sessie: Sessie, seen: int | None, by: Actor) -> Progress:
    progress = locked_progress(sessie)
    if progress.step_id != seen or progress.ended_at:
        raise _too_late(sessie, by)
    return progress


def _enter(progress: Progress, step: Step, verb: Verb, by: Actor) -> None:
    now = timezone.now()
    frozen = {} if progress.started_at else {"planned_end": _freeze_plan(progress.sessie, now)}
    _save(
        progress,
        step=step,
        step_started_at=now,
        paused_at=None,
        extra=timedelta(),
        back_at=None,
        started_at=progress.started_at or now,
        **frozen,
    )
    if step.slack == Step.Slack.SPELING:
        room = room_for(day_of(progress.sessie, progress), step, now)
        _save(progress, extra=room - step.duration)
    _log(progress, verb, by, now)


def _freeze_plan(sessie: Sessie, now: datetime) -> datetime:
    """Keep the times that the day starts with, to compare with what happens. Returns its end."""
    starts_at, anchored = plan_from(sessie.starts_at, now)
    blocks = plan(starts_at, blocks_of(sessie), anchored=anchored)
    rows = [row for block in blocks for row in block.steps if not row.step.is_skipped]
    for row in rows:
        row.step.planned_at = row.starts_at
    Step.objects.bulk_update([row.step for row in rows], ["planned_at"])
    return blocks[-1].ends_at if blocks else starts_at


def _save(progress: Progress, **changed: object) -> None:
    for name, value in changed.items():
        setattr(progress, name, value)
    progress.save(update_fields=list(changed))


def _log(progress: Progress, verb: Verb, by: Actor, at: datetime) -> None:
    LogEntry.objects.create(
        sessie_id=progress.sessie_id,
        step=progress.step,
        verb=verb,
        by=by.name,
        by_key=by.key,
        at=at,
    )


def _too_late(sessie: Sessie, by: Actor) -> TooLate:
    entries = LogEntry.objects.filter(sessie=sessie, verb__in=MOVES)
    last = entries.select_related("step").first()
    nothing = "Jouw druk op de knop veranderde niets."
    if last is None:
        return TooLate(f"De agenda is veranderd. {nothing}")
    if last.by_key == by.key:
        return TooLate(f"Je had zelf al gedrukt: je {_deed(last)}. {nothing}")
    return TooLate(f"{last.by} was je voor en {_deed(last)}. {nothing}")


def _deed(entry: LogEntry) -> str:
    step = f" {entry.step.title}" if entry.step and entry.verb == Verb.ENTER else ""
    return f"{entry.get_verb_display()}{step}"
