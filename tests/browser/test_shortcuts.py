"""The coach runs the day with single keys, and none of them does anything while someone types."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach
from tests.browser.screens import Screens
from tests.browser.server import Demo


@pytest.fixture
def coach(screens: Screens, demo: Demo) -> Coach:
    """The coach of a day at its first step."""
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    coach.presses("Start")
    coach.is_at("Welkom")
    return coach


def types(coach: Coach, *keys: str) -> None:
    """These keys one after the other, once the last press is answered: see `Coach.presses`."""
    expect(coach.page.locator(".htmx-request")).to_have_count(0)
    for key in keys:
        coach.page.keyboard.press(key)


def state_of(coach: Coach, what: str) -> Locator:
    """The row of this shortcut in the list."""
    return coach.page.get_by_role("dialog").get_by_role("row").filter(has_text=what)


def test_keys_move_the_day_and_its_clock(coach: Coach) -> None:
    types(coach, "v")
    coach.is_at("Programma")
    types(coach, "t")
    coach.is_at("Welkom")
    types(coach, "m")
    coach.sees_time_left("3:5")
    types(coach, "m")  # at once: a minute is counted every time
    coach.sees_time_left("4:5")
    types(coach, "k")
    coach.sees("staat stil")
    expect(coach.stage.get_by_role("button", name="Laat de klok lopen")).to_be_visible()


def test_a_key_presses_the_button_so_a_disabled_one_does_nothing(coach: Coach) -> None:
    types(coach, "t")  # there is nothing before the first step
    types(coach, "m")
    coach.sees_time_left("3:5")
    coach.is_at("Welkom")


def test_a_key_that_is_held_down_or_hit_twice_skips_no_step(coach: Coach) -> None:
    keyboard = coach.page.keyboard
    keyboard.down("v")
    coach.is_at("Programma")
    keyboard.down("v")  # the machine repeats a key that is held
    keyboard.up("v")
    types(coach, "t")
    coach.is_at("Welkom")
    types(coach, "v", "v")
    coach.is_at("Programma")
    types(coach, "m")
    coach.sees_time_left("2:5")
    coach.is_at("Programma")


@pytest.mark.parametrize("held", ["Control", "Alt", "Meta"])
def test_keys_with_control_or_alt_are_for_the_browser(coach: Coach, held: str) -> None:
    coach.page.evaluate("addEventListener('keydown', (event) => event.preventDefault())")
    types(coach, f"{held}+m")
    types(coach, "k")
    coach.sees("staat stil")
    assert coach.time_left().startswith("2:")


def test_typing_is_typing(coach: Coach) -> None:
    for field in ("<textarea>", "<input>", "<p contenteditable>", "<select><option>v</select>"):
        coach.page.evaluate(
            """(html) => {
                document.getElementById("proef")?.remove();
                document.body.insertAdjacentHTML("beforeend", `<div id="proef">${html}</div>`);
                document.getElementById("proef").firstElementChild.focus();
            }""",
            field,
        )
        types(coach, "v", "k", "?")
    coach.page.evaluate("document.getElementById('proef').remove()")
    types(coach, "m")
    coach.sees_time_left("3:")
    coach.is_at("Welkom")
    coach.sees_no("staat stil")
    expect(coach.page.get_by_role("dialog")).to_have_count(0)


def test_the_list_says_what_is_possible_now(coach: Coach) -> None:
    types(coach, "?")
    expect(state_of(coach, "Volgende stap")).to_contain_text("kan nu")
    expect(state_of(coach, "Terug naar")).to_contain_text("kan nu niet")
    expect(state_of(coach, "Toon alles")).to_contain_text("kan nu niet")
    types(coach, "v")  # not while the list is open
    types(coach, "Escape")
    expect(coach.page.get_by_role("dialog")).to_have_count(0)
    coach.is_at("Welkom")


def test_shortcuts_can_be_switched_off_and_stay_so(coach: Coach) -> None:
    coach.page.get_by_role("button", name="Hulp").click()
    next_step = coach.stage.get_by_role("button", name="Volgende stap")
    expect(next_step).to_have_attribute("aria-keyshortcuts", "v")
    coach.page.get_by_role("switch").uncheck()
    expect(next_step).not_to_have_attribute("aria-keyshortcuts", "v")
    expect(state_of(coach, "Volgende stap")).to_contain_text("kan nu niet")
    coach.page.get_by_role("button", name="Sluit").click()

    coach.page.reload()
    coach.settles_in()
    types(coach, "?", "v")
    expect(coach.page.get_by_role("dialog")).to_have_count(0)
    coach.presses("Zet de klok stil")
    coach.sees("staat stil")
    coach.is_at("Welkom")


def test_a_shows_what_was_hidden(coach: Coach) -> None:
    coach.opens("Inspiratieverhaal", "Wat raakte je")
    show = coach.stage.get_by_role("button", name="Toon alles")
    expect(show).to_be_visible()
    types(coach, "a")
    expect(show).to_have_count(0)
