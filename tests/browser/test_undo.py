"""Whoever took a post-it back may put it back, and never loses the text."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND, THIRD
from tests.browser.people import Coach, Teacher
from tests.browser.screens import Screens

GONE = "Je post-it is weg."
FULL = "Je kunt er niet meer bij plakken. Haal er eerst een weg."
CLOSED = "Dit bord is nu dicht. Je hebt je tekst nog."
PROUD = "Trots"


def place(teacher: Teacher) -> Locator:
    return teacher.stage.get_by_role("listitem").filter(has_text=GONE)


@pytest.fixture
def group(coach: Coach, anna: Teacher, bram: Teacher) -> None:
    """Anna and Bram sit together, Anna writes, and three notes fit in a lane of theirs."""
    coach.opens("Datamuur", "Lezen")
    coach.makes_groups()
    for step in ("Bespreken", "Kiezen"):
        coach.presses("Volgende stap")
        for viewer in (coach, anna):
            viewer.is_at(step)
    anna.takes_the_pen()


def test_a_note_comes_back_where_it_was(anna: Teacher, bram: Teacher) -> None:
    anna.puts_up(HOPE, LANE)
    bram.reads(HOPE)
    bram.puts_up(THIRD, LANE)
    anna.reads(THIRD)
    anna.takes_back(HOPE)
    bram.reads_no(HOPE)
    expect(place(anna).get_by_role("button", name="Zet terug")).to_be_focused()
    expect(place(bram)).to_have_count(0)

    # Others go on, and the page fetches itself: the way back stays.
    bram.puts_up(SECOND, LANE)
    anna.received.anew()
    anna.page.evaluate("htmx.trigger(document.body, 'live:refresh')")
    anna.waits_until(lambda: anna.received.fetches)
    expect(place(anna).get_by_role("button", name="Zet terug")).to_be_focused()
    anna.page.keyboard.press("Enter")
    for viewer in (anna, bram):
        expect(viewer.stage.locator(".note__text")).to_have_text([HOPE, THIRD, SECOND])
    expect(place(anna)).to_have_count(0)
    expect(anna.menu(HOPE)).to_be_focused()


def test_after_a_reload_the_way_back_is_still_there(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    anna.puts_up(HOPE, LANE)
    bram.puts_up(THIRD, LANE)
    anna.reads(THIRD)
    anna.takes_back(HOPE)
    bram.reads_no(HOPE)
    anna.page.reload()
    anna.settles_in()
    other = Teacher(screens, "Anna", screens.open("Anna", anna.page.url))
    expect(place(other)).to_have_count(0)
    anna.presses("Zet terug")
    for viewer in (anna, bram):
        expect(viewer.stage.locator(".note__text")).to_have_text([HOPE, THIRD])
    anna.page.reload()
    anna.settles_in()
    anna.reads(HOPE)
    expect(place(anna)).to_have_count(0)


def test_only_the_latest_can_be_put_back(anna: Teacher) -> None:
    for text in (HOPE, SECOND):
        anna.puts_up(text, LANE)
    for text in (HOPE, SECOND):
        anna.takes_back(text)
        anna.reads_no(text)
    expect(place(anna)).to_have_count(1)
    anna.presses("Zet terug")
    anna.reads(SECOND)
    anna.reads_no(HOPE)


def test_after_half_a_minute_the_way_back_goes(screens: Screens, anna: Teacher) -> None:
    screens.expect("AbortError")  # for her page a request took half a minute
    anna.puts_up(HOPE, LANE)
    expect(anna.menu(HOPE)).to_be_visible()
    anna.page.clock.install()
    anna.takes_back(HOPE)
    button = place(anna).get_by_role("button", name="Zet terug")
    expect(button).to_be_focused()
    anna.page.clock.run_for(31_000)
    expect(button).to_be_focused()  # not from under the cursor
    anna.post_it(LANE).focus()
    anna.page.clock.run_for(31_000)
    expect(place(anna)).to_have_count(0)


def test_when_the_limit_is_full_meanwhile_the_text_comes_back_to_the_field(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    other = Teacher(screens, "Anna", screens.open("Anna", anna.page.url))
    for text in (HOPE, SECOND):
        anna.puts_up(text, LANE)
    bram.reads(HOPE, SECOND)
    anna.takes_back(HOPE)
    bram.reads_no(HOPE)
    other.puts_up(THIRD, LANE)
    bram.reads(THIRD)
    anna.presses("Zet terug")
    anna.sees(FULL)
    expect(anna.post_it(LANE)).to_have_value(HOPE)
    bram.reads_no(HOPE)


@pytest.mark.usefixtures("group")
def test_when_someone_else_of_the_room_filled_it_the_text_is_not_lost(
    anna: Teacher, bram: Teacher
) -> None:
    for text in (HOPE, SECOND, THIRD):
        anna.puts_up(text, PROUD)
    bram.reads(HOPE, SECOND, THIRD)
    anna.takes_back(HOPE)
    bram.reads_no(HOPE)
    bram.takes_the_pen()
    bram.puts_up("Van Bram", PROUD)
    anna.reads("Van Bram")
    bram.sees("Nog 0 van de 3.")
    anna.takes_the_pen()
    anna.presses("Zet terug")
    anna.sees(FULL)
    expect(anna.post_it(PROUD)).to_have_value(HOPE)
    bram.reads_no(HOPE)


def test_when_the_board_is_closed_meanwhile_the_text_waits_for_its_field(
    coach: Coach, anna: Teacher
) -> None:
    anna.puts_up(HOPE, LANE)
    expect(anna.menu(HOPE)).to_be_visible()
    anna.post_it(LANE).press_sequentially("Nog iets")
    anna.takes_back(HOPE)
    expect(place(anna)).to_be_visible()
    # Her page is behind: it does not hear that the coach went on.
    anna.page.route("**/dag/**", lambda route: route.fulfill(status=304), times=1)
    anna.page.evaluate("document.querySelector('#socket').remove()")
    coach.presses("Volgende stap")
    coach.is_at("Inleiding")
    anna.presses("Zet terug")
    anna.sees(CLOSED)
    expect(anna.post_it(LANE)).to_have_value("Nog iets")
    expect(anna.note(HOPE)).to_contain_text(CLOSED)
