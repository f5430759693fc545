"""A running leerlingarena with three questions."""

from dataclasses import dataclass

import pytest

from scholendag.agenda.models import Block, Step
from scholendag.leerlingarena import actions
from scholendag.leerlingarena.models import Question
from scholendag.leerlingarena.panels import enter
from tests.cast import Cast, StepFactory

QUESTIONS = ["Wat leerde je hier?", "Wat maakt leren lastig?", "Wat zou je anders doen?"]


@dataclass
class Arena:
    """A leerlingarena and its two steps."""

    cast: Cast
    block: Block
    steps: dict[str, Step]

    def run(self, phase: str) -> Step:
        """Open this step as the coach's press does."""
        step = self.steps[phase]
        self.cast.run(step)
        enter(step)
        return step

    @property
    def questions(self) -> list[Question]:
        """The questions in order."""
        return list(self.block.questions.all())

    def appoint(self, *people) -> None:
        """Let these people take notes."""
        for person in people:
            actions.appoint(self.block, person)


@pytest.fixture
def arena(cast: Cast) -> Arena:
    gesprek = cast.step("leerlingarena", "gesprek")
    gesprek.block.settings = {"questions": QUESTIONS}
    gesprek.block.save(update_fields=["settings"])
    after = StepFactory.create(block=gesprek.block, phase="nabespreking")
    arena = Arena(cast, gesprek.block, {"gesprek": gesprek, "nabespreking": after})
    arena.run("gesprek")
    return arena
