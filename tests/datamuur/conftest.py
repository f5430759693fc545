"""A running data wall with two rooms: Anna (who writes) and Bram, and Cas by himself."""

from dataclasses import dataclass

import pytest
from django.utils import timezone

from scholendag.agenda.models import Block, Step
from scholendag.boards.models import Lane
from scholendag.boards.opening import open_board
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.datamuur.actions import add_card
from scholendag.datamuur.kinds import HARVEST
from scholendag.datamuur.models import DataCard
from tests.cast import Cast, StepFactory

CARD = {
    "subject": "Verzuim",
    "strong_1": "De meeste leerlingen zijn op tijd",
    "attention_1": "In de winter is het verzuim hoog",
}


@dataclass
class Wall:
    """A data wall and its two rooms."""

    cast: Cast
    block: Block
    steps: dict[str, Step]
    first: Room
    second: Room

    def run(self, phase: str) -> Step:
        """Open this step."""
        self.cast.run(self.steps[phase])
        return self.steps[phase]

    def lane(self, room: Room, key: str) -> Lane:
        """A lane of the room's board."""
        return open_board(self.block, HARVEST, room=room).lanes.get(key=key)

    def card(self, **texts: str) -> DataCard:
        """A card on the wall."""
        return add_card(self.block, **{**CARD, **texts})


@pytest.fixture
def wall(cast: Cast) -> Wall:
    uitleg = cast.step("datamuur", "uitleg")
    block = uitleg.block
    block.settings = {"guiding": ["Wat valt op?"]}
    block.save(update_fields=["settings"])
    steps = {"uitleg": uitleg}
    for phase in ("lezen", "bespreken", "kiezen", "opbrengst"):
        groups = {} if phase == "opbrengst" else {"grouping": "trio", "division": "datamuur"}
        steps[phase] = StepFactory.create(block=block, phase=phase, **groups)
    division = Division.objects.create(
        sessie=cast.sessie, key="datamuur", kind="trio", fixed_at=timezone.now()
    )
    rooms = [Room.objects.create(division=division, number=number) for number in (1, 2)]
    for person, room in ((cast.anna, 0), (cast.bram, 0), (cast.cas, 1)):
        Seat.objects.create(division=division, room=rooms[room], participant=person)
    for room, writer in zip(rooms, (cast.anna, cast.cas), strict=True):
        room.writer = writer
        room.save(update_fields=["writer"])
    return Wall(cast, block, steps, *rooms)
