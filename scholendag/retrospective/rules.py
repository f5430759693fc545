"""Who makes actions, and when the boards can still be arranged otherwise."""

from scholendag.agenda.models import Block, Step
from scholendag.sessies.actors import Actor

TALKING = frozenset({"bespreken", "afsluiten"})
EXPLAINING = "uitleg"


def is_talking(step: Step | None, block: Block) -> bool:
    """The group talks about what hangs there, and chooses."""
    return step is not None and step.block_id == block.pk and step.phase in TALKING


def may_choose(actor: Actor, step: Step | None, block: Block) -> bool:
    """The coach makes actions at any time, a team while it is asked to."""
    return actor.is_coach or is_talking(step, block)


def has_begun(step: Step | None, block: Block) -> bool:
    """People may be writing now."""
    return step is not None and step.block_id == block.pk and step.phase != EXPLAINING
