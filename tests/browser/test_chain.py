"""What an earlier block left goes along: to read beside the next, and carried on by a press."""

from playwright.sync_api import Locator, expect

from tests.browser.blocks import doelen
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.screens import LAPTOP, Screens
from tests.browser.server import Demo

PROUD = "Iedereen leest elke dag een kwartier"
NAME = "Lezen is van ons allemaal"
TYPED = "Nog niet verstuurde tekst"
FROM_THE_WALL = "uit Datamuur, 1 post-it"


def test_a_cluster_goes_on_to_the_arena_and_to_the_goals(
    screens: Screens, demo: Demo, coach: Coach
) -> None:
    opens_link(screens, demo, "Anna", LAPTOP)
    anna = joins(screens, "Anna")
    coach.opens("Datamuur", "Kiezen")
    anna.is_at("Kiezen")
    the_wall_yields_a_cluster(coach, anna)
    coach_carries_on(coach, "Leerlingarena")

    coach.opens("Leerlingarena", "Nabespreking")
    anna.is_at("Nabespreking")
    for viewer in (coach, anna):
        expect(pile(viewer)).to_contain_text(FROM_THE_WALL)
    reads_along_while_typing(coach, anna)
    coach_carries_on(coach, "Doelen")

    coach.opens("Doelen", "Verbetering")
    coach.makes_groups()
    anna.takes_the_pen()
    the_team_begins_with_it(anna)
    coach_takes_it_away(coach, anna)


def the_wall_yields_a_cluster(coach: Coach, anna: Teacher) -> None:
    coach.makes_groups()
    anna.takes_the_pen()
    anna.puts_up(PROUD, "Trots")
    coach.presses("Volgende stap")
    coach.is_at("Opbrengst")
    coach.presses("Toon alles")
    for viewer in (anna, coach):
        viewer.reads(PROUD)
    coach.menu(PROUD).click()
    coach.presses("Leg ergens anders…")
    coach.field("Naam van een nieuw cluster (mag leeg blijven)").fill(NAME)
    coach.presses("Leg neer")
    expect(pile(anna)).to_contain_text(PROUD)


def pile(viewer: Coach | Teacher) -> Locator:
    return viewer.stage.locator(".pile").filter(has_text=NAME)


def coach_carries_on(coach: Coach, to: str) -> None:
    pile(coach).locator(".pile__menu > summary").click()
    pile(coach).get_by_role("button", name=f"Neem mee naar {to}").click()
    expect(pile(coach)).to_contain_text(f"gaat mee naar {to}")
    expect(pile(coach).locator("[data-carry]")).to_have_count(0)


def reads_along_while_typing(coach: Coach, anna: Teacher) -> None:
    """The fold opens, the page is fetched anew, and neither the text nor the fold is lost."""
    field = anna.post_it("Dit gaat goed volgens leerlingen")
    field.fill(TYPED)
    fold = anna.stage.locator("details.chain")
    expect(fold).not_to_contain_text(PROUD)
    fold.locator("> summary").click()
    fold.get_by_text(NAME).click()
    expect(fold.get_by_text(PROUD)).to_be_visible()

    coach.stage.locator(".board__menu > summary").first.click()
    coach.presses("Laat iedereen clusteren")
    expect(anna.stage.locator(".board[data-clusters]")).not_to_have_count(0)
    expect(fold.get_by_text(PROUD)).to_be_visible()
    expect(field).to_have_value(TYPED)
    anna.never_reloaded()

    anna.page.reload()
    anna.settles_in()
    expect(fold.get_by_text(NAME)).to_be_visible()
    expect(field).to_have_value(TYPED)


def the_team_begins_with_it(anna: Teacher) -> None:
    field = anna.field(doelen.IMPROVEMENT)
    choice = anna.stage.get_by_role("button", name="Kies dit als begin")
    field.fill("Wij kiezen zelf")
    choice.click()
    expect(field).to_have_value("Wij kiezen zelf")
    anna.sees("Er staat al tekst.")

    field.fill("")
    choice.click()
    expect(field).to_have_value(NAME)
    anna.sees("Bewaard.")
    expect(anna.stage.locator(".goal__improvement")).to_contain_text(NAME)


def coach_takes_it_away(coach: Coach, anna: Teacher) -> None:
    coach.region("Meegenomen uit eerdere blokken").get_by_role("button").click()
    expect(coach.stage.locator(".candidates")).to_have_count(0)
    expect(anna.stage.locator(".candidates")).to_have_count(0)
    expect(anna.field(doelen.IMPROVEMENT)).to_have_value(NAME)
