"""Networks that block sockets, or drop them all the time: the page follows the day all the same."""

import pytest
from playwright.sync_api import Response, Route, expect

from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND, THIRD
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.viewer import SOCKET_IS_OPEN
from tests.browser.wire import Wire

BLOCKED = "Live-verbinding is geblokkeerd. Dit scherm ververst zichzelf."
UNSTEADY = "Live-verbinding valt steeds weg. Dit scherm ververst zichzelf."
BACK = "Je bent weer verbonden."
UNTIL_STEADY = 30_000  # milliseconds
FETCHES = """performance.getEntriesByType("resource").filter(
    (entry) => entry.initiatorType === "fetch" && entry.name === location.href
).map((entry) => ({ start: entry.startTime, end: entry.responseEnd }))"""
LITTLE = 1000  # bytes, each way


@pytest.fixture
def wire(screens: Screens, demo: Demo) -> Wire:
    return Wire(opens_link(screens, demo, "Cas"))


@pytest.fixture
def cas(screens: Screens, coach: Coach, wire: Wire) -> Teacher:
    """Cas, whose network keeps no socket open."""
    wire.is_blocked = True
    return joins(screens, "Cas", is_live=False)


def says(teacher: Teacher, words: str) -> None:
    expect(teacher.page.get_by_text(words)).to_be_visible(timeout=UNTIL_STEADY)


def is_without_news(answer: Response) -> bool:
    return answer.status == 304


def test_where_sockets_are_blocked_the_page_still_follows_the_day(
    coach: Coach, cas: Teacher, bram: Teacher
) -> None:
    bram.puts_up(HOPE, LANE)
    cas.reads(HOPE)
    cas.puts_up(THIRD, LANE)
    bram.reads(THIRD)

    coach.presses("Volgende stap")
    cas.is_at("Inleiding")
    says(cas, BLOCKED)
    cas.never_reloaded()


def test_a_page_that_is_right_costs_the_network_next_to_nothing(cas: Teacher) -> None:
    cas.waits_until(lambda: any(map(is_without_news, cas.received.fetches)))
    poll = next(filter(is_without_news, cas.received.fetches))
    sizes = poll.request.sizes()
    assert sizes["requestHeadersSize"] + sizes["requestBodySize"] < LITTLE
    assert sizes["responseHeadersSize"] + sizes["responseBodySize"] < LITTLE


def test_what_was_there_and_is_gone_again_does_not_stay_on_the_page(
    screens: Screens, cas: Teacher
) -> None:
    other = Teacher(screens, "Cas", screens.open("Cas", cas.page.url))
    cas.waits_until(lambda: any(map(is_without_news, cas.received.fetches)))
    held: list[Route] = []

    def hold(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    cas.page.route(cas.page.url, hold)
    cas.waits_until(lambda: held)
    cas.puts_up(HOPE, LANE)
    other.takes_back(HOPE)
    other.reads_no(HOPE)
    # For the server all is as it was; the page showed a note in between.
    held[0].continue_()
    cas.reads_no(HOPE)


def test_a_clock_that_is_set_back_stops_no_page_from_asking(cas: Teacher) -> None:
    cas.waits_until(lambda: cas.received.fetches)
    cas.page.evaluate("{ const now = Date.now; Date.now = () => now() - 660_000; }")
    cas.received.anew()
    # The first because its clock jumped; those after it because it polls.
    cas.waits_until(lambda: len(cas.received.fetches) > 2)


def test_a_server_that_is_slow_is_asked_less_often(cas: Teacher) -> None:
    cas.waits_until(lambda: cas.received.fetches)
    held: list[Route] = []
    cas.page.route(cas.page.url, lambda route: held.append(route), times=1)  # noqa: PLW0108
    cas.waits_until(lambda: held)
    cas.page.evaluate("performance.clearResourceTimings()")
    cas.page.evaluate("new Promise((done) => setTimeout(done, 1500))")
    held[0].continue_()
    cas.waits_until(lambda: len(cas.page.evaluate(FETCHES)) > 1, patience=UNTIL_STEADY)
    slow, after = cas.page.evaluate(FETCHES)
    assert slow["end"] - slow["start"] > 1500
    assert after["start"] - slow["end"] > 3.5 * (slow["end"] - slow["start"])


def test_when_sockets_are_no_longer_blocked_the_page_returns_to_them(
    wire: Wire, cas: Teacher, bram: Teacher
) -> None:
    says(cas, BLOCKED)
    wire.is_blocked = False
    says(cas, BACK)
    cas.page.wait_for_function(SOCKET_IS_OPEN)
    is_quiet(wire, cas)
    bram.puts_up(HOPE, LANE)
    cas.reads(HOPE)
    assert not cas.received.fetches


def is_quiet(wire: Wire, teacher: Teacher) -> None:
    """Nothing is fetched for as long as a beat and some polls would take."""
    for _ in range(2):
        teacher.received.anew()
        already = len(wire.said)
        teacher.waits_until(lambda already=already: len(wire.said) > already)
    assert not teacher.received.fetches


def test_a_socket_that_keeps_dropping_is_not_relied_on(
    screens: Screens, coach: Coach, wire: Wire, bram: Teacher
) -> None:
    cas = joins(screens, "Cas")
    for _ in range(2):
        cas.page.wait_for_function(SOCKET_IS_OPEN)
        wire.breaks()
        cas.page.wait_for_function(f"!({SOCKET_IS_OPEN})()")
    cas.received.anew()
    wire.is_silent = True
    cas.waits_until(lambda: cas.received.fetches)
    says(cas, UNSTEADY)
    bram.puts_up(SECOND, LANE)
    cas.reads(SECOND)

    says(cas, BACK)
    is_quiet(wire, cas)
    cas.never_reloaded()


def test_one_drop_is_no_reason_to_poll(
    screens: Screens, coach: Coach, wire: Wire, bram: Teacher
) -> None:
    cas = joins(screens, "Cas")
    cas.page.wait_for_function(SOCKET_IS_OPEN)
    wire.breaks()
    cas.waits_until(lambda: len(wire.offers) == 2)
    is_quiet(wire, cas)
    expect(cas.page.locator("#verbinding")).to_be_hidden()
