"""The impactmatrix under a finger, and looked at through a small window."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import CDPSession, Locator, ViewportSize, expect

from tests.browser.matrix import IDEAS, at_placing, comes_in, lies_in, quarter
from tests.browser.people import Coach, Teacher
from tests.browser.reach import FOUR_TIMES, NARROWEST, TWICE, can_be_hit, fits
from tests.browser.screens import LAPTOP, PHONE, TABLET, Screens
from tests.browser.server import Demo
from tests.browser.store import Store

AREAS = ("Nu doen", "Grote stap", "Makkelijk erbij", "Nu niet")
CHECK, DAY, CHAIRS = IDEAS
TO_THE_LEFT = 0.2  # of the width of a list


class Finger:
    """One finger on somebody's screen."""

    def __init__(self, teacher: Teacher) -> None:
        self.teacher = teacher
        self.session: CDPSession = teacher.page.context.new_cdp_session(teacher.page)

    def touches(self, kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y} for x, y in points]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    def drags(self, grip: Locator, to: Callable[[], tuple[float, float]]) -> None:
        """From the grip, in small steps, to a place that is in sight by then."""
        x, y = middle(grip)
        self.touches("touchStart", (x, y))
        end_x, end_y = to()
        for step in range(1, 9):
            part = step / 8
            self.touches("touchMove", (x + (end_x - x) * part, y + (end_y - y) * part))
        self.touches("touchEnd")


def middle(locator: Locator, along: float = 0.5) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box
    return box["x"] + along * box["width"], box["y"] + box["height"] / 2


def grip_of(teacher: Teacher, text: str) -> Locator:
    return teacher.note(text).locator("[data-drag-handle]")


def area(teacher: Teacher, title: str) -> Locator:
    return teacher.stage.get_by_role("region", name=re.compile(f"^{title}"))


@pytest.fixture
def matrix(store: Store, demo: Demo, screens: Screens) -> Coach:
    """The coach of a day that is at placing."""
    return at_placing(store, demo, screens)


@pytest.mark.parametrize("device", [TABLET, PHONE], ids=["tablet", "phone"])
def test_an_idea_goes_where_a_finger_lays_it(
    screens: Screens, demo: Demo, matrix: Coach, device: ViewportSize
) -> None:
    anna = comes_in(screens, demo, "Anna", device, has_touch=True, is_mobile=True)
    finger = Finger(anna)
    target = area(anna, "Nu doen")
    target.evaluate("(area) => area.scrollIntoView({ block: 'end' })")
    finger.drags(grip_of(anna, CHECK), lambda: middle(target, TO_THE_LEFT))
    for viewer in (anna, matrix):
        lies_in(viewer, CHECK, "Nu doen")
    expect(anna.page.locator(".drag-label")).to_have_count(0)


def test_a_finger_beside_the_grip_scrolls_the_page(
    screens: Screens, demo: Demo, matrix: Coach
) -> None:
    anna = comes_in(screens, demo, "Anna", PHONE, has_touch=True, is_mobile=True)
    text = anna.note(CHECK).locator(".note__text")
    text.scroll_into_view_if_needed()
    finger = Finger(anna)
    x, y = middle(text)
    before = anna.page.evaluate("scrollY")
    finger.touches("touchStart", (x, y))
    for step in range(1, 9):
        finger.touches("touchMove", (x, y - 40 * step))
    finger.touches("touchEnd")
    anna.waits_until(lambda: anna.page.evaluate("scrollY") > before)
    expect(quarter(anna, "Nu doen").get_by_role("listitem")).to_have_count(0)


def test_with_a_finger_the_menu_does_the_same(screens: Screens, demo: Demo, matrix: Coach) -> None:
    anna = comes_in(screens, demo, "Anna", PHONE, has_touch=True, is_mobile=True)
    for text, title in zip(IDEAS, AREAS, strict=False):
        anna.menu(text).tap()
        anna.stage.get_by_role("button", name=f"Zet in: {title}", exact=True).tap()
        for viewer in (anna, matrix):
            lies_in(viewer, text, title)
    can_be_hit(anna.page)


@pytest.mark.parametrize("size", [TWICE, FOUR_TIMES, NARROWEST], ids=["200", "400", "320px"])
def test_zoomed_in_the_plane_becomes_lists_that_fit(
    screens: Screens, demo: Demo, matrix: Coach, size: ViewportSize
) -> None:
    anna = comes_in(screens, demo, "Anna", LAPTOP)
    for text, title in zip(IDEAS, AREAS, strict=False):
        anna.menu(text).click()
        anna.presses(f"Zet in: {title}")
        lies_in(anna, text, title)
    for viewer in (anna, matrix):
        viewer.page.set_viewport_size(size)
        fits(viewer.page)
        for text in IDEAS:
            viewer.menu(text).click()
            fits(viewer.page)
            viewer.page.keyboard.press("Escape")
    tops = [middle(area(anna, title))[1] for title in AREAS]
    if size != TWICE:
        assert tops == sorted(set(tops)), "the lists stand below each other"
