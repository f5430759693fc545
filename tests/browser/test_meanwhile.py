"""Somebody is busy with a note while others move it, hide it or correct it."""

from playwright.sync_api import expect

from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND
from tests.browser.keys import Keys
from tests.browser.matrix import IDEAS, at_placing, comes_in, lies_in, quarter
from tests.browser.people import Coach, Teacher
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store

MORE = " en nog een heel stuk"
EDIT = "Wijzig je post-it"
PASTE = """([selector, text]) => {
    const field = document.querySelector(selector);
    field.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    document.execCommand("insertText", false, text);
}"""


def begins_to_change(teacher: Teacher, text: str) -> None:
    teacher.menu(text).click()
    teacher.presses("Wijzig")
    expect(teacher.field(EDIT)).to_be_focused()
    teacher.page.keyboard.press("Control+End")


def test_what_is_typed_while_the_coach_hides_the_note_is_not_put_up(
    coach: Coach, anna: Teacher, bram: Teacher
) -> None:
    anna.puts_up(HOPE, LANE)
    bram.reads(HOPE)
    begins_to_change(anna, HOPE)
    anna.page.keyboard.type(MORE[:8])
    coach.menu(HOPE).click()
    coach.presses("Verberg")
    bram.reads_no(HOPE)
    expect(anna.field(EDIT)).to_have_count(0)
    expect(anna.post_it(LANE)).not_to_be_focused()
    anna.page.keyboard.type(MORE[8:])
    anna.page.keyboard.press("Enter")
    expect(anna.post_it(LANE)).to_have_value("")


def test_a_form_that_is_open_goes_along_with_its_note(
    store: Store, screens: Screens, demo: Demo
) -> None:
    coach = at_placing(store, demo, screens)
    anna = comes_in(screens, demo, "Anna")
    coach.menu(IDEAS[0]).click()
    coach.presses("Verbeter de tekst")
    field = coach.field("Verbeter deze post-it")
    expect(field).to_be_focused()
    coach.page.keyboard.press("Control+End")
    coach.page.keyboard.type(MORE)
    anna.menu(IDEAS[0]).click()
    anna.presses("Zet in: Nu doen")
    lies_in(anna, IDEAS[0], "Nu doen")
    expect(quarter(coach, "Nu doen").get_by_role("listitem")).to_have_count(1)
    expect(field).to_be_focused()
    expect(field).to_have_value(IDEAS[0] + MORE)
    coach.presses("Bewaar")
    anna.reads(IDEAS[0] + MORE)


def test_a_correction_of_the_coach_is_shown_before_it_is_written_over(
    coach: Coach, anna: Teacher, bram: Teacher
) -> None:
    anna.puts_up(HOPE, LANE)
    coach.reads(HOPE)
    begins_to_change(anna, HOPE)
    anna.page.keyboard.type(MORE)
    coach.menu(HOPE).click()
    coach.presses("Verbeter de tekst")
    coach.field("Verbeter deze post-it").fill(SECOND)
    coach.presses("Bewaar")
    bram.reads(SECOND)
    anna.presses("Bewaar")
    anna.sees(f"Iemand heeft deze post-it net veranderd in “{SECOND}”.")
    bram.reads(SECOND)
    expect(anna.field(EDIT)).to_have_value(HOPE + MORE)
    anna.presses("Bewaar")
    bram.reads(HOPE + MORE)


def test_the_cursor_goes_along_to_the_quarter_that_was_chosen(
    store: Store, screens: Screens, demo: Demo
) -> None:
    coach = at_placing(store, demo, screens)
    anna = comes_in(screens, demo, "Anna")
    keys = Keys(anna.page)
    anna.menu(IDEAS[0]).focus()
    for title in ("Nu doen", "Grote stap"):
        keys.presses("Enter")
        keys.uses(f"Zet in: {title}")
        for viewer in (coach, anna):
            lies_in(viewer, IDEAS[0], title)
        expect(anna.menu(IDEAS[0])).to_be_focused()


def test_who_pastes_more_than_fits_is_told(anna: Teacher) -> None:
    anna.page.evaluate(PASTE, [".composer textarea", "woord " * 100])
    anna.sees("Het laatste stuk is niet meegekomen.")
    expect(anna.post_it(LANE)).to_have_value(("woord " * 100)[:280])
