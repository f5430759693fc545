"""Who does not see the page hears what happens: a step, the time, and the signal."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import expect

from tests.browser.people import Coach, Scherm, Teacher
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.viewer import Viewer

TOUCHED = "Wat raakte je?"


def hear(viewers: Iterable[Viewer], words: str) -> None:
    """Each is told so once, politely, by a part of the page that says what is new in it."""
    for viewer in viewers:
        told = viewer.page.get_by_role("status").filter(has_text=words)
        expect(told).to_have_count(1)
        expect(told).to_have_text(words)


def has_left(store: Store, coach: Coach, seconds: int) -> None:
    """The clock of everyone has this many seconds left."""
    store.leaves(seconds)
    coach.presses("Zet de klok stil")
    coach.presses("Laat de klok lopen")


@pytest.fixture
def everyone(
    screens: Screens, demo: Demo, coach: Coach, anna: Teacher, bram: Teacher
) -> list[Viewer]:
    return [coach, anna, bram, Scherm(screens, demo)]


def test_a_round_is_followed_by_ear(
    store: Store, coach: Coach, anna: Teacher, bram: Teacher, everyone: list[Viewer]
) -> None:
    coach.opens("Inspiratieverhaal", "Wat raakte je")
    hear(everyone, "Nieuwe stap: Wat raakte je")
    anna.puts_up("Dat je bleef", TOUCHED)
    bram.puts_up("De stilte", TOUCHED)
    coach.sees("2 van 2 klaar")
    for teacher in (anna, bram):
        expect(teacher.stage.locator(".is-pending")).to_have_count(0)  # or it is not counted yet

    for viewer in everyone:  # the silence before the round is over on each page
        expect(viewer.stage.locator(".board[data-waits]")).to_have_count(1)
    coach.presses("Toon alles")
    hear(everyone, "Alle teksten staan er nu: 2 post-its.")
    coach.presses("+1 minuut")
    coach.presses("+1 minuut")
    has_left(store, coach, 124)
    hear(everyone, "Nog 2 minuten.")
    has_left(store, coach, 10)
    hear(everyone, "De tijd is om. Rond je zin af.")
    coach.presses("Volgende stap")
    hear(everyone, "Nieuwe stap: Vragen en aanvullingen")
    for viewer in everyone:
        expect(viewer.page.locator("#klok-melding")).to_have_text("")
        viewer.never_reloaded()
