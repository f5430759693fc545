"""A machine whose clock is minutes wrong shows the time that is really left, to the second."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, Route

from tests.browser.people import Coach, Scherm
from tests.browser.screens import BEAMER, Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.viewer import Viewer

MINUTES = 60_000  # milliseconds
# All that a page can know of the time, it knows wrong.
WRONG_CLOCK = """
    window.wrong = %d;
    const now = Date.now;
    const origin = performance.timeOrigin;
    Date.now = () => now() + window.wrong;
    Object.defineProperty(performance, "timeOrigin", { get: () => origin + window.wrong });
"""
ON_THE_CLOCK = """() => {
    const clock = document.querySelector("time.clock");
    return [clock.querySelector(".clock__time").textContent, clock.dataset.endsAt];
}"""

# A promise of how the clock looks, once it has shown each of these digits for a moment: the digits,
# what the page makes of them, and the colour behind them.
WATCH = """(wanted) => {
    const found = {};
    window.looks = new Promise((done) => {
        const look = () => {
            const clock = document.querySelector("time.clock");
            const digits = clock.querySelector(".clock__time")?.textContent;
            const colour = getComputedStyle(clock).backgroundColor;
            (found[digits] ??= []).push([digits, clock.dataset.state, colour]);
            const isDone = wanted.every((one) => found[one]?.length > 1);
            if (isDone) done(wanted.map((one) => found[one].pop()));
            else setTimeout(look, 50);
        };
        look();
    });
}"""
NO_COLOUR = "rgba(0, 0, 0, 0)"
ORANGE = "rgb(255, 208, 138)"
RED = "rgb(148, 33, 44)"


@pytest.fixture
def coach(screens: Screens, demo: Demo) -> Coach:
    """The coach of a day at its first step, with the clock running."""
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    coach.presses("Start")
    coach.is_at("Welkom")
    return coach


def scherm(screens: Screens, demo: Demo, ahead: int) -> Viewer:
    """The screen of the room, on a machine whose clock is this far ahead."""
    page = screens.open("scherm", demo.scherm, viewport=BEAMER)
    page.add_init_script(WRONG_CLOCK % ahead)
    page.reload()
    scherm = Viewer(screens, "scherm", page)
    scherm.waits_until(lambda: scherm.received.fetches)
    return scherm


def seconds_wrong(page: Page) -> float:
    """How much more time the page shows than there is. It counts in whole seconds, rounded up."""
    shown, ends_at = page.evaluate(ON_THE_CLOCK)
    sign, minutes, seconds = re.fullmatch(r"(\+?)(\d+):(\d\d)", shown).groups()
    left = (datetime.fromisoformat(ends_at) - datetime.now(UTC)).total_seconds()
    return (int(minutes) * 60 + int(seconds)) * (-1 if sign else 1) - left - 0.5


def is_right(page: Page) -> bool:
    return abs(seconds_wrong(page)) < 1.5  # a second, and the half that the rounding makes of it


@pytest.mark.parametrize("ahead", [0, 7 * MINUTES, -7 * MINUTES])
def test_a_page_on_a_wrong_clock_is_right(
    screens: Screens, demo: Demo, coach: Coach, ahead: int
) -> None:
    viewer = scherm(screens, demo, ahead)
    assert is_right(viewer.page), seconds_wrong(viewer.page)
    coach.presses("+1 minuut")
    viewer.sees_time_left("3:")
    assert is_right(viewer.page), seconds_wrong(viewer.page)


@pytest.mark.parametrize("jump", [11 * MINUTES, -11 * MINUTES])
def test_a_clock_that_is_set_while_the_page_is_open_is_seen_through(
    screens: Screens, demo: Demo, coach: Coach, jump: int
) -> None:
    viewer = scherm(screens, demo, ahead=0)
    viewer.received.anew()
    viewer.page.evaluate(f"window.wrong = {jump}")
    viewer.waits_until(lambda: viewer.received.fetches)
    viewer.waits_until(lambda: is_right(viewer.page))
    assert [answer.status for answer in viewer.received.fetches] == [304]


def test_an_answer_that_took_long_does_not_make_the_clock_worse(
    screens: Screens, demo: Demo, coach: Coach
) -> None:
    viewer = scherm(screens, demo, ahead=7 * MINUTES)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    viewer.page.route(demo.scherm, hold)
    viewer.page.evaluate("htmx.trigger(document.body, 'live:refresh')")
    viewer.waits_until(lambda: held)
    [route] = held
    answer = route.fetch()
    asked = datetime.now(UTC)
    viewer.waits_until(lambda: (datetime.now(UTC) - asked).total_seconds() > 4)
    viewer.received.anew()
    route.fulfill(response=answer)
    viewer.waits_until(lambda: viewer.received.fetches)
    assert is_right(viewer.page), seconds_wrong(viewer.page)


def test_the_colour_of_the_clock_turns_at_a_fifth_and_a_twentieth_and_nothing_jumps(
    screens: Screens, demo: Demo, coach: Coach, store: Store
) -> None:
    coach.opens("Verwachtingen", "Verwachtingen")
    viewers = [Scherm(screens, demo), coach]
    for viewer in viewers:
        viewer.is_at("Verwachtingen")
        viewer.sees_time_left("4:5")

    # Of five minutes, a fifth is a minute, and a twentieth a quarter of that.
    for left, before, after in (
        (61, ("1:01", "calm", NO_COLOUR), ("1:00", "soon", ORANGE)),
        (16, ("0:16", "soon", ORANGE), ("0:15", "last", RED)),
        (1, ("0:01", "last", RED), ("+0:00", "over", RED)),
    ):
        store.leaves(left + 8)
        for viewer in viewers:
            viewer.page.evaluate("htmx.trigger(document.body, 'live:refresh')")
            viewer.page.evaluate(WATCH, [before[0], after[0]])
        for viewer in viewers:
            assert viewer.page.evaluate("window.looks") == [list(before), list(after)]

    for viewer in viewers:
        viewer.sees_time_left("+0:0")
        viewer.sees("uitloop")
        viewer.is_at("Verwachtingen")
        viewer.never_reloaded()
