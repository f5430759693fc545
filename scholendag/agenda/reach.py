"""How far a day is: what runs, and what has run. That does not move and is not taken away."""

from dataclasses import dataclass

from scholendag.agenda.models import Block, LogEntry, Step
from scholendag.sessies.models import Sessie

OPENED = (LogEntry.Verb.START, LogEntry.Verb.ENTER)


@dataclass(frozen=True)
class Reach:
    """The running step, None before the start and after the end, and the pks of all that ran."""

    current: Step | None = None
    ran: frozenset[int] = frozenset()

    def has_run(self, step: Step) -> bool:
        """It was opened once, or runs now."""
        return step.pk in self.ran or step == self.current

    def is_behind(self, step: Step) -> bool:
        """It stands before the running step."""
        return self.current is not None and _place(step) < _place(self.current)

    def is_block_behind(self, block: Block) -> bool:
        """It stands before the block of the running step."""
        return self.current is not None and block.position < self.current.block.position


def reach_of(sessie: Sessie, current: Step | None) -> Reach:
    """How far the day is, in one query."""
    opened = LogEntry.objects.filter(sessie=sessie, verb__in=OPENED).exclude(step=None)
    return Reach(current, frozenset(opened.values_list("step_id", flat=True)))


def _place(step: Step) -> tuple[int, int]:
    return step.block.position, step.position
