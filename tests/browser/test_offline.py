"""The network of a school: what someone typed is never lost and never doubled, whatever it does."""

from playwright.sync_api import Route, expect

from tests.browser.blocks.verwachtingen import HOPE, LANE, THIRD
from tests.browser.people import Coach, Teacher
from tests.browser.screens import Screens

HALF = HOPE[:20]
KEPT = "Geen verbinding. Je tekst is bewaard op dit apparaat."


def test_what_is_half_typed_survives_another_step_and_a_reload(
    coach: Coach, anna: Teacher, bram: Teacher
) -> None:
    anna.post_it(LANE).press_sequentially(HALF)
    coach.presses("Volgende stap")
    anna.is_at("Inleiding")
    anna.has_nothing_to_write_in()

    coach.presses("Terug")
    anna.is_at("Verwachtingen")
    expect(anna.post_it(LANE)).to_have_value(HALF)
    anna.page.reload()
    expect(anna.post_it(LANE)).to_have_value(HALF)
    bram.reads_no(HALF)


def test_who_is_typing_is_not_disturbed_by_the_notes_of_others(
    anna: Teacher, bram: Teacher
) -> None:
    anna.post_it(LANE).press_sequentially(HALF)
    bram.puts_up(THIRD, LANE)
    anna.reads(THIRD)
    expect(anna.post_it(LANE)).to_be_focused()
    anna.page.keyboard.type(HOPE.removeprefix(HALF))
    anna.page.keyboard.press("Enter")
    bram.reads(HOPE)


def test_a_note_from_a_dead_network_arrives_once_when_it_is_back(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    screens.expect("ERR_INTERNET_DISCONNECTED", "Failed to fetch")
    network = anna.page.context
    network.set_offline(True)
    anna.tries_to_put_up(HOPE, LANE)
    expect(anna.note(HOPE)).to_contain_text(KEPT)
    expect(anna.post_it(LANE)).to_have_value("")
    bram.reads_no(HOPE)

    network.set_offline(False)
    for teacher in (anna, bram):
        teacher.reads(HOPE)
    anna.sees_no(KEPT)


def test_a_note_of_which_the_answer_was_lost_stays_one_note(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    """Anna's page sees it hang on the board, so it is not even sent again."""
    screens.expect("ERR_FAILED", "Failed to fetch")
    anna.page.route("**/notities/", arrives_but_is_not_answered, times=1)
    anna.tries_to_put_up(HOPE, LANE)
    bram.reads(HOPE)
    expect(anna.menu(HOPE)).to_be_visible()

    anna.puts_up(THIRD, LANE)
    for teacher in (anna, bram):
        teacher.reads(HOPE, THIRD)


def arrives_but_is_not_answered(route: Route) -> None:
    route.fetch()
    route.abort()


def test_a_press_that_did_not_arrive_is_not_called_a_text_that_is_kept(
    screens: Screens, coach: Coach, anna: Teacher
) -> None:
    screens.expect("ERR_INTERNET_DISCONNECTED", "Failed to fetch")
    line = coach.page.locator("#verbinding")
    coach.page.context.set_offline(True)
    coach.presses("Volgende stap")
    expect(line).to_have_text(
        "Geen verbinding. Je druk op de knop is niet aangekomen. Probeer het straks nog eens."
    )
    coach.page.context.set_offline(False)
    expect(line).to_have_text("Je bent weer verbonden.")
    anna.is_at("Verwachtingen")
    coach.presses("Volgende stap")
    anna.is_at("Inleiding")
