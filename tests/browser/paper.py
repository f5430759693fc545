"""A day that left a lot to read and to print, put straight into the data of a demo.

Runs in the settings of the server: `store.runs("from tests.browser.paper import fill; fill()")`.
"""

from datetime import time, timedelta

from django.conf import settings
from django.utils import timezone

from scholendag.agenda.models import Block
from scholendag.boards.models import Board, Note
from scholendag.boards.opening import open_board
from scholendag.datamuur.kinds import HARVEST
from scholendag.doelen.models import Action, Goal
from scholendag.instruments.simple import EXPECTATIONS
from scholendag.schools.models import Team
from scholendag.sessies.models import Participant, Sessie
from scholendag.verbeterbord.actions import give_role, open_bord, plan
from tests.teams import seat_team

LINK = "bord.txt"
GOALS = (
    ("groep 1 en 2", "zelf een boek kiezen en er een kwartier in blijven kijken"),
    ("groep 5 en 6", "in eigen woorden vertellen wat ze nodig hebben om verder te komen"),
    ("groep 7 en 8", "hun eigen fouten verbeteren voordat ze hun werk inleveren"),
)
DEEDS = (
    ("Ik laat na elke les twee leerlingen hardop vertellen wat ze moeilijk vonden", "Anna"),
    ("We vragen elke maandag aan drie leerlingen wat hen vorige week hielp", "Bram en Dina"),
    ("Hulpkaartjes ophangen naast het bord", "Cas"),
    ("Bij elkaar kijken hoe leerlingen om hulp vragen", ""),
)
WISHES = (
    "Dat we één ding kiezen en dat ook volhouden",
    "Morgen al iets doen in de klas",
    "Van elkaar horen wat werkt, ook van de andere bouw, want daar zien we elkaar te weinig",
)


def fill() -> None:
    """Teams with goals and actions, boards with many notes, and a full bord of the first team."""
    sessie = Sessie.objects.get()
    people = [Participant.objects.create(sessie=sessie, name=name) for name in ("Anna", "Bram")]
    for team, (group, text) in zip(Team.objects.order_by("position"), GOALS, strict=False):
        seat_team(sessie, team.name, *people)
        people = [Participant.objects.create(sessie=sessie, name=f"Leraar {team.name}")]
        _agree(sessie, team, group, text)
    _write(sessie)
    _hang(sessie, Team.objects.order_by("position")[0])


def _agree(sessie: Sessie, team: Team, group: str, text: str) -> None:
    goal = Goal.objects.create(
        sessie=sessie,
        team=team,
        improvement="Hulp vragen wordt gewoon, ook voor wie dat spannend vindt",
        group=group,
        pupils_text=text,
        fixed_at=timezone.now(),
    )
    today = timezone.localdate()
    for number, (what, who) in enumerate(DEEDS):
        due = today + timedelta(days=7 * number + 3) if who else None
        done = today if number == 2 else None
        Action.objects.create(goal=goal, what=what, who=who, due_on=due, done_on=done)


def _write(sessie: Sessie) -> None:
    hopes = open_board(_block(sessie, "verwachtingen"), EXPECTATIONS)
    _put(hopes, 30)
    datamuur = _block(sessie, "datamuur")
    for room in sessie.divisions.get().rooms.all():
        _put(open_board(datamuur, HARVEST, room), 6)


def _hang(sessie: Sessie, team: Team) -> None:
    board, link = open_bord(_block(sessie, "verbeterbord"), team)
    _put(board, 8)
    soon = timezone.localdate() + timedelta(days=7)
    plan(team, "bordsessie", soon, time(15), sessie)
    give_role(team, "leider", "Anna", sessie)
    (settings.DATA_DIR / LINK).write_text(link.token)


def _put(board: Board, number: int) -> None:
    """Notes that say where they begin and where they end, some of them long."""
    board.revealed_at = timezone.now()
    board.save(update_fields=["revealed_at"])
    for lane in board.lanes.all():
        for count in range(number):
            name = f"N{lane.pk}x{count}"
            text = f"{name}a {WISHES[count % len(WISHES)]} {name}z"
            Note.objects.create(lane=lane, text=text)


def _block(sessie: Sessie, instrument: str) -> Block:
    return Block.objects.filter(sessie=sessie, instrument=instrument)[0]
