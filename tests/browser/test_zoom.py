"""Every page at 200 and at 400 %, and in a window as narrow as a phone: nothing gets lost."""

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.blocks.doelen import ACTION, ASKING, IMPROVEMENT
from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND
from tests.browser.people import Coach, Teacher
from tests.browser.reach import FOUR_TIMES, TWICE, can_be_hit, fits, fits_when_zoomed
from tests.browser.screens import LAPTOP, Screens
from tests.browser.server import Demo

LONG = "Ziekenhuisverplaatsingscoördinatiebijeenkomstenverslaglegging"
# How much of the window is taken by what stays in place while one scrolls.
STUCK = """() => [...document.querySelectorAll("body *")]
    .filter((one) => /sticky|fixed/.test(getComputedStyle(one).position) && one.checkVisibility())
    .map((one) => one.getBoundingClientRect())
    .filter(({ top, bottom }) => top < innerHeight / 2 && bottom > 0)
    .reduce((sum, { height }) => sum + height, 0) / innerHeight"""

# What of the agenda lies beyond its padding.
OUT_OF_RAIL = """() => {
    const rail = document.querySelector(".desk__agenda");
    const padding = parseFloat(getComputedStyle(rail).paddingRight);
    const end = rail.getBoundingClientRect().right - padding;
    return [...rail.querySelectorAll("*:not(.visually-hidden)")]
        .filter((one) => one.getBoundingClientRect().right > end + 0.5)
        .map((one) => one.outerHTML.slice(0, 120));
}"""


@pytest.fixture
def notes(anna: Teacher, bram: Teacher) -> None:
    """There is something on the board, also a word that is too long for any line."""
    anna.puts_up(LONG, LANE)
    anna.puts_up(HOPE, LANE)
    bram.puts_up(SECOND, LANE)
    anna.reads(SECOND)


@pytest.mark.usefixtures("notes")
def test_a_deelnemer(coach: Coach, anna: Teacher) -> None:
    anna.page.set_viewport_size(LAPTOP)
    fits_when_zoomed(anna.page)
    can_be_hit(anna.page)
    coach.opens("Datamuur", "Lezen")
    coach.makes_groups()
    for step in ("Bespreken", "Kiezen"):
        coach.presses("Volgende stap")
        for viewer in (coach, anna):
            viewer.is_at(step)
        fits_when_zoomed(anna.page)


@pytest.mark.usefixtures("notes")
def test_a_coach(coach: Coach, anna: Teacher) -> None:
    fits_when_zoomed(coach.page)
    can_be_hit(coach.page)
    for size in (TWICE, FOUR_TIMES):
        coach.page.set_viewport_size(size)
        assert coach.page.evaluate(STUCK) < 0.5, "what stays in place hides the rest"
        for name in ("Volgende stap", "Stuur bericht"):
            expect(coach.stage.get_by_role("button", name=name, exact=True)).to_be_visible()
        coach.presses("Stuur bericht")
        fits(coach.page)
        coach.page.keyboard.press("Escape")
        coach.menu(HOPE).click()
        fits(coach.page)
        coach.page.keyboard.press("Escape")
    coach.page.set_viewport_size(LAPTOP)
    coach.opens("Datamuur", "Lezen")
    coach.presses("Maak groepjes")
    expect(coach.stage.get_by_role("button", name="Zet vast")).to_be_visible()
    fits_when_zoomed(coach.page)
    can_be_hit(coach.page)


def test_a_goal_and_the_board_of_a_team(
    screens: Screens, coach: Coach, anna: Teacher, bram: Teacher
) -> None:
    coach.opens("Doelen en acties", "Verbetering")
    coach.makes_groups()
    anna.sees("Jij zit in")
    anna.takes_the_pen()
    anna.fills_in(IMPROVEMENT, ASKING)
    bram.sees(ASKING)
    for step in ("Doel", "Acties"):
        coach.presses("Volgende stap")
        for viewer in (coach, anna):
            viewer.is_at(step)
    anna.fills_in("Wat ga je doen?", ACTION)
    anna.fills_in("Wie?", LONG)
    anna.presses("Zet erbij")
    anna.reads(ACTION)
    fits_when_zoomed(anna.page)
    coach.opens("Bord", "Plannen")
    anna.is_at("Plannen")
    fits_when_zoomed(anna.page)
    link = anna.stage.get_by_role("link", name="Open het bord van Onderbouw")
    bord = screens.open("bord", link.evaluate("(link) => link.href"))
    fits_when_zoomed(bord)
    can_be_hit(bord)


@pytest.mark.usefixtures("notes")
def test_pages_beside_the_day(screens: Screens, demo: Demo, coach: Coach) -> None:
    desk = coach.page.url
    for address in (
        demo.schoolleider,
        f"{desk}delen/",
        f"{desk}voorbereiden/",
        f"{desk}groepjes/",
    ):
        page = screens.open("Marieke", address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        fits_when_zoomed(page)
        can_be_hit(page)
        page.close()


@pytest.mark.parametrize("width", [1366, 1120])
def test_the_agenda_beside_the_day_fits(coach: Coach, width: int) -> None:
    """Also when every time is another than was planned."""
    coach.page.set_viewport_size(ViewportSize(width=width, height=768))
    coach.opens("Inspiratieverhaal", "Wat raakte je")
    coach.is_at("Wat raakte je")
    coach.stage.locator(".desk__agenda details").evaluate_all(
        "(all) => all.forEach((one) => one.setAttribute('open', ''))"
    )
    assert coach.page.evaluate(OUT_OF_RAIL) == []
