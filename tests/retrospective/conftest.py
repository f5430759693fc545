"""A terugblik with the team of Anna and Bram, and the team of Cas."""

from collections.abc import Iterable

import pytest

from scholendag.agenda.models import Step
from scholendag.boards.models import Note
from scholendag.boards.queries import board_of
from scholendag.breakouts.models import Room
from scholendag.retrospective import arranging
from scholendag.sessies.models import Participant
from tests.cast import Cast, ParticipantFactory, StepFactory
from tests.teams import seat_team


class Teams:
    """Two teams, and a block in which each looks back on a board of its own."""

    def __init__(self, cast: Cast, per_team: str = "ja") -> None:
        self.cast = cast
        self.lower = seat_team(cast.sessie, "Onderbouw", cast.anna, cast.bram)
        self.upper = seat_team(cast.sessie, "Bovenbouw", cast.cas)
        self.step = cast.step(
            "retrospective", "plakken", grouping=Step.Grouping.TEAM, division="teams"
        )
        self.block = self.step.block
        self.block.settings = {"per_team": per_team}
        self.block.save()

    def begins(self) -> None:
        """The coach opens the step in which people write."""
        arranging.enter(self.step)

    def goes_on(self, phase: str) -> None:
        """The coach opens another step of the block."""
        grouped = {"grouping": Step.Grouping.TEAM, "division": "teams"}
        fields = {} if phase == "afsluiten" else grouped
        self.step = StepFactory.create(block=self.block, phase=phase, **fields)
        self.cast.run(self.step)
        arranging.enter(self.step)

    def note(self, room: Room, text: str, by: Participant | None = None) -> Note:
        """A note on the board of this team."""
        board = board_of(self.block, arranging.kind_of(self.block).slug, room=room)
        assert board
        return Note.objects.create(lane=board.lanes.all()[0], author=by, text=text)


@pytest.fixture
def teams(cast: Cast) -> Teams:
    """Each team is about to look back on a board of its own."""
    return Teams(cast)


def come_in(cast: Cast, people: int) -> Iterable[Participant]:
    """So many take part in all."""
    more = people - cast.sessie.participants.count()
    return [ParticipantFactory.create(sessie=cast.sessie) for _ in range(more)]
