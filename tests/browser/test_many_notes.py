"""A board of hundreds of notes stays light: what happens to one of them touches no other."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND
from tests.browser.people import Coach, Teacher
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.walls import hangs, opened

NOTES = 200
# What Chromium computes the style of: the note, what is around it, and the clock.
FEW = 60


@pytest.fixture
def coach(store: Store, screens: Screens, demo: Demo) -> Coach:
    hangs(store, NOTES)
    coach, _ = opened(screens, demo, "Verwachtingen", "Verwachtingen")
    coach.is_at("Verwachtingen")
    return coach


@contextmanager
def tracing(browser: Browser, page: Page) -> Iterator[list[int]]:
    """Of how many elements of this page a style was computed, each time; afterwards."""
    counts: list[int] = []
    tree = page.context.new_cdp_session(page).send("Page.getFrameTree")
    frame = tree["frameTree"]["frame"]["id"]
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    yield counts
    for event in json.loads(browser.stop_tracing())["traceEvents"]:
        arguments = event.get("args", {})
        if event["name"] == "UpdateLayoutTree" and arguments["beginData"]["frame"] == frame:
            counts.append(arguments["elementCount"])


@pytest.mark.parametrize("role", ["deelnemer", "begeleider"])
def test_a_note_that_comes_in_and_a_clock_that_ticks_leave_the_others_alone(
    browser: Browser, coach: Coach, anna: Teacher, bram: Teacher, role: str
) -> None:
    viewer = anna if role == "deelnemer" else coach
    bram.puts_up(HOPE, LANE)
    viewer.reads(HOPE)
    with tracing(browser, viewer.page) as counts:
        bram.puts_up(SECOND, LANE)
        viewer.reads(SECOND)
        time = viewer.time_left()
        viewer.waits_until(lambda: viewer.time_left() != time)
    assert counts
    assert max(counts) < FEW


def test_the_trace_tells_of_all_notes_when_all_change(
    browser: Browser, coach: Coach, anna: Teacher
) -> None:
    with tracing(browser, anna.page) as counts:
        anna.page.evaluate("document.body.style.color = 'red'; document.body.offsetHeight")
    assert max(counts) > NOTES
