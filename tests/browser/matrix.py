"""A day that is at placing ideas on the impactmatrix, and how people do that."""

import re
from typing import Any

from playwright.sync_api import Locator, ViewportSize, expect

from tests.browser.people import Coach, Teacher, says_name
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


def at_placing(store: Store, demo: Demo, screens: Screens) -> Coach:
    """The coach of a day that is at placing, with three ideas to place."""
    store.runs(BLOCK % (IDEAS,))
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    coach.opens("Impactmatrix", "Samen plaatsen")
    coach.is_at("Samen plaatsen")
    return coach


def comes_in(
    screens: Screens, demo: Demo, name: str, viewport: ViewportSize = LAPTOP, **options: Any
) -> Teacher:
    """Someone opens the link, on a device of this size, and says a name."""
    page = screens.open(name, demo.deelnemer, viewport, **options)
    says_name(page, name)
    page.wait_for_url("**/dag/**")
    return Teacher(screens, name, page)


def quarter(viewer: Viewer, title: str) -> Locator:
    """The list of what lies in this quarter."""
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
