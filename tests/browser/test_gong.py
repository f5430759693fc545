"""The scherm makes a soft sound when the time comes, unless somebody switched it off."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach, Scherm
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store

LISTEN = """
    window.heard = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function () {
        if (this.context.state === "running") window.heard += 1;
        return start.call(this);
    };
"""


@pytest.fixture
def scherm(screens: Screens, demo: Demo, coach: Coach) -> Scherm:
    """The screen of a room in which somebody listens."""
    scherm = Scherm(screens, demo)
    scherm.page.add_init_script(LISTEN)
    scherm.page.reload()
    scherm.settles_in()
    return scherm


def button(scherm: Scherm) -> Locator:
    return scherm.page.locator("#geluid")


def heard(scherm: Scherm) -> int:
    """How many tones sounded since the last time this was asked."""
    return int(scherm.page.evaluate("[window.heard, window.heard = 0][0]"))


def jumps_to(store: Store, coach: Coach, seconds: int) -> None:
    store.leaves(seconds)
    coach.presses("Zet de klok stil")
    coach.presses("Laat de klok lopen")


def test_the_gong_sounds_at_two_minutes_and_at_the_end(
    store: Store, coach: Coach, scherm: Scherm
) -> None:
    expect(button(scherm)).to_have_text("Zet geluid aan")
    button(scherm).click()
    expect(button(scherm)).to_have_text("Zet geluid uit")
    assert heard(scherm)  # so that you know how it sounds

    for seconds in (124, 4):
        jumps_to(store, coach, seconds)
        scherm.waits_until(lambda: heard(scherm))


def test_a_touch_anywhere_is_enough_for_the_browser(scherm: Scherm) -> None:
    expect(button(scherm)).to_have_text("Zet geluid aan")
    scherm.page.locator("h1").click()
    expect(button(scherm)).to_have_text("Zet geluid uit")


def test_switched_off_it_stays_silent(store: Store, coach: Coach, scherm: Scherm) -> None:
    button(scherm).click()
    button(scherm).click()
    expect(button(scherm)).to_have_text("Zet geluid aan")
    heard(scherm)
    scherm.page.reload()
    scherm.settles_in()
    scherm.page.locator("h1").click()
    expect(button(scherm)).to_have_text("Zet geluid aan")

    jumps_to(store, coach, 4)
    expect(scherm.page.locator("#klok-melding")).to_have_text("De tijd is om. Rond je zin af.")
    assert not heard(scherm)
