"""A proefrit: a coach tries the day with colleagues who come in and write by themselves."""

from playwright.sync_api import expect

from tests.browser.people import Coach, Scherm, Teacher, says_name
from tests.browser.screens import PHONE, Screens
from tests.browser.server import Demo

COLLEAGUES = 8
# Colleagues look at their page every few seconds only.
PATIENCE = 60_000


def test_a_coach_rehearses_with_colleagues_and_throws_it_away(screens: Screens, demo: Demo) -> None:
    page = screens.open("Marieke", demo.begeleider)
    real_day = page.url
    real_scherm = Scherm(screens, demo)
    page.get_by_role("link", name="Doe een proefrit").click()
    page.get_by_label("Hoeveel nepcollega's doen mee?").fill(str(COLLEAGUES))
    page.get_by_role("button", name="Start de proefrit").click()
    page.wait_for_url(lambda url: url != real_day and "proefrit" not in url)
    marieke = Coach(screens, "Marieke", page)
    expect(page.get_by_text(f"{COLLEAGUES} nepcollega's doen mee.")).to_be_visible()

    they_come_in_by_themselves(marieke)
    youssef = a_real_colleague_joins(screens, demo, marieke)
    they_write_by_themselves(marieke, youssef)
    the_real_day_knows_of_nothing(screens, demo, real_day, real_scherm)
    it_is_thrown_away(screens, marieke, youssef, real_day)


def they_come_in_by_themselves(marieke: Coach) -> None:
    expect(marieke.people).to_have_count(COLLEAGUES, timeout=PATIENCE)
    marieke.sees("8 van 8 aanwezig")


def a_real_colleague_joins(screens: Screens, demo: Demo, marieke: Coach) -> Teacher:
    code = marieke.stage.locator(".code").inner_text()
    page = screens.open("Youssef", f"{demo.url}/doe-mee/?code={code}", PHONE)
    expect(page.get_by_text("Dit is een oefening.")).to_be_visible()
    says_name(page, "Youssef")
    page.wait_for_url("**/dag/**")
    expect(marieke.people).to_have_count(COLLEAGUES + 1)
    return Teacher(screens, "Youssef", page)


def they_write_by_themselves(marieke: Coach, youssef: Teacher) -> None:
    """What they push reaches open pages, though they have no network between them."""
    marieke.opens("Verwachtingen", "Verwachtingen")
    for viewer in (marieke, youssef):
        viewer.is_at("Verwachtingen")
        expect(viewer.stage.locator(".note").nth(COLLEAGUES - 1)).to_be_visible(timeout=PATIENCE)
    youssef.puts_up("Ik oefen mee", "Dit hoop ik")
    marieke.reads("Ik oefen mee")
    for viewer in (marieke, youssef):
        viewer.never_reloaded()


def the_real_day_knows_of_nothing(
    screens: Screens, demo: Demo, real_day: str, scherm: Scherm
) -> None:
    scherm.sees("We beginnen om")
    scherm.sees(demo.code)
    page = screens.open("Marieke", real_day)
    expect(page.get_by_text("Er is nog niemand.")).to_be_visible()
    page.goto(f"{demo.url}/")
    expect(page.get_by_role("article")).to_have_count(1)
    page.close()


def it_is_thrown_away(screens: Screens, marieke: Coach, youssef: Teacher, real_day: str) -> None:
    [page] = screens.contexts["Marieke"].pages
    second = screens.open("Marieke", page.url)
    marieke.page.once("dialog", lambda dialog: dialog.accept())
    marieke.page.get_by_role("button", name="Gooi de proefrit weg").click()
    marieke.page.wait_for_url(real_day)
    expect(marieke.page.get_by_text("De proefrit is weg.")).to_be_visible()
    youssef.is_at("De proefrit is voorbij")
    youssef.never_reloaded()
    expect(second.get_by_role("heading", level=1)).to_have_text("De proefrit is voorbij")
    expect(second.get_by_text("Dit is een oefening.")).to_have_count(0)
