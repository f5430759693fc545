"""Reading the agenda: the steps in their order, where the day is, and the planned times."""

from datetime import datetime

from django.db.models import QuerySet

from scholendag.agenda.day import Day
from scholendag.agenda.happened import visits
from scholendag.agenda.models import MOVES, Block, LogEntry, Progress, Step
from scholendag.agenda.timetable import TimetableBlock, plan, plan_from
from scholendag.sessies.models import Sessie


def steps_of(sessie_id: int) -> QuerySet[Step]:
    """Every step of the sessie with its block, in the order of the day."""
    return (
        Step.objects.filter(block__sessie_id=sessie_id)
        .select_related("block")
        .order_by("block__position", "block_id", "position", "pk")
    )


def first_of(sessie: Sessie) -> Step | None:
    """The step that the day starts with; None for an empty agenda."""
    return steps_of(sessie.pk).filter(skipped_at=None).first()


def next_of(step: Step) -> Step | None:
    """The step after this one that is not skipped, also across blocks; None at the end."""
    return _beside(step, 1)


def previous_of(step: Step) -> Step | None:
    """The step before this one that is not skipped, also across blocks; None at the beginning."""
    return _beside(step, -1)


def current_step(sessie_id: int) -> Step | None:
    """The running step with its block; None before the start and after the end."""
    progress = Progress.objects.select_related("step__block").filter(sessie=sessie_id).first()
    return progress.step if progress else None


def entered_at(step: Step) -> datetime | None:
    """When this step, which runs now, was opened last; however long its clock stood still."""
    last = LogEntry.objects.filter(sessie=step.block.sessie_id, verb__in=MOVES).first()
    return last.at if last and last.step_id == step.pk else None


def locked_progress(sessie: Sessie) -> Progress:
    """Where the day is, in a transaction: who else wants to change that waits for us."""
    return (
        Progress.objects.select_for_update(of=("self",), no_key=True)
        .select_related("step__block")
        .get(sessie=sessie)
    )


def is_running(block: Block) -> bool:
    """Is one of the block's steps the current one?"""
    return Progress.objects.filter(step__block=block).exists()


def blocks_of(sessie: Sessie) -> list[tuple[Block, list[Step]]]:
    """Every block with its steps, in the order of the day; in two queries."""
    blocks = sessie.blocks.prefetch_related("steps")
    return [(block, list(block.steps.all())) for block in blocks]


def timetable(sessie: Sessie) -> list[TimetableBlock]:
    """The whole day with planned times, and what of it is done; in three queries."""
    progress = Progress.objects.filter(sessie=sessie).first() or Progress()
    starts_at, anchored = plan_from(sessie.starts_at, progress.started_at)
    return plan(
        starts_at,
        blocks_of(sessie),
        current=progress.step_id,
        ended=progress.ended_at is not None,
        anchored=anchored,
    )


def day_of(sessie: Sessie, progress: Progress) -> Day:
    """A day that has begun, as its forecast takes it; in three queries."""
    blocks = blocks_of(sessie)
    starts_at, anchored = plan_from(sessie.starts_at, progress.started_at)
    return Day(
        plan_starts_at=starts_at,
        planned_end=progress.planned_end or planned_end(starts_at, blocks, anchored),
        blocks=blocks,
        current=progress.step_id,
        clock=progress.clock,
        ended_at=progress.ended_at,
        visits=visits(_moves(sessie)),
        anchored=anchored,
    )


def planned_end(
    starts_at: datetime, blocks: list[tuple[Block, list[Step]]], anchored: bool
) -> datetime:
    """When the day ends by its plan."""
    rows = plan(starts_at, blocks, anchored=anchored)
    return rows[-1].ends_at if rows else starts_at


def _moves(sessie: Sessie) -> list[tuple[int | None, datetime]]:
    entries = LogEntry.objects.filter(sessie=sessie, verb__in=MOVES).order_by("at", "pk")
    return [
        (None if verb == LogEntry.Verb.END else step, at)
        for step, verb, at in entries.values_list("step_id", "verb", "at")
    ]


def _beside(step: Step, distance: int) -> Step | None:
    steps = [one for one in steps_of(step.block.sessie_id) if one == step or not one.is_skipped]
    place = steps.index(step) + distance
    return steps[place] if 0 <= place < len(steps) else None
