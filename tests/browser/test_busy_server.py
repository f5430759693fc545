"""A server that is too busy to answer: the page leaves it alone longer each time."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, Route

from tests.browser.people import Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo

SECOND = 1000  # milliseconds
NOTHING_OPENS = """
    window.tries = 0;
    window.WebSocket = class extends EventTarget {
        static CONNECTING = 0;
        static OPEN = 1;
        static CLOSED = 3;
        readyState = 0;
        constructor() { super(); window.tries += 1; }
        close() { this.readyState = 3; }
    };
"""


@pytest.fixture
def page(screens: Screens, demo: Demo) -> Page:
    page = opens_link(screens, demo, "Anna")
    page.add_init_script(NOTHING_OPENS)
    page.clock.install()
    return page


@pytest.fixture
def anna(screens: Screens, page: Page) -> Teacher:
    """Anna, whose socket does not open and is not refused either, while her clock stands still."""
    anna = joins(screens, "Anna", is_live=False)
    page.wait_for_function("window.tries")
    page.clock.pause_at(datetime.now() + timedelta(seconds=1))
    return anna


def test_a_socket_that_does_not_open_gets_longer_each_time(page: Page, anna: Teacher) -> None:
    tries = []
    for _ in range(160):
        page.clock.run_for(SECOND)
        tries.append(page.evaluate("window.tries"))
    waits = [tries.count(number) for number in (1, 2, 3, 4)]
    assert waits[0] <= 13
    assert [wait // 12 for wait in waits[1:]] == [2, 4, 4]


def test_a_page_that_waited_in_vain_leaves_the_server_alone(
    screens: Screens, page: Page, anna: Teacher
) -> None:
    screens.expect("htmx:error: signal is aborted")
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    page.route(page.url, hold)
    while not asked:
        page.clock.run_for(SECOND)
    page.clock.run_for(20 * SECOND)  # as long as htmx waits
    page.clock.run_for(20 * SECOND)
    assert len(asked) == 1
    page.clock.run_for(20 * SECOND)
    anna.waits_until(lambda: len(asked) == 2)
