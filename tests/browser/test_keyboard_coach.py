"""A coach without a mouse: from signing in to a message on all screens, with keys alone."""

import pytest
from playwright.sync_api import Page, expect

from scholendag.demo.people import PASSWORD, SECOND_COACH
from tests.browser.blocks.verwachtingen import HOPE
from tests.browser.keys import Keys
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.reach import can_be_hit
from tests.browser.screens import Screens
from tests.browser.server import Demo

TOUCHED = "Wat raakte je?"
BACK = "Kom terug uit de groepjes"
MENU = "Kies wat je met deze post-it doet"


@pytest.fixture
def desk(screens: Screens, demo: Demo) -> Page:
    """Youssef signs in and opens the day."""
    page = screens.open("Youssef", f"{demo.url}/inloggen/")
    keys = Keys(page)
    can_be_hit(page)
    keys.fills("E-mailadres", SECOND_COACH[1])
    keys.fills("Wachtwoord", PASSWORD)
    keys.uses("Log in")
    expect(page.get_by_role("link", name="Open de dag").first).to_be_visible()
    can_be_hit(page)
    keys.uses("Open de dag")
    page.wait_for_url("**/begeleiden/**")
    return page


@pytest.fixture
def teachers(screens: Screens, demo: Demo, desk: Page) -> list[Teacher]:
    for name in ("Anna", "Bram"):
        opens_link(screens, demo, name)
    return [joins(screens, name) for name in ("Anna", "Bram")]


def jumps(keys: Keys, block: str, step: str) -> None:
    """To a step of another block, from the agenda, sure of it."""
    keys.page.once("dialog", lambda dialog: dialog.accept())
    keys.uses(block)
    keys.uses(step)


def test_a_coach_runs_the_day(screens: Screens, desk: Page, teachers: list[Teacher]) -> None:
    youssef, keys = Coach(screens, "Youssef", desk), Keys(desk)
    can_be_hit(desk)
    keys.uses("Start")
    youssef.is_at("Welkom")
    keys.is_on("Volgende stap", "Zet de klok stil")
    can_be_hit(desk)
    keys.uses("Volgende stap", "Space")
    youssef.is_at("Programma")
    expect(desk.locator(".htmx-request")).to_have_count(0)
    keys.is_on("Volgende stap")
    keys.presses("Enter")
    for viewer in (youssef, *teachers):
        viewer.is_at("Check-in")

    keys.uses("Maak groepjes")
    expect(youssef.stage.get_by_role("button", name="Zet vast")).to_be_visible()
    keys.is_on("Maak groepjes", "Zet vast", "Groepjes", "Schud opnieuw")
    can_be_hit(desk)
    keys.uses("Zet vast")
    for teacher in teachers:
        teacher.sits_with("Anna", "Bram")
    keys.is_on("Maak los", "Kopieer indeling", "Groepjes", "Zet vast")


def test_a_coach_reveals_and_hides(screens: Screens, desk: Page, teachers: list[Teacher]) -> None:
    youssef, keys = Coach(screens, "Youssef", desk), Keys(desk)
    anna, bram = teachers
    jumps(keys, "Inspiratieverhaal", "Wat raakte je")
    for teacher in teachers:
        teacher.is_at("Wat raakte je")
    anna.puts_up(HOPE, TOUCHED)
    youssef.sees("1 van 2 klaar")
    keys.uses("Toon alles")
    bram.reads(HOPE)
    keys.is_on("Toon alles", "Bord…", TOUCHED)

    keys.uses(MENU)
    keys.uses("Verberg")
    bram.reads_no(HOPE)
    keys.is_on(MENU)
    can_be_hit(desk)
    keys.presses("Enter")
    keys.uses("Zet terug")
    bram.reads(HOPE)
    keys.is_on(MENU)


def test_a_coach_says_something_to_all(
    screens: Screens, desk: Page, teachers: list[Teacher]
) -> None:
    youssef, keys = Coach(screens, "Youssef", desk), Keys(desk)
    keys.uses("Start")
    youssef.is_at("Welkom")
    keys.uses("Hulp", back=True)
    dialog = desk.get_by_role("dialog")
    expect(dialog).to_be_visible()
    can_be_hit(desk)
    keys.presses("Escape")
    expect(dialog).to_have_count(0)
    keys.is_on("Hulp")

    keys.uses("Stuur bericht")
    keys.fills("Of typ zelf iets", BACK)
    keys.presses("Enter")
    for teacher in teachers:
        expect(teacher.page.locator("#groot-bericht")).to_contain_text(BACK)
        expect(teacher.page.get_by_role("alert").filter(has_text=BACK)).to_have_count(1)
    keys.is_on("Stuur bericht")
