"""Two minutes before the end, and at the end, every screen says so by itself."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach, Scherm, Teacher
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.viewer import Viewer

SOON = "Nog 2 minuten"
OVER = "De tijd is om. Rond je zin af."


@pytest.fixture
def everyone(screens: Screens, demo: Demo, coach: Coach, anna: Teacher) -> list[Viewer]:
    """The coach, a teacher and the screen, in a step of five minutes."""
    return [coach, anna, Scherm(screens, demo)]


def nudge(viewer: Viewer) -> Locator:
    return viewer.stage.locator(".nudge")


def aloud(viewer: Viewer) -> Locator:
    """What a screen reader is told about the time."""
    return viewer.page.locator("#klok-melding")


def jumps_to(store: Store, coach: Coach, seconds: int) -> None:
    """Let the clock of everyone have this many seconds left."""
    store.leaves(seconds)
    coach.presses("Zet de klok stil")
    coach.presses("Laat de klok lopen")


def test_every_screen_warns_and_says_when_time_is_up(
    store: Store, coach: Coach, everyone: list[Viewer]
) -> None:
    for viewer in everyone:
        expect(nudge(viewer)).to_be_hidden()

    jumps_to(store, coach, 126)
    for viewer in everyone:
        viewer.sees_time_left("2:0")
        expect(aloud(viewer)).to_have_text("")
    for viewer in everyone:
        expect(nudge(viewer)).to_have_text(SOON)
        expect(nudge(viewer)).to_be_visible()
        expect(aloud(viewer)).to_have_text(f"{SOON}.")

    jumps_to(store, coach, 5)
    for viewer in everyone:
        expect(nudge(viewer)).to_have_text(OVER)
        expect(nudge(viewer)).to_be_visible()
        expect(aloud(viewer)).to_have_text(OVER)

    coach.presses("+1 minuut")
    for viewer in everyone:
        expect(nudge(viewer)).not_to_have_text(OVER)
        expect(aloud(viewer)).to_have_text("")


def test_who_comes_later_reads_what_is_true_now_and_hears_nothing(
    store: Store, coach: Coach, anna: Teacher
) -> None:
    jumps_to(store, coach, 90)
    anna.sees_time_left("1:")
    anna.page.reload()
    anna.settles_in()
    expect(nudge(anna)).to_have_text(SOON)
    expect(aloud(anna)).to_have_text("")

    jumps_to(store, coach, 50)
    expect(nudge(anna)).to_have_text("Nog 1 minuut")


def test_a_short_step_has_no_warning(store: Store, coach: Coach, anna: Teacher) -> None:
    coach.opens("Welkom", "Programma")
    jumps_to(store, coach, 100)
    anna.sees_time_left("1:")
    expect(nudge(anna)).to_be_hidden()


def test_a_clock_that_stands_still_warns_nobody(store: Store, coach: Coach, anna: Teacher) -> None:
    jumps_to(store, coach, 100)
    expect(nudge(anna)).to_have_text(SOON)
    coach.presses("Zet de klok stil")
    anna.sees("staat stil")
    expect(nudge(anna)).to_be_hidden()
