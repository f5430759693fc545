"""Two teachers place ideas on the impactmatrix by dragging, by the menu and with the arrow keys."""

import pytest
from playwright.sync_api import expect

from tests.browser.matrix import IDEAS, at_placing, comes_in, drags, lies_in
from tests.browser.people import Coach, Scherm
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.viewer import Viewer


@pytest.fixture
def matrix(store: Store, demo: Demo, screens: Screens) -> Coach:
    """The coach of a day that is at placing."""
    return at_placing(store, demo, screens)


def test_ideas_are_placed_in_three_ways_and_everyone_sees_it(
    screens: Screens, demo: Demo, matrix: Coach
) -> None:
    scherm = Scherm(screens, demo)
    anna, bram = (comes_in(screens, demo, name) for name in ("Anna", "Bram"))
    check, day, chairs = IDEAS
    everyone: list[Viewer] = [matrix, scherm, anna, bram]

    drags(anna, check, 0.9, 0.1)
    for viewer in everyone:
        lies_in(viewer, check, "Nu doen")
    bram.menu(day).click()
    bram.presses("Zet in: Grote stap")
    for viewer in everyone:
        lies_in(viewer, day, "Grote stap")

    grip = bram.note(chairs).locator("[data-drag-handle]")
    grip.focus()
    for key in ("Shift+ArrowDown", "ArrowRight"):
        bram.page.keyboard.press(key)
    said = bram.stage.locator(".plane__said")
    expect(said).to_have_text("Impact laag, haalbaarheid matig")
    for viewer in everyone:
        lies_in(viewer, chairs, "Makkelijk erbij")
    expect(grip).to_be_focused()
    expect(matrix.note(chairs)).to_have_attribute("data-x", "55")
    expect(matrix.note(chairs)).to_have_attribute("data-y", "30")

    drags(anna, chairs, 0.1, 0.9)
    bram.page.keyboard.press("ArrowRight")
    for viewer in everyone:
        viewer.reads(check, day, chairs)
    matrix.presses("Volgende stap")
    for viewer in (anna, bram):
        viewer.is_at("Samen kiezen")
        expect(viewer.stage.locator("[data-drag-handle]:visible")).to_have_count(0)
        viewer.reads(check, day, chairs)
        viewer.never_reloaded()
