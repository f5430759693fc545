"""Ideas are placed on the matrix; whoever places last decides, and nothing is lost."""

import uuid
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone

from scholendag.agenda.models import Step
from scholendag.boards import actions as notes
from scholendag.boards import opening, placing, plane_rules, queries, voting
from scholendag.boards.models import Board, Note
from scholendag.boards.planes import Spot
from scholendag.boards.walls import Wall
from scholendag.impactmatrix import actions, forms
from scholendag.impactmatrix.kinds import BOARD, MATRIX
from scholendag.impactmatrix.models import Placement
from scholendag.live import audiences
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import AccessLink
from scholendag.stage import actions as run
from tests.at_once import in_threads, together
from tests.boards.scene import Committed, Sent, content, refused
from tests.boards.test_queries import number_of_queries
from tests.cast import Cast, ParticipantFactory, StepFactory

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


@pytest.fixture
def day(cast: Cast) -> Day:
    return Day(cast)


@pytest.fixture
def committed(django_capture_on_commit_callbacks: object) -> Committed:
    return partial(django_capture_on_commit_callbacks, execute=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spot", "title", "words"),
    [
        (Spot(100, 100), "Nu doen", "Impact hoog, haalbaarheid hoog"),
        (Spot(0, 67), "Grote stap", "Impact hoog, haalbaarheid laag"),
        (Spot(50, 49), "Makkelijk erbij", "Impact matig, haalbaarheid matig"),
        (Spot(49, 0), "Nu niet", "Impact laag, haalbaarheid matig"),
    ],
)
def test_every_spot_lies_in_one_quarter_and_has_words(spot: Spot, title: str, words: str) -> None:
    assert MATRIX.area_at(spot).title == title
    assert MATRIX.words(spot) == words


def test_the_middle_of_a_quarter_is_in_it() -> None:
    assert [MATRIX.area_at(area.middle) for area in MATRIX.areas] == list(MATRIX.areas)


def test_the_list_tells_without_the_plane(day: Day) -> None:
    page = day.page()
    assert page.index("Nog niet geplaatst") < page.index("Rustig beginnen") < page.index("Nu doen")
    day.place(HIGH)
    page = day.page()
    assert page.index("Nu doen") < page.index("Rustig beginnen") < page.index("Grote stap")
    assert 'data-x="90" data-y="80"' in page
    assert "style=" not in page


def test_who_places(day: Day) -> None:
    cast = day.cast
    actors = {
        "anna": cast.actor(cast.anna),
        "bram": cast.actor(cast.bram),
        "zoe": cast.actor(cast.zoe),
        "coach": cast.coach,
        "olaf": Actor(cast.other_sessie, Role.BEGELEIDER, user=cast.olaf),
        "scherm": Actor(cast.sessie, Role.SCHERM),
        "schoolleider": Actor(cast.sessie, Role.SCHOOLLEIDER),
    }

    def placers() -> set[str]:
        standings = {name: queries.standing_of(actor) for name, actor in actors.items()}
        board = day.fresh()
        return {name for name, who in standings.items() if plane_rules.may_place(who, board)}

    assert placers() == {"anna", "bram", "coach"}
    day.go("kiezen")
    assert placers() == {"coach"}
    day.go("plaatsen")
    Board.objects.update(override="vast")
    assert placers() == set()
    Board.objects.update(override="")
    cast.bram.removed_at = timezone.now()
    assert placers() == {"anna", "coach"}
    voting.open_poll(cast.coach, Wall(day.step.block, BOARD), 3, hides_counts=False)
    assert placers() == set()
    assert refused(lambda: day.place(HIGH, cast.coach)) == actions.VOTING


def test_the_last_one_decides_and_a_note_can_lie_beside_it_again(day: Day) -> None:
    day.place(HIGH)
    day.place(Spot(10, 20), day.cast.coach)
    assert Placement.objects.get().spot == Spot(10, 20)
    day.place(None)
    assert not Placement.objects.exists()
    assert Note.objects.get() == day.note


def test_what_is_placed_goes_to_every_screen_in_its_quarter(
    day: Day, sent: Sent, committed: Committed
) -> None:
    with committed():
        day.place(HIGH)
    everyone = content(sent, audiences.everyone(day.cast.sessie.pk))
    lane = day.board.lanes.get()
    assert f'hx-target="#{lane.dom_id}-nu-doen" hx-swap="upsert' in everyone
    assert 'data-x="90" data-y="80"' in everyone
    assert {to for to, _ in sent} == {audiences.everyone(day.cast.sessie.pk)}


def test_what_is_changed_later_stays_where_it_lies(
    day: Day, sent: Sent, committed: Committed
) -> None:
    day.place(HIGH)
    day.go("plakken")
    with committed():
        notes.edit_note(day.cast.actor(day.cast.anna), day.note, "Rustig eindigen")
    assert "-nu-doen" in content(sent, audiences.everyone(day.cast.sessie.pk))
    assert 'data-x="90"' in content(sent, audiences.everyone(day.cast.sessie.pk))


