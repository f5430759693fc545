"""Fields that save themselves: what a group writes down, with one pen between them."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.blocks.datamuur import NOTES, TALKED
from tests.browser.people import Coach, Teacher
from tests.browser.screens import Screens

MORE = ", en over rust"
SAVING = "**/datamuur/*/notities/**"


@pytest.fixture
def group(coach: Coach, anna: Teacher, bram: Teacher) -> None:
    """Anna and Bram sit together, and Anna writes."""
    coach.opens("Datamuur", "Lezen")
    coach.makes_groups()
    coach.presses("Volgende stap")
    anna.is_at("Bespreken")
    anna.takes_the_pen()
    expect(anna.field(NOTES)).to_be_visible()


def kept(teacher: Teacher) -> Locator:
    words = f"Je tekst bij “{NOTES}” is bewaard. Hij komt terug als dit vak weer open is."
    return teacher.page.get_by_text(words)


def goes_on_writing(teacher: Teacher, text: str) -> None:
    teacher.field(NOTES).press("Control+End")
    teacher.page.keyboard.type(text)


@pytest.mark.usefixtures("group")
def test_who_gives_up_the_pen_in_the_middle_keeps_the_text(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    screens.expect("ERR_FAILED", "Failed to fetch")
    anna.page.route(SAVING, lambda route: route.abort())
    anna.field(NOTES).press_sequentially(TALKED)
    anna.sees("Geen verbinding. Je tekst is bewaard op dit apparaat.")
    bram.takes_the_pen()
    anna.has_nothing_to_write_in()
    expect(kept(anna)).to_be_visible()

    anna.page.unroute(SAVING)
    anna.takes_the_pen()
    expect(anna.field(NOTES)).to_have_value(TALKED)
    expect(kept(anna)).to_have_count(0)
    bram.sees(TALKED)


@pytest.mark.usefixtures("group")
def test_who_scrolled_down_sees_that_a_text_is_kept(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    screens.expect("ERR_FAILED", "Failed to fetch")
    anna.page.set_viewport_size({"width": 390, "height": 420})
    anna.page.route(SAVING, lambda route: route.abort())
    anna.field(NOTES).press_sequentially(TALKED)
    anna.field(NOTES).evaluate("(field) => field.scrollIntoView({ block: 'start' })")
    bram.takes_the_pen()
    expect(kept(anna)).to_be_in_viewport(ratio=1)
    anna.page.get_by_role("button", name="Oké").click()
    expect(kept(anna)).not_to_be_in_viewport()
    anna.page.get_by_role("heading", level=1).scroll_into_view_if_needed()
    expect(kept(anna)).to_be_visible()
    expect(anna.page.get_by_role("button", name="Oké")).to_be_hidden()


def test_several_kept_texts_are_one_line_also_when_the_day_is_over(
    coach: Coach, anna: Teacher
) -> None:
    anna.post_it("Dit hoop ik").fill("Half af")
    coach.opens("Terugblik", "Plakken")
    anna.post_it("Dit neem ik mee").fill("Ook half af")
    coach.confirms("Afsluiten")
    together = anna.page.get_by_text("2 teksten van jou zijn bewaard")
    together.click()
    expect(anna.page.get_by_text("Hij komt terug als dit vak weer open is.")).to_have_count(2)
    coach.presses("Volgende stap")
    anna.is_at("Speling")
    coach.confirms("Sluit de dag af")
    over = anna.page.get_by_text("is niet meer meegenomen. Je kunt hem nog kopiëren.")
    expect(over.first).to_be_visible()  # what was unfolded stays so
    expect(over).to_have_count(2)
    expect(together).to_have_count(1)


def is_all_there(bram: Teacher, *anna: Teacher) -> None:
    for one in anna:
        expect(one.field(NOTES)).to_have_value(TALKED + MORE)
    bram.sees(TALKED + MORE)


@pytest.mark.usefixtures("group")
def test_a_tab_that_was_left_open_never_saves_an_older_text(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    screens.expect("ERR_FAILED", "Failed to fetch")
    anna.field(NOTES).press_sequentially(TALKED[:10])
    bram.sees(TALKED[:10])
    newer = Teacher(screens, "Anna", screens.open("Anna", anna.page.url))
    # What the newer tab saves does not reach the server yet: only the older tab can do harm.
    newer.page.route(SAVING, lambda route: route.abort())
    goes_on_writing(newer, TALKED[10:])
    newer.sees("Geen verbinding. Je tekst is bewaard op dit apparaat.")

    goes_on_writing(anna, MORE)
    is_all_there(bram, anna, newer)
    newer.page.unroute(SAVING)
    goes_on_writing(newer, "!")
    bram.sees(TALKED + MORE + "!")


@pytest.mark.usefixtures("group")
def test_a_device_with_the_cursor_in_the_field_goes_on_with_the_newest_text(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    cookies = {"cookies": anna.page.context.storage_state()["cookies"], "origins": []}
    page = screens.open("Anna's tablet", anna.page.url, storage_state=cookies)
    tablet = Teacher(screens, "Anna's tablet", page)
    tablet.field(NOTES).click()

    anna.field(NOTES).fill(TALKED)
    expect(tablet.field(NOTES)).to_have_value(TALKED)
    expect(tablet.field(NOTES)).to_be_focused()
    goes_on_writing(tablet, MORE)
    bram.sees(TALKED + MORE)
