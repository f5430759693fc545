"""Two teachers place ideas on the impactmatrix by dragging, by the menu and with the arrow keys."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach, Scherm, Teacher, opens_link, says_name
from tests.browser.screens import LAPTOP, Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.viewer import Viewer

IDEAS = ("Elke les een check", "Een dag zonder toetsen", "Nieuwe stoelen")
BLOCK = """
from scholendag.agenda.models import Block, Step
from scholendag.boards.models import Note
from scholendag.boards.opening import open_board
from scholendag.impactmatrix.kinds import BOARD
from scholendag.sessies.models import Sessie
sessie = Sessie.objects.get(rehearsal_of=None, progress__step=None)
block = Block.objects.create(
    sessie=sessie, position=99, title="Impactmatrix", instrument="impactmatrix")
for number, phase in enumerate(("plakken", "plaatsen", "kiezen")):
    Step.objects.create(
        block=block, position=number, title=f"Samen {phase}", phase=phase, minutes=5)
lane = open_board(block, BOARD).lanes.get()
for text in %r:
    Note.objects.create(lane=lane, text=text)
"""


@pytest.fixture
def matrix(store: Store, demo: Demo, screens: Screens) -> Coach:
    """The coach of a day that is at placing."""
    store.runs(BLOCK % (IDEAS,))
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    coach.opens("Impactmatrix", "Samen plaatsen")
    coach.is_at("Samen plaatsen")
    return coach


def comes_in(screens: Screens, demo: Demo, name: str) -> Teacher:
    page = opens_link(screens, demo, name, LAPTOP)
    says_name(page, name)
    page.wait_for_url("**/dag/**")
    return Teacher(screens, name, page)


def quarter(viewer: Viewer, title: str) -> Locator:
    return viewer.stage.get_by_role("list", name=re.compile(f"^{title}"))


def lies_in(viewer: Viewer, text: str, title: str) -> None:
    expect(quarter(viewer, title).get_by_role("listitem").filter(has_text=text)).to_be_visible()
    viewer.reads(text)


def drags(teacher: Teacher, text: str, x: float, y: float) -> None:
    """By its grip, to this part of the plane."""
    grip = teacher.note(text).locator("[data-drag-handle]")
    field = teacher.stage.locator(".plane__field")
    field.evaluate("(field) => field.scrollIntoView({ block: 'end' })")
    start, plane = grip.bounding_box(), field.bounding_box()
    assert start
    assert plane
    teacher.page.mouse.move(start["x"] + 8, start["y"] + 8)
    teacher.page.mouse.down()
    to = (plane["x"] + x * plane["width"], plane["y"] + y * plane["height"])
    teacher.page.mouse.move(*to, steps=6)
    teacher.page.mouse.up()


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
