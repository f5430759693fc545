"""A day with a datamuur, a leerlingarena and goals, as far as its clusters matter."""

import uuid

from django.http import HttpResponse
from django.urls import reverse

from scholendag.accounts.models import User
from scholendag.agenda.models import Block, Step
from scholendag.boards import carrying, clustering
from scholendag.boards.actions import reveal
from scholendag.boards.models import Cluster, Note
from scholendag.boards.opening import open_board
from scholendag.boards.placing import add_note
from scholendag.boards.walls import Wall
from scholendag.datamuur.kinds import HARVEST
from scholendag.leerlingarena.kinds import DISCUSSED
from scholendag.sessies.models import Participant
from tests.cast import Cast, StepFactory
from tests.teams import seat_team

TEXTS = ("Iedereen leest elke dag", "De bieb is altijd open")
TEAMS = {"doelen": {"grouping": "team", "division": "teams"}}
NAME = "Lezen is van ons allemaal"


class Chain:
    """Anna chose two things from the datamuur and the coach put them together, with a name."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.steps = {
            slug: cast.step(slug, phase, running=False, **TEAMS.get(slug, {}))
            for slug, phase in (
                ("verwachtingen", "schrijven"),
                ("inspiratieverhaal", "geraakt"),
                ("datamuur", "kiezen"),
                ("leerlingarena", "nabespreking"),
                ("doelen", "verbetering"),
            )
        }
        self.datamuur = self.block("datamuur")
        self.wall = Wall(self.datamuur, HARVEST)
        self.room = seat_team(cast.sessie, "Onderbouw", cast.anna, cast.bram)
        self.board = open_board(self.datamuur, HARVEST, room=self.room)

    def block(self, slug: str) -> Block:
        """The block that runs this instrument."""
        return self.steps[slug].block

    def run(self, slug: str) -> Step:
        """Let its block run."""
        self.cast.run(self.steps[slug])
        return self.steps[slug]

    def choose(self, *texts: str, lane: str = "trots") -> list[Note]:
        """What the room of Anna puts up."""
        self.run("datamuur")
        lane_row = self.board.lanes.get(key=lane)
        anna = self.cast.actor(self.cast.anna)
        return [add_note(anna, lane_row, text, uuid.uuid4()) for text in texts]

    def show(self) -> None:
        """Give the signal."""
        reveal(self.datamuur, HARVEST, self.cast.coach)

    def cluster(self, name: str = NAME, lane: str = "trots") -> Cluster:
        """What Anna chose, shown and put together."""
        notes = self.choose(*TEXTS, lane=lane)
        self.show()
        StepFactory.create(block=self.datamuur, phase="opbrengst")
        clustering.put_together(self.cast.coach, self.wall, [note.pk for note in notes], name)
        return Cluster.objects.get(block=self.datamuur, lane_key=lane)

    @property
    def arena(self) -> Wall:
        """The board that comes next."""
        return Wall(self.block("leerlingarena"), DISCUSSED)

    @property
    def carried(self) -> Cluster:
        """What came to the arena."""
        return Cluster.objects.get(block=self.block("leerlingarena"))

    def carry(self, cluster: Cluster) -> None:
        """The coach carries a cluster of the datamuur on."""
        carrying.carry(self.cast.coach, self.wall, cluster.pk)

    def post(self, who: User | Participant | None, verb: str, cluster: Cluster) -> HttpResponse:
        """Somebody presses a button of a cluster."""
        return self.cast.client(who).post(reverse(f"boards:{verb}", args=[cluster.pk]))

    def page(self, who: User | Participant) -> str:
        """The page of the day, as the coach or a deelnemer has it now."""
        url = reverse("stage:deelnemer", args=[self.cast.sessie.code])
        if isinstance(who, User):
            url = reverse("stage:begeleider", args=[self.cast.sessie.pk])
        return self.cast.client(who).get(url).content.decode()

    def page_at_the_wall(self) -> str:
        """What the coach has where the cluster lies."""
        self.cast.run(self.datamuur.steps.get(phase="opbrengst"))
        return self.page(self.cast.marieke)
