"""Reading the agenda: the steps in their order, where the day is, and the planned times."""

from django.db.models import QuerySet

from scholendag.agenda.models import Block, Progress, Step
from scholendag.agenda.timetable import TimetableBlock, plan
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
    return steps_of(sessie.pk).first()


def next_of(step: Step) -> Step | None:
    """The step after this one, also across blocks; None at the end."""
    return _beside(step, 1)


def previous_of(step: Step) -> Step | None:
    """The step before this one, also across blocks; None at the beginning."""
    return _beside(step, -1)


def current_step(sessie_id: int) -> Step | None:
    """The running step with its block; None before the start and after the end."""
    progress = Progress.objects.select_related("step__block").filter(sessie=sessie_id).first()
    return progress.step if progress else None


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


def timetable(sessie: Sessie) -> list[TimetableBlock]:
    """The whole day with planned times, and what of it is done; in three queries."""
    progress = Progress.objects.filter(sessie=sessie).first() or Progress()
    blocks = sessie.blocks.prefetch_related("steps")
    return plan(
        sessie.starts_at,
        [(block, list(block.steps.all())) for block in blocks],
        current=progress.step_id,
        ended=progress.ended_at is not None,
    )


def _beside(step: Step, distance: int) -> Step | None:
    steps = list(steps_of(step.block.sessie_id))
    place = steps.index(step) + distance
    return steps[place] if 0 <= place < len(steps) else None
