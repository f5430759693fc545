"""What a coach may still change in an agenda. What has been, stays as it was."""

from scholendag.agenda.models import Block, Step
from scholendag.sessies.actors import Actor


def may_prepare(actor: Actor) -> bool:
    """A coach, until the day is closed."""
    return actor.is_coach and not actor.sessie.is_closed


def may_change(actor: Actor, step: Step, current: Step | None) -> bool:
    """The minutes and texts of the running step and of every step after it."""
    return may_prepare(actor) and (step == current or _is_to_come(step, current))


def may_swap_steps(actor: Actor, one: Step, other: Step, current: Step | None) -> bool:
    """Two steps change places when the turn of both is still to come."""
    return may_prepare(actor) and _is_to_come(one, current) and _is_to_come(other, current)


def may_swap_blocks(actor: Actor, one: Block, other: Block, current: Step | None) -> bool:
    """Two blocks change places when nothing of either has begun."""
    return may_prepare(actor) and (
        current is None or min(one.position, other.position) > current.block.position
    )


def _is_to_come(step: Step, current: Step | None) -> bool:
    return current is None or _place(step) > _place(current)


def _place(step: Step) -> tuple[int, int]:
    return step.block.position, step.position
