"""The places in an agenda where something can come, as choices of a form."""

from dataclasses import dataclass
from functools import cached_property

from scholendag.agenda import rules
from scholendag.agenda.models import Block, Step
from scholendag.agenda.queries import blocks_of, current_step
from scholendag.agenda.reach import Reach, reach_of
from scholendag.sessies.actors import Actor

Choice = tuple[str, str]
END = "eind"


def before(row: Block | Step) -> str:
    """The place just before it."""
    return f"voor-{row.pk}"


def last_in(block: Block) -> str:
    """The last place in this block."""
    return f"in-{block.pk}"


@dataclass(frozen=True)
class Places:
    """Of the agenda of this actor's sessie, as it is now."""

    actor: Actor

    def for_block(self, block: Block | None = None) -> list[Choice]:
        """Where this block, or a new one, gets its turn."""
        others = [one for one, _ in self._blocks if one != block]
        places = [(before(one), f"vóór {one}") for one in others] + [(END, "aan het eind")]
        return [
            place
            for index, place in enumerate(places)
            if rules.may_place_block(others, index, self._reach)
        ]

    def in_block(self, block: Block, step: Step | None = None) -> list[Choice]:
        """Where this step, or a new one, gets its turn in a block."""
        others = [one for one in self._steps_in(block) if one != step]
        places = [(before(one), f"vóór {one}") for one in others]
        places.append((last_in(block), "als laatste" if others else "als enige"))
        return [
            place
            for index, place in enumerate(places)
            if rules.may_place_step(block, others, index, self._reach)
        ]

    def for_step(self, step: Step) -> list[tuple[str, list[Choice]]]:
        """Where this step gets its turn, by block: those of its own instrument."""
        blocks = [one for one, _ in self._blocks if one.instrument == step.block.instrument]
        found = [(str(block), self.in_block(block, step)) for block in blocks]
        return [(title, places) for title, places in found if places]

    def block_at(self, place: str) -> Block | None:
        """What a block at this place comes before; None for the end."""
        return next((one for one, _ in self._blocks if before(one) == place), None)

    def step_at(self, place: str) -> tuple[Block, Step | None]:
        """The block of this place, and what a step there comes before; None for the end.

        Raises KeyError for a place that is not in the agenda.
        """
        for block, steps in self._blocks:
            if place == last_in(block):
                return block, None
            for step in steps:
                if place == before(step):
                    return block, step
        raise KeyError(place)

    def _steps_in(self, block: Block) -> list[Step]:
        return next((steps for one, steps in self._blocks if one == block), [])

    @cached_property
    def _blocks(self) -> list[tuple[Block, list[Step]]]:
        return blocks_of(self.actor.sessie)

    @cached_property
    def _reach(self) -> Reach:
        return reach_of(self.actor.sessie, current_step(self.actor.sessie.pk))
