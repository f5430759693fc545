"""The impactmatrix through the pages: placing, looking back, and adding it to a day."""

import pytest
from django.urls import reverse

from scholendag.agenda.models import Step
from scholendag.boards.models import Note
from scholendag.boards.planes import Spot
from scholendag.impactmatrix import actions, forms
from scholendag.impactmatrix.models import Placement
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink
from scholendag.stage import actions as run
from tests.boards.test_queries import number_of_queries
from tests.cast import Cast, ParticipantFactory
from tests.impactmatrix.day import HIGH, Day


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
