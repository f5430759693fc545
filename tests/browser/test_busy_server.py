"""A server that is too busy to answer: the page leaves it alone longer each time."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, Route

from tests.browser.people import Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo

SECOND = 1000  # milliseconds
LONGEST = 60  # seconds: nothing takes the page longer
NOTHING_OPENS = """
    window.tries = [];
    window.WebSocket = class extends EventTarget {
        static CONNECTING = 0;
        static OPEN = 1;
        static CLOSED = 3;
        readyState = 0;
        constructor() { super(); window.tries.push(Date.now()); window.newest = this; }
        close() { this.readyState = 3; }
        opens() { this.readyState = 1; this.dispatchEvent(new Event("open")); }
    };
"""
WAITS = "tries.slice(1).map((at, number) => Math.round((at - tries[number]) / 1000))"


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
    page.wait_for_function("window.tries.length")
    page.route(page.url, lambda route: route.fulfill(status=304))
    page.clock.pause_at(datetime.now() + timedelta(seconds=5))
    return anna


def passes_until(page: Page, so_many: int) -> None:
    """Let time pass on this page until it has tried so often to open a socket."""
    for _ in range(LONGEST):
        if page.evaluate("tries.length") == so_many:
            return
        page.clock.run_for(SECOND)
    raise AssertionError("no new try within a minute")


def test_a_socket_that_does_not_open_gets_longer_each_time(page: Page, anna: Teacher) -> None:
    for number in (2, 3, 4, 5):
        passes_until(page, number)
    waits = page.evaluate(WAITS)
    assert [wait // 12 for wait in waits] == [1, 2, 4, 4], waits


def test_one_that_opened_is_trusted_again(page: Page, anna: Teacher) -> None:
    for number in (2, 3):
        passes_until(page, number)
    page.evaluate("newest.opens()")
    for number in (4, 5):
        passes_until(page, number)
    waits = page.evaluate(WAITS)
    assert [wait // 12 for wait in waits] == [1, 2, 1, 1], waits


def test_a_page_that_waited_in_vain_leaves_the_server_alone(
    screens: Screens, page: Page, anna: Teacher
) -> None:
    screens.expect("htmx:error: signal is aborted")
    asked: list[int] = []

    def holds(route: Route) -> None:
        asked.append(page.evaluate("Date.now()"))

    page.unroute(page.url)
    page.route(page.url, holds)
    for _ in range(2 * LONGEST):
        if len(asked) == 2:
            break
        page.clock.run_for(SECOND)
    assert asked[1] - asked[0] >= (20 + 24) * SECOND  # what htmx waits, and the shortest rest
