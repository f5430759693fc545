"""Forms with a button, on a network that fails: the text stays, and the words about it are true."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.blocks.doelen import ACTION
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.test_offline import arrives_but_is_not_answered

WHAT = "Wat ga je doen?"
ADDING = "**/acties/**"
KEPT = "Geen verbinding. Je tekst is bewaard op dit apparaat."
ONLY_HERE = "Geen verbinding. Sluit dit scherm niet: je tekst staat alleen hier."
NO_STORAGE = """void (Storage.prototype.setItem = () => { throw new DOMException("full"); })"""


@pytest.fixture
def page(screens: Screens, demo: Demo) -> Page:
    return opens_link(screens, demo, "Anna")


@pytest.fixture
def anna(screens: Screens, coach: Coach, page: Page) -> Teacher:
    """Anna may put down what her team is going to do."""
    anna = joins(screens, "Anna")
    coach.opens("Doelen en acties", "Verbetering")
    coach.makes_groups()
    for title in ("Doel", "Acties"):
        coach.presses("Volgende stap")
        coach.is_at(title)
    anna.is_at("Acties")
    screens.expect("ERR_FAILED", "Failed to fetch")
    return anna


def test_an_action_of_which_the_answer_was_lost_is_sent_again_and_there_once(
    anna: Teacher,
) -> None:
    anna.page.route(ADDING, arrives_but_is_not_answered, times=1)
    anna.fills_in(WHAT, ACTION)
    anna.presses("Zet erbij")
    expect(anna.stage.get_by_role("textbox", name=WHAT)).to_have_value("")
    anna.page.reload()
    anna.reads(ACTION)


def test_what_is_changed_while_it_waits_is_sent_when_its_writer_says_so(anna: Teacher) -> None:
    tried: list[Route] = []

    def fails(route: Route) -> None:
        tried.append(route)
        route.abort()

    anna.page.route(ADDING, fails)
    anna.fills_in(WHAT, ACTION)
    anna.presses("Zet erbij")
    anna.sees(KEPT)
    anna.field(WHAT).press_sequentially(" en")
    anna.page.unroute(ADDING)
    anna.page.evaluate("dispatchEvent(new Event('online'))")
    anna.field(WHAT).press_sequentially(" wie helpt")
    anna.sees_no(KEPT)
    anna.reads_no(ACTION)
    anna.presses("Zet erbij")
    anna.reads(f"{ACTION} en wie helpt")


def test_without_a_place_to_keep_it_nobody_is_told_that_a_text_is_kept(
    page: Page, anna: Teacher
) -> None:
    anna.page.evaluate(NO_STORAGE)
    anna.page.route(ADDING, lambda route: route.abort())
    anna.fills_in(WHAT, ACTION)
    anna.presses("Zet erbij")
    anna.sees(ONLY_HERE)
    anna.sees_no(KEPT)
    expect(anna.page.locator("#verbinding")).to_have_text(ONLY_HERE)
    anna.page.unroute(ADDING)
    anna.reads(ACTION)


def test_a_form_that_might_undo_the_work_of_another_is_sent_by_hand(
    coach: Coach, anna: Teacher
) -> None:
    anna.fills_in(WHAT, ACTION)
    anna.presses("Zet erbij")
    anna.reads(ACTION)
    anna.page.route(ADDING, lambda route: route.abort(), times=1)
    anna.stage.get_by_text("Pas aan").click()
    change = anna.note(ACTION).get_by_label(WHAT)
    change.fill(f"{ACTION}!")
    anna.note(ACTION).get_by_role("button", name="Bewaar").click()
    anna.sees(f"{KEPT} Druk straks nog eens op “Bewaar”.")
    anna.note(ACTION).get_by_role("button", name="Bewaar").click()
    anna.sees_no(KEPT)
