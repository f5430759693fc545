"""A second coach and helpers by link: each has what the role needs, until the link is withdrawn."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.around.helping import gives_role as gives_role_on
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.viewer import Viewer

GONE = "Deze link werkt niet meer."
NAMES = ("Anna", "Bram", "Cas", "Dina", "Eline", "Farid")
GivesRole = Callable[[str, str], str]


@pytest.fixture
def marieke(screens: Screens, demo: Demo) -> Coach:
    return Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))


@pytest.fixture
def sharing(screens: Screens, marieke: Coach) -> Page:
    """Marieke's other tab, where she hands out the roles."""
    return screens.open("Marieke", f"{marieke.page.url}delen/")


@pytest.fixture
def gives_role(sharing: Page) -> GivesRole:
    """Marieke makes a link with this role for someone; the address that she copies."""

    def give(name: str, role: str) -> str:
        return gives_role_on(sharing, name, role)

    return give


def withdraws(sharing: Page, name: str) -> None:
    """Marieke takes the role back, and says that she is sure."""
    sharing.once("dialog", lambda dialog: dialog.accept())
    row = sharing.get_by_role("row").filter(has_text=name)
    row.get_by_role("button", name="Trek in").click()
    expect(sharing.get_by_text(f"De link van {name} werkt niet meer.")).to_be_visible()


def is_told_that_it_is_over(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(GONE)


def test_a_second_coach_whose_link_is_withdrawn_is_out_at_once_and_nobody_else_notices(
    screens: Screens, demo: Demo, marieke: Coach, sharing: Page, gives_role: GivesRole
) -> None:
    link = gives_role("Joris", "Medebegeleider")
    joris = Coach(screens, "Joris", screens.open("Joris", link))
    teachers: list[Teacher] = []
    for name in NAMES:
        opens_link(screens, demo, name)
        teachers.append(joins(screens, name))
    joris.knows(*NAMES)

    joris.presses("Start")
    for viewer in (marieke, joris, *teachers):
        viewer.is_at("Welkom")
    marieke.stage.get_by_text("Wat er gebeurde").click()
    marieke.sees("Joris startte de dag")
    marieke.sees("Marieke de Wit maakte een link voor Joris (medebegeleider)")

    screens.expect("status of 404")
    withdraws(sharing, "Joris")
    is_told_that_it_is_over(joris.page)
    for path in (link, marieke.page.url):
        joris.page.goto(path)
        is_told_that_it_is_over(joris.page)

    marieke.presses("Volgende stap")
    for viewer in (marieke, *teachers):
        viewer.is_at("Programma")
        viewer.never_reloaded()
    marieke.sees("Marieke de Wit trok de link van Joris (medebegeleider) in")


def test_the_arena_is_led_and_written_down_by_link(
    screens: Screens, demo: Demo, marieke: Coach, sharing: Page, gives_role: GivesRole
) -> None:
    lead = Viewer(screens, "Ravi", screens.open("Ravi", gives_role("Ravi", "Gespreksleider")))
    pen = Teacher(screens, "Fatma", screens.open("Fatma", gives_role("Fatma", "Aantekenaar")))
    opens_link(screens, demo, "Anna")
    anna = joins(screens, "Anna")
    marieke.presses("Start")
    lead.sees("Jouw beurt komt bij")
    pen.has_nothing_to_write_in()

    marieke.opens("Leerlingarena", "Gesprek met leerlingen")
    lead.presses("Toon de eerste vraag")
    question = lead.page.locator(".question__text").inner_text()
    for viewer in (marieke, anna, pen):
        expect(viewer.stage.locator(".question__text")).to_have_text(question)
    pen.puts_up("Een leraar legt rustig uit", "Dit gaat goed volgens leerlingen")
    pen.reads("Een leraar legt rustig uit")
    anna.reads_no("Een leraar legt rustig uit")
    pen.changes("Een leraar legt rustig uit", "Rustige uitleg helpt")
    pen.reads("Rustige uitleg helpt")

    marieke.presses("Volgende stap")
    anna.reads("Rustige uitleg helpt")
    pen.sees("Jouw deel is klaar")
    lead.sees("Jouw deel is klaar")

    screens.expect("status of 404")
    withdraws(sharing, "Ravi")
    is_told_that_it_is_over(lead.page)
    pen.never_reloaded()
    anna.never_reloaded()


def test_a_preparation_that_is_open_closes_with_its_link(
    screens: Screens, sharing: Page, gives_role: GivesRole
) -> None:
    page = screens.open("Lena", gives_role("Lena", "Dataredacteur"))
    page.get_by_role("link", name="Begin").first.click()
    page.get_by_role("link", name="Maak een kaart").click()
    page.get_by_label("Onderwerp").fill("Verzuim")
    screens.expect("status of 404")
    withdraws(sharing, "Lena")
    is_told_that_it_is_over(page)


def test_who_looks_back_leaves_when_the_link_is_replaced(
    screens: Screens, sharing: Page, gives_role: GivesRole
) -> None:
    named = screens.open("Karin", gives_role("Karin", "Schoolleider"))
    card = sharing.get_by_role("region", name="Schoolleider")
    address = card.locator("[data-copy]").get_attribute("data-copy") or ""
    nameless = screens.open("wie dan ook", address)
    for page in (named, nameless):
        expect(page.get_by_text("Je leest wat de dag opleverde.")).to_be_visible()

    screens.expect("status of 404")
    card.locator("summary").click()
    card.get_by_role("button", name="Vervang de link").click()
    is_told_that_it_is_over(nameless)
    expect(named.get_by_text("Je leest wat de dag opleverde.")).to_be_visible()
    withdraws(sharing, "Karin")
    is_told_that_it_is_over(named)
