"""What a coach may still change in an agenda. What has run, stays as and where it was."""

from collections.abc import Iterable

from scholendag.agenda.models import Block, Step
from scholendag.agenda.reach import Reach
from scholendag.sessies.actors import Actor


def may_prepare(actor: Actor) -> bool:
    """A coach, until the day is closed."""
    return actor.is_coach and not actor.sessie.is_closed


def may_change(actor: Actor, step: Step, reach: Reach) -> bool:
    """The minutes and texts of the running step and of every step after it."""
    return may_prepare(actor) and not reach.is_behind(step)


def may_change_block(actor: Actor, block: Block, reach: Reach) -> bool:
    """The title and the anchor of the running block or one to come.

    What has been keeps its anchor: nobody can be in time for it any more.
    """
    return may_prepare(actor) and not reach.is_block_behind(block)


def may_regroup(actor: Actor, step: Step, reach: Reach) -> bool:
    """In what groups people sit, until the step runs: then they sit there."""
    return may_change(actor, step, reach) and step != reach.current


def may_move(actor: Actor, step: Step, reach: Reach) -> bool:
    """Move, skip or remove a step that did not run, also when the day jumped over it."""
    return may_prepare(actor) and not reach.has_run(step)


def may_move_block(actor: Actor, steps: Iterable[Step], reach: Reach) -> bool:
    """Move or remove a block, given its steps, as long as nothing of it ran."""
    return may_prepare(actor) and not any(reach.has_run(step) for step in steps)


def may_place_step(block: Block, others: list[Step], index: int, reach: Reach) -> bool:
    """Is this a place where a step still gets its turn? `others` are the block's other steps."""
    if reach.is_block_behind(block):
        return False
    return reach.current not in others[index:]


def may_place_block(others: list[Block], index: int, reach: Reach) -> bool:
    """Is this a place where a block still gets its turn? `others` are the day's other blocks."""
    return reach.current is None or reach.current.block not in others[index:]