def test_a_hidden_or_missing_idea_is_not_placed(day: Day) -> None:
    notes.hide(day.cast.coach, day.note)
    assert refused(lambda: day.place(HIGH, day.cast.coach)) == actions.GONE
    gone = queries.all_notes().get(pk=day.note.pk)
    Note.objects.all().delete()
    by = day.cast.actor(day.cast.bram)
    assert refused(lambda: actions.place(by, gone, HIGH)) == actions.GONE


@pytest.mark.parametrize(
    ("data", "spot"),
    [
        ({"x": "5", "y": "100"}, Spot(5, 100)),
        ({"area": "grote-stap"}, Spot(25, 75)),
        ({"area": ""}, None),
    ],
)
def test_a_press_places(day: Day, data: dict[str, str], spot: Spot | None) -> None:
    answer = day.cast.client(day.cast.bram).post(day.url, data)
    assert answer.status_code == 200
    found = Placement.objects.first()
    assert (found.spot if found else None) == spot


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"x": "5"},
        {"x": "-1", "y": "5"},
        {"x": "101", "y": "5"},
        {"x": "rechts", "y": "9" * 99},
        {"area": "ergens"},
        {"area": "nu-doen", "x": "1", "y": "2"},
    ],
)
def test_a_place_that_is_none_is_refused_and_the_idea_stays(day: Day, data: dict[str, str]) -> None:
    day.place(HIGH)
    answer = day.cast.client(day.cast.bram).post(day.url, data)
    assert answer.status_code == 422
    assert forms.WHERE in answer.content.decode()
    assert 'data-x="90"' in answer.content.decode()
    assert Placement.objects.get().spot == HIGH


def test_outsiders_find_nothing(day: Day) -> None:
    cast = day.cast
    for client in (cast.client(cast.zoe), cast.client(cast.olaf), cast.client()):
        assert client.post(day.url, {"area": "nu-doen"}).status_code == 404
    assert cast.client(cast.bram).get(day.url).status_code == 405
    day.go("kiezen")
    late = cast.client(cast.bram).post(day.url, {"area": "nu-doen"})
    assert (late.status_code, actions.NOT_NOW in late.content.decode()) == (422, True)
    assert not Placement.objects.exists()


def test_looking_back_shows_where_ideas_lie(day: Day) -> None:
    day.place(HIGH)
    links = ensure_links(day.cast.sessie)
    url = reverse("review:terugkijken", args=[links[AccessLink.Role.SCHOOLLEIDER].token])
    page = day.cast.client().get(url).content.decode()
    assert page.index("Nu doen") < page.index("Rustig beginnen") < page.index("Grote stap")
    assert "Impact hoog, haalbaarheid hoog" in page
    assert "Zet in:" not in page


def test_the_number_of_queries_does_not_grow(day: Day) -> None:
    day.place(HIGH)
    one = number_of_queries(day.page)
    for number in range(5):
        person = ParticipantFactory.create(sessie=day.cast.sessie)
        note = Note.objects.create(lane=day.board.lanes.get(), author=person, text=f"{number}")
        Placement.objects.create(note=note, impact=number, feasibility=number)
    assert number_of_queries(day.page) <= one


def test_a_coach_adds_it_to_a_day_and_runs_it(cast: Cast) -> None:
    first = cast.step("uitleg", "uitleg")
    coach = cast.client(cast.marieke)
    fields = {"what": "leeg-impactmatrix", "title": "", "place": "eind"}
    url = reverse("agenda:add-block", args=[cast.sessie.pk])
    assert coach.post(url, fields).status_code == 302
    step = Step.objects.get(block__instrument="impactmatrix", phase="plakken")
    run.go_to(cast.sessie, step, first.pk, cast.coach)
    desk = coach.get(reverse("stage:begeleider", args=[cast.sessie.pk])).content.decode()
    assert "Nog niet geplaatst" in desk
    day = reverse("stage:deelnemer", args=[cast.sessie.code])
    assert "Jouw post-it" in cast.client(cast.anna).get(day).content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("sent")
@in_threads
def test_two_people_at_once_lose_no_note(cast: Cast) -> None:
    day = Day(cast)
    anna, bram = cast.actor(cast.anna), cast.actor(cast.bram)
    other = day.idea("Buiten lezen")
    spots = [Spot(10 * number, 50) for number in range(8)]
    together(
        *[
            partial(actions.place, (anna, bram)[n % 2], queries.all_notes().get(pk=pk), spot)
            for n, spot in enumerate(spots)
            for pk in [(day.note, other)[n % 2].pk if n < 4 else day.note.pk]
        ]
    )
    assert Placement.objects.count() == Note.objects.count() == 2


def test_ideas_are_put_up_first(day: Day) -> None:
    anna = day.cast.actor(day.cast.anna)
    lane = queries.all_lanes().get(board=day.board)
    add = partial(placing.add_note, anna, lane, "Nog een idee", uuid.uuid4())
    assert refused(add) == placing.CLOSED
    day.go("plakken")
    assert add().text == "Nog een idee"
