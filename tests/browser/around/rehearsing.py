"""A proefrit: the coach's page with colleagues who write by themselves, and a full board."""

from playwright.sync_api import Page, expect

from tests.browser.around.visits import Visit
from tests.browser.observing import Observer
from tests.browser.people import Coach, Teacher, says_name
from tests.browser.screens import PHONE, Screens
from tests.browser.server import Demo

COLLEAGUES = 16
MANY = 20
PATIENCE = 60_000  # milliseconds; colleagues look at their page every few seconds only


def play(screens: Screens, demo: Demo, observer: Observer) -> None:
    page = screens.open("Marieke", demo.begeleider)
    visit = Visit(observer, "begeleider", page)
    page.get_by_role("link", name="Proefrit").click()
    visit.looks_at("Proefrit")
    page.get_by_label("Hoeveel nepcollega's doen mee?").fill(str(COLLEAGUES))
    page.get_by_role("button", name="Start de proefrit").click()
    page.wait_for_url(lambda url: "proefrit" not in url)
    coach = Coach(screens, "Marieke", page)
    expect(coach.people).to_have_count(COLLEAGUES, timeout=PATIENCE)
    visit.looks_at("Proefrit voor het begin")
    a_board_fills(screens, demo, coach, observer)
    it_is_thrown_away(page)


def a_board_fills(screens: Screens, demo: Demo, coach: Coach, observer: Observer) -> None:
    youssef = a_real_colleague_joins(screens, demo, coach)
    coach.opens("Verwachtingen", "Verwachtingen")
    for viewer in (coach, youssef):
        viewer.is_at("Verwachtingen")
        expect(viewer.stage.locator(".note").nth(MANY - 1)).to_be_visible(timeout=PATIENCE)
        observer("Een vol bord", viewer.role, viewer.page)
    coach.stage.locator("summary", has_text="Bord…").click()
    observer("Menu van het bord", "begeleider", coach.page)
    coach.stage.get_by_role("button", name="Stel clusters voor").click()
    expect(coach.stage.get_by_role("region", name="Voorstellen")).to_be_visible()
    observer("Voorstellen voor clusters", "begeleider", coach.page)
    for _ in range(2):
        coach.stage.get_by_role("button", name="Neem over").first.click()
    people_vote(coach, youssef, observer)
    everyone_is_told(coach, youssef, observer)
    screens.leaves("Youssef")


def a_real_colleague_joins(screens: Screens, demo: Demo, coach: Coach) -> Teacher:
    code = coach.stage.locator(".code").inner_text()
    page = screens.open("Youssef", f"{demo.url}/doe-mee/?code={code}", PHONE)
    says_name(page, "Youssef")
    page.wait_for_url("**/dag/**")
    return Teacher(screens, "Youssef", page)


def people_vote(coach: Coach, youssef: Teacher, observer: Observer) -> None:
    coach.stage.locator("summary").filter(has_text="Bord…").click()
    coach.stage.locator("summary").filter(has_text="Laat stemmen…").click()
    observer("Laat stemmen", "begeleider", coach.page)
    coach.presses("Begin met stemmen")
    youssef.stage.get_by_role("button", name="Geef een stip").first.click()
    for viewer in (coach, youssef):
        observer("Stemmen", viewer.role, viewer.page)
    coach.presses("Sluit het stemmen")
    expect(coach.stage.get_by_role("button", name="Sluit het stemmen")).to_have_count(0)
    observer("Na het stemmen", "begeleider", coach.page)


def everyone_is_told(coach: Coach, youssef: Teacher, observer: Observer) -> None:
    coach.presses("Stuur bericht")
    coach.page.get_by_role("button", name="We beginnen weer").click()
    expect(youssef.page.locator(".announcement").filter(has_text="We beginnen")).to_be_visible()
    observer("Een bericht", youssef.role, youssef.page)


def it_is_thrown_away(page: Page) -> None:
    """Otherwise the colleagues would keep on until the day begins."""
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Gooi de proefrit weg").click()
    expect(page.get_by_text("De proefrit is weg.")).to_be_visible()
    page.close()
