"""Those who help by a link of their own: the pages that it opens, before and during the day."""

from playwright.sync_api import Page, expect

from tests.browser.observing import Observer
from tests.browser.people import Helper
from tests.browser.screens import Screens
from tests.browser.server import Demo

ROLES = ("Medebegeleider", "Dataredacteur", "Gespreksleider", "Aantekenaar", "Verteller")
# The others have done their task by then, or have the same page as the coach.
ON_THE_DAY = ("Gespreksleider", "Aantekenaar", "Verteller")
HOLDERS = ("Joris", "Karin", "Lars", "Mona", "Nico")


def gives_role(sharing: Page, name: str, role: str) -> str:
    """On the page where roles are handed out; the address for this person, to copy."""
    form = sharing.locator("#nieuwe-rol")
    if form.get_attribute("open") is None:
        form.locator("summary").click()
    form.get_by_label("Voor wie?").fill(name)
    form.get_by_label(role).check()
    form.get_by_role("button", name="Maak de link").click()
    row = sharing.get_by_role("row").filter(has_text=name)
    return row.locator("[data-copy]").get_attribute("data-copy") or ""


def come_in(screens: Screens, demo: Demo, observer: Observer) -> list[Helper]:
    """Everyone with a task looks at their page; who has something to do on the day, stays."""
    coach = screens.open("Marieke", demo.begeleider)
    coach.goto(f"{coach.url}delen/")
    links = [gives_role(coach, name, role) for name, role in zip(HOLDERS, ROLES, strict=True)]
    observer("Delen en rollen", "begeleider", coach)
    coach.close()
    helpers = [
        _comes_in(screens, observer, role, link) for role, link in zip(ROLES, links, strict=True)
    ]
    for helper in helpers:
        if helper.role not in ON_THE_DAY:
            screens.leaves(helper.name)
    return [helper for helper in helpers if helper.role in ON_THE_DAY]


def _comes_in(screens: Screens, observer: Observer, role: str, link: str) -> Helper:
    page = screens.open(role, link)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    helper = Helper(screens, role, page)
    observer("Met een rol", helper.role, page)
    prepares(helper, observer)
    return helper


def prepares(helper: Helper, observer: Observer) -> None:
    """What there is to do before the day, if anything."""
    begin = helper.stage.get_by_role("link", name="Begin")
    if not begin.count():
        return
    begin.first.click()
    observer("Bereidt voor", helper.role, helper.page)
    helper.page.go_back()
    helper.settles_in()
