"""While the coach reads aloud what touched people, themes come on every screen."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach, Scherm, Teacher
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.viewer import Viewer

TOUCHED = "Wat raakte je?"
STAYED, SILENCE = "Dat je bleef", "De stilte"


@pytest.fixture
def both(coach: Coach, anna: Teacher, bram: Teacher) -> list[Teacher]:
    """Anna and Bram wrote what touched them, and nobody reads it yet."""
    coach.opens("Inspiratieverhaal", "Wat raakte je")
    for viewer in (coach, anna, bram):
        viewer.is_at("Wat raakte je")
        viewer.received.anew()
    anna.puts_up(STAYED, TOUCHED)
    bram.puts_up(SILENCE, TOUCHED)
    coach.sees("2 van 2 klaar")
    return [anna, bram]


def theme(viewer: Viewer, name: str) -> Locator:
    return viewer.stage.get_by_role("group", name=name)


def lays_in(coach: Coach, text: str, name: str) -> None:
    """From the menu of the note, in a new theme."""
    coach.menu(text).click()
    coach.presses("Leg ergens anders…")
    coach.stage.get_by_label("In een nieuw thema").check()
    coach.field("Naam van een nieuw thema (mag leeg blijven)").fill(name)
    coach.presses("Leg neer")


def test_the_coach_marks_themes_while_reading_and_everyone_follows(
    screens: Screens, demo: Demo, coach: Coach, both: list[Teacher]
) -> None:
    everyone: list[Viewer] = [coach, Scherm(screens, demo), *both]
    coach.presses("Toon alles")
    for viewer in everyone:
        viewer.reads(STAYED, SILENCE)
    lays_in(coach, STAYED, "Volhouden")
    for viewer in everyone:
        expect(theme(viewer, "Volhouden").locator("li.note")).to_have_count(1)
    lays_in(coach, SILENCE, "Rust")
    for viewer in everyone:
        expect(theme(viewer, "Rust").locator(".note__text")).to_have_text([SILENCE])
        viewer.reads(STAYED, SILENCE)
    for teacher in both:
        expect(teacher.stage.get_by_label("Kies deze post-it").filter(visible=True)).to_have_count(
            0
        )
        teacher.never_reloaded()


def test_before_the_signal_there_is_nothing_to_mark(coach: Coach, both: list[Teacher]) -> None:
    anna, bram = both
    expect(coach.stage.locator("li.note")).to_have_count(0)
    for viewer in (coach, bram):
        assert STAYED not in viewer.page.content()
        assert not viewer.received.holds(STAYED)
    anna.reads(STAYED)
