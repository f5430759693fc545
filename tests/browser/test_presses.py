"""A hurried coach presses twice; the day goes on one step."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach
from tests.browser.screens import Screens
from tests.browser.server import Demo

Twice = Callable[[Locator], None]


@pytest.fixture
def coach(screens: Screens, demo: Demo) -> Coach:
    """The coach of a day at its first step."""
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    coach.presses("Start")
    coach.is_at("Welkom")
    return coach


def clicks(button: Locator, coach: Coach, then: Callable[[], None]) -> None:
    """A double click with something in between: what the first click did is on the screen."""
    button.hover()
    mouse = coach.page.mouse
    mouse.down(click_count=1)
    mouse.up(click_count=1)
    then()
    mouse.down(click_count=2)
    mouse.up(click_count=2)


def test_a_double_click_skips_no_step(coach: Coach) -> None:
    button = coach.stage.get_by_role("button", name="Volgende stap")
    clicks(button, coach, then=lambda: coach.is_at("Programma"))
    coach.presses("Terug")
    coach.is_at("Welkom")


def test_a_double_click_does_not_undo_itself(coach: Coach) -> None:
    resume = coach.stage.get_by_role("button", name="Laat de klok lopen", exact=True)
    pause = coach.stage.get_by_role("button", name="Zet de klok stil", exact=True)
    clicks(pause, coach, then=lambda: expect(resume).to_be_visible())
    coach.presses("+1 minuut")
    coach.sees_time_left("3:")
    expect(resume).to_be_visible()


def test_a_key_that_is_held_down_skips_no_step(coach: Coach) -> None:
    button = coach.stage.get_by_role("button", name="Volgende stap")
    button.focus()
    keyboard = coach.page.keyboard
    keyboard.down("Enter")
    coach.is_at("Programma")
    keyboard.down("Enter")
    keyboard.up("Enter")
    coach.presses("Terug")
    coach.is_at("Welkom")
