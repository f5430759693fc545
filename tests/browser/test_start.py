"""The links that the demo prints, opened as a newcomer does: no error, and a socket that opens."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.screens import BEAMER, PHONE, Screens
from tests.browser.server import Demo

SOCKET_IS_OPEN = """() => {
    const place = document.querySelector("[data-live]")?.getAttribute("hx-ws:connect");
    return htmx.ext.ws.getRegistry().get(place)?.socket?.readyState === WebSocket.OPEN;
}"""


def join(screens: Screens, demo: Demo, name: str) -> Page:
    """This person's page of the day, on a phone."""
    page = screens.open(name, demo.deelnemer, viewport=PHONE)
    page.get_by_label("Hoe heet je?").fill(name)
    page.get_by_role("button", name="Doe mee").click()
    expect(page.get_by_role("heading", name=f"Je bent binnen, {name}.")).to_be_visible()
    return page


@pytest.mark.parametrize("role", ["begeleider", "scherm"])
def test_the_page_of_a_role_opens_a_socket(screens: Screens, demo: Demo, role: str) -> None:
    page = screens.open(role, getattr(demo, role), viewport=BEAMER)
    expect(page.get_by_text(demo.code).first).to_be_visible()
    page.wait_for_function(SOCKET_IS_OPEN)


def test_the_schoolleider_reads_along(screens: Screens, demo: Demo) -> None:
    page = screens.open("schoolleider", demo.schoolleider)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_who_joins_is_seen_by_the_coach_at_once(screens: Screens, demo: Demo) -> None:
    coach = screens.open("Marieke", demo.begeleider)
    coach.wait_for_function(SOCKET_IS_OPEN)
    anna = join(screens, demo, "Anna")
    anna.wait_for_function(SOCKET_IS_OPEN)
    expect(coach.locator("#mensen").get_by_text("Anna", exact=True)).to_be_visible()
