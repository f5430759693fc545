"""A whole morning without a mouse: what a deelnemer does, with keys alone."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.blocks.doelen import ACTION, ASKING, IMPROVEMENT
from tests.browser.blocks.verwachtingen import BETTER, HOPE, LANE, SECOND, THIRD
from tests.browser.keys import Keys
from tests.browser.people import Coach, Teacher, opens_link
from tests.browser.reach import can_be_hit
from tests.browser.screens import LAPTOP, Screens
from tests.browser.server import Demo
from tests.browser.test_voting import lets_vote

BOARD = "Wat we van vandaag hopen"
MENU = "Kies wat je met deze post-it doet"


@pytest.fixture
def door(screens: Screens, demo: Demo, coach: Coach) -> Page:
    """The page that asks Anna for her name."""
    return opens_link(screens, demo, "Anna", LAPTOP)


def joins_with_keys(screens: Screens, page: Page) -> Teacher:
    keys = Keys(page)
    can_be_hit(page)
    keys.fills("Hoe heet je?", "Anna")
    keys.fills("Bouw of vak", "Onderbouw")
    keys.uses("Doe mee")
    page.wait_for_url("**/dag/**")
    return Teacher(screens, "Anna", page, goes=False)


def test_a_deelnemer_writes_changes_takes_back_and_undoes(
    screens: Screens, bram: Teacher, door: Page
) -> None:
    anna = joins_with_keys(screens, door)
    keys = Keys(anna.page)
    keys.fills("Jouw post-it", HOPE)
    keys.presses("Enter")
    bram.reads(HOPE)
    keys.is_on("Jouw post-it")
    can_be_hit(anna.page)

    keys.uses(MENU)
    can_be_hit(anna.page)
    keys.uses("Wijzig", "Space")
    keys.is_on("Wijzig je post-it")
    keys.presses("Control+A")
    keys.types(BETTER)
    keys.uses("Bewaar")
    bram.reads(BETTER)
    keys.is_on(MENU)

    keys.presses("Enter")
    keys.uses("Haal weg")
    bram.reads_no(BETTER)
    keys.is_on("Zet terug")
    can_be_hit(anna.page)
    keys.presses("Space")
    bram.reads(BETTER)
    keys.is_on(MENU)
    anna.never_reloaded()


def test_a_deelnemer_clusters_and_votes(
    screens: Screens, coach: Coach, bram: Teacher, door: Page
) -> None:
    anna = joins_with_keys(screens, door)
    for text in (HOPE, SECOND):
        bram.puts_up(text, LANE)
    anna.reads(HOPE, SECOND)
    coach.stage.locator("summary", has_text="Bord…").click()
    coach.presses("Laat iedereen clusteren")
    anna.sees("Sleep post-its die bij elkaar horen op elkaar.")

    keys = Keys(anna.page)
    for _ in range(2):
        keys.uses("Kies deze post-it", "Space")
    anna.sees("2 post-its gekozen")
    keys.uses("Leg bij elkaar…", back=True)
    keys.is_on("In een nieuw cluster")
    keys.fills("Naam van een nieuw cluster", "Rust")
    can_be_hit(anna.page)
    keys.uses("Leg neer")
    expect(bram.stage.get_by_role("group", name="Rust").locator("li.note")).to_have_count(2)
    keys.is_on(MENU)

    bram.tries_to_put_up(THIRD, LANE)
    lets_vote(coach, "2", secretly=False)
    anna.sees("Je hebt nog 2 van de 2 stippen.")
    keys.uses("Geef een stip", "Space")
    anna.sees("Je hebt nog 1 van de 2 stippen.")
    keys.is_on("Geef een stip")
    give = anna.stage.get_by_role("button", name="Geef een stip")
    expect(give).not_to_have_class(re.compile("htmx-request"))  # it was answered
    can_be_hit(anna.page)
    keys.presses("Space")
    anna.sees("Je stippen zijn op. Klaar!")
    keys.uses("Haal een stip terug")
    anna.sees("Je hebt nog 1 van de 2 stippen.")
    keys.is_on("stip")


def test_a_deelnemer_makes_a_goal_and_an_action_on_the_board_of_the_team(
    screens: Screens, coach: Coach, bram: Teacher, door: Page
) -> None:
    anna = joins_with_keys(screens, door)
    keys = Keys(anna.page)
    coach.opens("Doelen en acties", "Verbetering")
    coach.makes_groups()
    keys.is_on("Ik ga")
    keys.presses("Enter")
    anna.sees("Jij zit in")
    if anna.stage.get_by_role("button", name="Ik schrijf").is_visible():
        keys.uses("Ik schrijf")
    expect(anna.field(IMPROVEMENT)).to_be_visible()
    keys.fills(IMPROVEMENT, ASKING)
    bram.sees(ASKING)
    can_be_hit(anna.page)

    coach.presses("Volgende stap")
    anna.is_at("Doel")
    keys.fills("De leerlingen uit", "groep 5 en 6")
    keys.fills("Wat precies?", "zelf een hulpvraag stellen")
    bram.sees("zelf een hulpvraag stellen")
    coach.is_at("Doel")
    coach.presses("Volgende stap")
    anna.is_at("Acties")
    adds_an_action(keys, ACTION)
    bram.reads(ACTION)
    keys.is_on("Wat ga je doen?", "Zet erbij")

    coach.opens("Bord", "Rollen")
    anna.is_at("Rollen")
    keys.fills("Tijdbewaker", "Bram")
    expect(bram.field("Tijdbewaker")).to_have_value("Bram")
    can_be_hit(anna.page)


def adds_an_action(keys: Keys, what: str) -> None:
    keys.fills("Wat ga je doen?", what)
    keys.fills("Wie?", "Bram")
    keys.goes_to("Wanneer?")
    keys.types(within_a_year())
    keys.uses("Zet erbij")


def within_a_year() -> str:
    """A day to come with its month's own number, since browsers ask for them in either order."""
    today = date.today()
    same = [date(today.year + more, month, month) for more in (0, 1) for month in range(1, 13)]
    return next(day for day in same if day > today).strftime("%d%m%Y")


def test_who_goes_on_writing_elsewhere_is_not_called_back_to_an_open_form(anna: Teacher) -> None:
    anna.puts_up(HOPE, LANE)
    anna.reads(HOPE)
    anna.menu(HOPE).click()
    anna.presses("Wijzig")
    expect(anna.field("Wijzig je post-it")).to_be_focused()
    anna.post_it(LANE).press_sequentially(SECOND[:10])
    with anna.page.expect_response(anna.page.url):
        anna.page.evaluate("htmx.trigger(document.body, 'live:refresh')")
    expect(anna.page.locator(".htmx-request")).to_have_count(0)
    anna.page.keyboard.type(SECOND[10:])
    expect(anna.post_it(LANE)).to_have_value(SECOND)
    expect(anna.field("Wijzig je post-it")).to_have_value(HOPE)
