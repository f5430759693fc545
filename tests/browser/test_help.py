"""Help of the page itself, and the tour of a coach's first day: never in the way of the day."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from scholendag.demo.people import COACH
from tests.browser.people import Coach, joins, opens_link, signs_in
from tests.browser.screens import PHONE, Screens
from tests.browser.server import Demo
from tests.browser.store import Store

NEW_HERE = "from scholendag.accounts.models import User; User.objects.update(saw_tour_at=None)"
COVERS = """(tour) => {
    const buttons = document.getElementById("knoppen");
    const [a, b] = [tour, buttons].map((one) => one.getBoundingClientRect());
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}"""


@pytest.fixture
def newcomer(screens: Screens, demo: Demo, store: Store) -> Coach:
    """A coach who opens the begeleider's page for the first time."""
    store.runs(NEW_HERE)
    return Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))


def tour_of(coach: Coach) -> Locator:
    return coach.page.get_by_role("dialog", name="Rondleiding")


def help_of(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Hulp bij deze pagina")


def seen(coach: Coach, press: Callable[[], None]) -> None:
    """Do what ends the tour, and wait until the server knows."""
    with coach.page.expect_response("**/rondleiding/gezien/") as answer:
        press()
    assert answer.value.status == 204
    expect(tour_of(coach)).to_have_count(0)


def test_the_tour_shows_the_page_with_the_keyboard_and_comes_once(
    screens: Screens, demo: Demo, newcomer: Coach
) -> None:
    tour = tour_of(newcomer)
    for title in ("De agenda", "De grote knop", "De stap en de klok", "De mensen", "De links"):
        expect(tour.get_by_role("heading")).to_have_text(title)
        expect(tour.get_by_role("heading")).to_be_focused()
        expect(newcomer.page.locator("#rondleiding-wijst")).to_be_visible()
        assert not tour.evaluate(COVERS), "the tour lies over the coach's buttons"
        tour.get_by_role("button", name="Ga verder").press("Enter")
    expect(tour.get_by_role("heading")).to_have_text("Hulp")
    tour.get_by_role("button", name="Ga terug").press("Enter")
    expect(tour.get_by_role("heading")).to_have_text("De links")
    tour.get_by_role("button", name="Ga verder").press("Enter")
    seen(newcomer, tour.get_by_role("button", name="Sluit de rondleiding").click)

    other_laptop = signs_in(screens, demo, ("Thuis", COACH[1]), newcomer.page.url)
    expect(tour_of(other_laptop)).to_have_count(0)


def test_escape_skips_and_the_help_brings_it_back(newcomer: Coach) -> None:
    expect(tour_of(newcomer)).to_be_visible()
    seen(newcomer, lambda: newcomer.page.keyboard.press("Escape"))
    newcomer.page.reload()
    newcomer.settles_in()
    expect(tour_of(newcomer)).to_have_count(0)

    newcomer.page.keyboard.press("?")
    help_of(newcomer.page).get_by_role("button", name="Bekijk de rondleiding").click()
    expect(help_of(newcomer.page)).to_have_count(0)
    expect(tour_of(newcomer).get_by_role("heading")).to_be_focused()


def test_a_day_that_begins_has_no_tour(screens: Screens, demo: Demo, newcomer: Coach) -> None:
    opens_link(screens, demo, "Anna")
    joins(screens, "Anna")
    newcomer.knows("Anna")  # the page goes on under the tour
    expect(tour_of(newcomer)).to_be_visible()
    newcomer.presses("Start")
    newcomer.is_at("Welkom")
    expect(tour_of(newcomer)).to_have_count(0)
    newcomer.page.reload()
    newcomer.settles_in()
    expect(tour_of(newcomer)).to_have_count(0)
    newcomer.page.keyboard.press("?")
    expect(help_of(newcomer.page)).to_be_visible()
    expect(newcomer.page.get_by_role("button", name="Bekijk de rondleiding")).to_have_count(0)


def test_everyone_gets_help_with_the_page_they_are_on(screens: Screens, demo: Demo) -> None:
    opens_link(screens, demo, "Anna", PHONE)
    pages = [joins(screens, "Anna").page, screens.open("Ingrid", demo.schoolleider)]
    for page in pages:
        page.get_by_role("button", name="Hulp").click()
        expect(help_of(page).get_by_role("heading", level=2)).to_be_focused()
        assert 3 <= help_of(page).get_by_role("listitem").count() <= 6
        page.keyboard.press("Escape")
        expect(help_of(page)).to_have_count(0)
        expect(page.get_by_role("button", name="Hulp")).to_be_focused()
