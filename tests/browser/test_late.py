"""A day that runs late is repaired by one press, with everyone in the room."""

import pytest
from playwright.sync_api import expect

from scholendag.demo.people import SECOND_COACH
from tests.browser.people import Coach, Teacher, joins, opens_link, signs_in
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store

TEACHERS = ("Anna", "Bram", "Cas", "Dana", "Eva", "Finn")
MINUTE = 60  # seconds


@pytest.fixture
def marieke(screens: Screens, demo: Demo, store: Store) -> Coach:
    """The coach of a day that begins on time."""
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    store.begins_now()
    coach.presses("Start")
    coach.is_at("Welkom")
    return coach


@pytest.fixture
def youssef(screens: Screens, demo: Demo, marieke: Coach) -> Coach:
    """The second coach, who signs in by himself."""
    return signs_in(screens, demo, SECOND_COACH, marieke.page.url)


@pytest.fixture
def teachers(screens: Screens, demo: Demo, marieke: Coach) -> list[Teacher]:
    found = []
    for name in TEACHERS:
        opens_link(screens, demo, name)
        found.append(joins(screens, name))
    return found


def looks_again(coach: Coach) -> None:
    """What the page does by itself when a minute passes, sooner."""
    coach.page.evaluate("htmx.trigger(document.body, 'live:refresh')")


def block(coach: Coach, title: str) -> str:
    return coach.stage.locator(".agenda__block").filter(has_text=title).first.inner_text()


def minutes_between(one: str, other: str) -> int:
    """Of two times of a day, such as 13.05, how many minutes the second is later."""
    hours = [int(time[:2]) * 60 + int(time[3:]) for time in (one, other)]
    return (hours[1] - hours[0] + 720) % 1440 - 720


def test_a_day_that_runs_late_is_repaired(
    marieke: Coach, youssef: Coach, teachers: list[Teacher], store: Store
) -> None:
    coaches = [marieke, youssef]
    for coach in coaches:
        coach.sees("Op schema", "Leerlingarena over 1 uur")

    # After about an hour the harvest of the datamuur begins, on time; it runs over.
    store.passes(64 * MINUTE)
    marieke.opens("Datamuur", "Opbrengst")
    for coach in coaches:
        coach.is_at("Opbrengst")
        coach.sees("Op schema", "Leerlingarena over")
    store.runs_late(4 * MINUTE + 5)
    for coach in coaches:
        looks_again(coach)
        coach.sees("4 min achter", "4 min te laat")

    # Nobody presses anything, and the next minute is counted.
    store.passes(45)
    for coach in coaches:
        looks_again(coach)
    for coach in coaches:
        coach.sees("5 min achter", "5 min te laat")

    # It is proposed and nothing moves, until one of the two presses.
    marieke.stage.locator("#inkorten summary").click()
    proposed = marieke.stage.locator("#inkorten tbody tr")
    pause, *_, arena, end = (row.inner_text().split() for row in proposed.all())
    assert pause == ["Pauze", "10", "min", "5", "min"]
    assert arena[:-2] == ["Leerlingarena", "begint"]
    assert minutes_between(*arena[-2:]) == -5
    assert arena[-1] in block(marieke, "Leerlingarena")
    assert end[:-2] == ["Einde", "van", "de", "dag"]
    marieke.sees(f"verwacht einde {end[-2]}")
    assert "10 min" in block(youssef, "Pauze")
    marieke.presses("Kort in")
    for coach in coaches:
        coach.sees("Op schema")
        coach.sees_no("te laat")
        coach.sees(f"verwacht einde {end[-1]}")
        expect(coach.stage.locator("#inkorten")).to_have_count(0)
        assert "5 min" in block(coach, "Pauze")
    youssef.stage.locator("#logboek summary").click()
    youssef.sees("Marieke de Wit kortte in: Pauze tot 5 minuten")

    # The break is as short as was pressed, for everyone.
    youssef.presses("Volgende stap")
    for viewer in (*coaches, *teachers):
        viewer.is_at("Pauze")
        viewer.sees_time_left("4:")

    # It ends early, and what is won is speling.
    marieke.presses("Volgende stap")
    for viewer in (*coaches, *teachers):
        viewer.is_at("Gesprek met leerlingen")
    for coach in coaches:
        coach.sees("4 min voor", "nog 14 min speling")
    for viewer in (*coaches, *teachers):
        viewer.never_reloaded()
