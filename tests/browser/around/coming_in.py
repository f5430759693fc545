"""The pages for who has not come in yet, or cannot."""

from django.template.loader import render_to_string
from django.templatetags.static import static
from playwright.sync_api import Page, Route

from scholendag.help.chapters import CHAPTERS
from tests.browser.around.visits import Visit
from tests.browser.observing import Observer
from tests.browser.screens import PHONE, Screens
from tests.browser.server import Demo

# What the server says when it cannot answer: not to be had from one that can.
BROKEN = (("400", "400.html"), ("500", "500.html"), ("503", "503.html"))


def play(screens: Screens, demo: Demo, observer: Observer) -> None:
    page = screens.open("bezoeker", demo.url, PHONE)
    visitor = Visit(observer, "bezoeker", page)
    visitor.looks_at("Begin")
    visitor.looks_at("Doe mee", "/doe-mee/")
    page.get_by_label("Code").fill("K1")
    visitor.presses("Een code die niet klopt", "Ga verder")
    visitor.looks_at("Hoe heet je", demo.deelnemer.removeprefix(demo.url))
    visitor.presses("Zonder naam", "Doe mee")
    visitor.looks_at("Inloggen", "/inloggen/")
    visitor.presses("Inloggen zonder wachtwoord", "Log in")
    visitor.looks_at("Toegankelijkheid", "/toegankelijkheid/")
    visitor.looks_at("Handleiding", "/handleiding/")
    for chapter in CHAPTERS:
        visitor.looks_at(f"Handleiding {chapter.slug}", f"/handleiding/{chapter.slug}/")
    what_goes_wrong(screens, visitor)
    page.close()


def what_goes_wrong(screens: Screens, visitor: Visit) -> None:
    screens.expect(r"status of (400|403|404|500|503)")
    visitor.looks_at("404", "/is-er-niet/")
    visitor.looks_at("Een oude link", "/scherm/is-er-niet/")
    visitor.page.goto(visitor.page.url.replace("/scherm/is-er-niet/", "/inloggen/"))
    visitor.page.context.clear_cookies()
    visitor.presses("403", "Log in")
    for moment, template in BROKEN:
        answers_with(visitor.page, int(moment), template)
        visitor.looks_at(moment, f"/{moment}/")


def answers_with(page: Page, status: int, template: str) -> None:
    def answers(route: Route) -> None:
        route.fulfill(status=status, body=body, content_type="text/html")

    # The server may serve its styles under another name than these tests would.
    styles = page.locator("link[rel=stylesheet][href*='css/app']").get_attribute("href")
    body = render_to_string(template).replace(static("css/app.css"), styles or "")
    page.route(f"**/{status}/", answers)
