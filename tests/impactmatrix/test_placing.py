"""Ideas are placed on the matrix; whoever places last decides, and nothing is lost."""

import uuid
from functools import partial

import pytest
from django.utils import timezone

from scholendag.boards import actions as notes
from scholendag.boards import placing, plane_rules, queries, undo, voting
from scholendag.boards.models import Board, Note
from scholendag.boards.planes import Spot
from scholendag.boards.walls import Wall
from scholendag.impactmatrix import actions
from scholendag.impactmatrix.kinds import BOARD, MATRIX
from scholendag.impactmatrix.models import Placement
from scholendag.live import audiences
from scholendag.sessies.actors import Actor, Role
from tests.at_once import in_threads, together
from tests.boards.scene import Committed, Sent, content, refused
from tests.cast import Cast
from tests.impactmatrix.day import HIGH, Day


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


def test_an_idea_that_is_put_back_lies_where_it_lay(day: Day) -> None:
    day.place(HIGH)
    day.go("plakken")
    anna = day.cast.actor(day.cast.anna)
    taken = notes.take_back(anna, queries.all_notes().get(pk=day.note.pk))
    assert taken
    back = undo.unpack(undo.pack(taken))
    assert back
    undo.put_back(anna, back)
    assert Placement.objects.get().spot == HIGH
    assert 'data-x="90" data-y="80"' in day.page()


def test_how_many_wrote_is_said_while_they_write_and_not_while_they_place(day: Day) -> None:
    assert "klaar" not in day.page()
    day.go("plakken")
    assert "van 1 klaar" in day.page()
