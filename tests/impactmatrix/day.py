"""A day that is at placing."""

from django.urls import reverse

from scholendag.agenda.models import Step
from scholendag.boards import opening, queries
from scholendag.boards.models import Board, Note
from scholendag.boards.planes import Spot
from scholendag.impactmatrix import actions
from scholendag.impactmatrix.kinds import BOARD
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import AccessLink
from tests.cast import Cast, StepFactory

HIGH = Spot(90, 80)


class Day:
    """A day that is at placing, with one idea of Anna."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.step: Step = cast.step("impactmatrix", "plaatsen")
        self.board = opening.open_board(self.step.block, BOARD)
        self.note = self.idea("Rustig beginnen")
        self.url = reverse("impactmatrix:place", args=[self.note.pk])

    def idea(self, text: str) -> Note:
        lane = self.board.lanes.get()
        return Note.objects.create(lane=lane, author=self.cast.anna, text=text)

    def fresh(self) -> Board:
        return queries.all_boards().get(pk=self.board.pk)

    def place(self, spot: Spot | None, by: Actor | None = None) -> None:
        note = queries.all_notes().get(pk=self.note.pk)
        actions.place(by or self.cast.actor(self.cast.bram), note, spot)

    def go(self, phase: str) -> None:
        self.cast.run(StepFactory.create(block=self.step.block, phase=phase))

    def page(self) -> str:
        scherm = ensure_links(self.cast.sessie)[AccessLink.Role.SCHERM]
        return self.cast.client().get(reverse("stage:scherm", args=[scherm.token])).content.decode()
