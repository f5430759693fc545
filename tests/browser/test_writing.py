"""Whoever writes a post-it sees how it goes, and keeps the text until it hangs on the board."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND, THIRD
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.post import Post
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.wire import Wire

HALF = HOPE[:20]
SENDING = "wordt bewaard…"
SENT = "bewaard"
UNREACHABLE = "Geen verbinding. Je tekst is bewaard op dit apparaat."
CLOSED = "Dit bord is nu dicht. Je hebt je tekst nog."


@pytest.fixture
def post(anna: Teacher) -> Post:
    return Post(anna.page)


def kept(teacher: Teacher, label: str = LANE) -> Locator:
    words = f"Je tekst bij “{label}” is bewaard. Hij komt terug als dit vak weer open is."
    return teacher.page.get_by_text(words)


def test_the_writer_sees_that_it_is_sent_and_that_it_is_stored(anna: Teacher, post: Post) -> None:
    anna.tries_to_put_up(HOPE, LANE)
    expect(anna.note(HOPE)).to_contain_text(SENDING)
    expect(anna.post_it(LANE)).to_have_value("")
    post.goes_on()
    expect(anna.stage.get_by_text(SENT, exact=True)).to_be_visible()
    anna.reads(HOPE)
    anna.sees_no(SENDING)


def test_what_did_not_arrive_is_sent_again_under_the_same_id_also_after_a_closed_lid(
    screens: Screens, anna: Teacher, bram: Teacher, post: Post
) -> None:
    screens.expect("ERR_FAILED", "Failed to fetch")
    post.is_lost = True
    anna.tries_to_put_up(HOPE, LANE)
    anna.sees(UNREACHABLE)
    anna.waits_until(lambda: len(post.sent) > 1)

    anna.page.close()
    again = Teacher(screens, "Anna", screens.open("Anna", anna.page.url))
    again.reads(HOPE)
    before = len(post.sent)
    again.waits_until(lambda: len(post.sent) > before)
    assert len(set(post.sent)) == 1
    post.goes_on()
    bram.reads(HOPE)
    again.sees_no(UNREACHABLE)
    again.reads(HOPE)
    expect(again.post_it(LANE)).to_have_value("")


def test_a_text_whose_field_is_gone_is_shown_until_it_is_back(coach: Coach, anna: Teacher) -> None:
    anna.post_it(LANE).press_sequentially(HALF)
    expect(kept(anna)).to_have_count(0)
    coach.presses("Volgende stap")
    anna.is_at("Inleiding")
    expect(kept(anna)).to_be_visible()
    expect(anna.page.get_by_text(HALF)).to_be_hidden()

    anna.page.reload()
    anna.settles_in()
    anna.page.get_by_text("Bekijk je tekst").click()
    expect(anna.page.get_by_text(HALF)).to_be_visible()
    coach.presses("+1 minuut")
    coach.presses("Volgende stap")
    anna.is_at("Het verhaal")
    expect(anna.page.get_by_text(HALF)).to_be_visible()

    coach.opens("Verwachtingen", "Verwachtingen")
    expect(anna.post_it(LANE)).to_have_value(HALF)
    expect(kept(anna)).to_have_count(0)
    anna.never_reloaded()


def test_a_text_that_is_not_needed_any_more_can_be_thrown_away(coach: Coach, anna: Teacher) -> None:
    anna.post_it(LANE).press_sequentially(HALF)
    coach.presses("Volgende stap")
    anna.page.get_by_text("Bekijk je tekst").click()
    anna.page.once("dialog", lambda dialog: dialog.accept())
    anna.page.get_by_role("button", name="Gooi weg").click()
    expect(kept(anna)).to_have_count(0)
    coach.presses("Terug")
    expect(anna.post_it(LANE)).to_have_value("")


def test_a_note_that_is_too_late_stays_with_its_writer(
    screens: Screens, coach: Coach, anna: Teacher, bram: Teacher, post: Post
) -> None:
    anna.tries_to_put_up(HOPE, LANE)
    anna.sees(SENDING)
    coach.presses("Volgende stap")
    anna.is_at("Inleiding")
    expect(anna.page.get_by_text("is nog onderweg")).to_be_visible()
    post.goes_on()
    expect(kept(anna)).to_be_visible()
    coach.presses("Terug")
    expect(anna.post_it(LANE)).to_have_value(HOPE)
    bram.reads_no(HOPE)
    anna.post_it(LANE).press("Enter")
    bram.reads(HOPE)
    expect(kept(anna)).to_have_count(0)


def test_a_page_that_is_behind_hears_that_the_board_is_closed(
    screens: Screens, demo: Demo, coach: Coach
) -> None:
    wire = Wire(opens_link(screens, demo, "Dilara"))
    dilara = joins(screens, "Dilara")
    dilara.waits_until(lambda: dilara.received.fetches)
    wire.is_silent = True
    coach.presses("Volgende stap")
    coach.is_at("Inleiding")
    dilara.tries_to_put_up(HOPE, LANE)
    dilara.sees(CLOSED)
    expect(dilara.post_it(LANE)).to_have_value(HOPE)


def test_who_plakt_nothing_hears_what_to_do_first(anna: Teacher) -> None:
    for nothing in ("", "   "):
        anna.tries_to_put_up(nothing, LANE)
        anna.sees("Typ eerst wat je wilt plakken.")
        expect(anna.post_it(LANE)).to_be_focused()
        anna.post_it(LANE).press_sequentially(HALF)
        anna.sees_no("Typ eerst")
    expect(anna.stage.locator(".note")).to_have_count(0)


def test_at_the_limit_the_text_stays_in_its_field(anna: Teacher, bram: Teacher) -> None:
    anna.puts_up(HOPE, LANE)
    anna.puts_up(SECOND, LANE)
    anna.tries_to_put_up(THIRD, LANE)
    anna.sees("Je kunt er niet meer bij plakken. Haal er eerst een weg.")
    anna.page.reload()
    expect(anna.post_it(LANE)).to_have_value(THIRD)
    anna.takes_back(HOPE)
    bram.reads_no(HOPE)
    anna.post_it(LANE).press("Enter")
    bram.reads(SECOND, THIRD)


def test_who_names_someone_is_asked_and_may_let_it_be_or_change_it(
    anna: Teacher, bram: Teacher
) -> None:
    question = "Staat hier een naam in? Haal die liever weg."
    anna.puts_up("Bram vraagt door", LANE)
    bram.reads("Bram vraagt door")
    anna.sees(question)
    bram.sees_no(question)
    anna.presses("Laat staan")
    anna.sees_no(question)
    anna.reads("Bram vraagt door")

    anna.puts_up("Net als bram", LANE)
    anna.sees(question)
    anna.presses("Pas aan")
    anna.sees_no(question)
    expect(anna.field("Wijzig je post-it")).to_be_focused()
    anna.field("Wijzig je post-it").fill("Net als een collega")
    anna.presses("Bewaar")
    bram.reads("Net als een collega")
    bram.reads_no("Net als bram")
    anna.sees_no(question)


def test_two_tabs_hold_one_text(screens: Screens, anna: Teacher, bram: Teacher) -> None:
    other = Teacher(screens, "Anna", screens.open("Anna", anna.page.url))
    other.post_it(LANE).press_sequentially(HALF)
    expect(anna.post_it(LANE)).to_have_value(HALF)
    anna.post_it(LANE).press("End")
    anna.page.keyboard.type(HOPE.removeprefix(HALF))
    expect(other.post_it(LANE)).to_have_value(HOPE)
    anna.page.keyboard.press("Enter")
    bram.reads(HOPE)
    expect(other.post_it(LANE)).to_have_value("")


def test_the_menu_of_a_post_it_is_there_also_when_its_script_did_not_arrive_at_first(
    screens: Screens, anna: Teacher
) -> None:
    screens.expect("ERR_FAILED")
    anna.puts_up(HOPE, LANE)
    anna.page.route("**/hands*.js", lambda route: route.abort(), times=1)
    anna.page.reload()
    anna.menu(HOPE).click()
    expect(anna.stage.get_by_role("button", name="Haal weg")).to_be_visible()


def test_who_changes_a_note_goes_on_at_its_end(anna: Teacher) -> None:
    anna.puts_up(HOPE, LANE)
    anna.menu(HOPE).click()
    anna.note(HOPE).get_by_role("button", name="Wijzig", exact=True).click()
    expect(anna.field("Wijzig je post-it")).to_be_focused()
    anna.page.keyboard.type(" En rust.")
    anna.presses("Bewaar")
    anna.reads(f"{HOPE} En rust.")
