"""The coach lets people vote: dots are given with the keyboard, and counted when all are ready."""

import re

import pytest
from playwright.sync_api import APIResponse, Locator, Route, expect

from tests.browser.blocks.verwachtingen import HOPE, LANE, SECOND, THIRD
from tests.browser.people import Coach, Scherm, Teacher, joins, opens_link
from tests.browser.screens import LAPTOP, Screens
from tests.browser.server import Demo
from tests.browser.viewer import Viewer

BOARD = "Wat we van vandaag hopen"
GIVE, TAKE = "Geef een stip", "Haal een stip terug"


@pytest.fixture
def dilara(screens: Screens, demo: Demo, coach: Coach) -> Teacher:
    opens_link(screens, demo, "Dilara", LAPTOP)
    return joins(screens, "Dilara")


@pytest.fixture
def scherm(screens: Screens, demo: Demo, coach: Coach) -> Scherm:
    return Scherm(screens, demo)


def lets_vote(coach: Coach, dots: str, *, secretly: bool) -> None:
    board = coach.region(BOARD)
    board.locator("summary").filter(has_text="Bord…").click()
    board.locator("summary").filter(has_text="Laat stemmen…").click()
    coach.field("Hoeveel stippen krijgt ieder?").fill(dots)
    if secretly:
        coach.field("Tel pas als we klaar zijn").check()
    coach.presses("Begin met stemmen")
    expect(coach.stage.get_by_role("button", name="Sluit het stemmen")).to_be_visible()


def give(teacher: Teacher, text: str) -> Locator:
    return teacher.note(text).get_by_role("button", name=GIVE)


def gives_by_key(teacher: Teacher, text: str) -> None:
    """Without a mouse."""
    own = teacher.note(text).locator(".vote__own")
    before = len(own.text_content() or "")
    give(teacher, text).focus()
    teacher.page.keyboard.press("Space")
    expect(own).to_have_text("●" * (before + 1))


def sees_counts(viewer: Viewer, counts: dict[str, int]) -> None:
    for text, number in counts.items():
        expect(viewer.note(text).locator("[data-dots-of]")).to_contain_text(f"● {number}")


def test_hidden_counts_are_shown_to_all_when_the_coach_closes(
    coach: Coach, scherm: Scherm, anna: Teacher, bram: Teacher, dilara: Teacher
) -> None:
    teachers = [anna, bram, dilara]
    for teacher, text in zip(teachers, (HOPE, SECOND, THIRD), strict=True):
        teacher.puts_up(text, LANE)
    for viewer in (coach, scherm, *teachers):
        viewer.reads(HOPE, SECOND, THIRD)
        viewer.received.anew()
    lets_vote(coach, "2", secretly=True)
    for teacher in teachers:
        teacher.sees("Je hebt nog 2 van de 2 stippen.")
    expect(scherm.stage.get_by_role("button", name=GIVE)).to_have_count(0)
    expect(coach.stage.get_by_role("button", name=GIVE)).to_have_count(0)

    gives_by_key(anna, THIRD)
    gives_by_key(anna, THIRD)
    anna.sees("Je stippen zijn op. Klaar!")
    expect(give(anna, HOPE)).to_have_attribute("aria-disabled", "true")
    give(anna, HOPE).press("Space")
    anna.sees("Je stippen zijn op. Haal er eerst een terug.")
    anna.note(THIRD).get_by_role("button", name=TAKE).press("Space")
    anna.sees("Je hebt nog 1 van de 2 stippen.")
    gives_by_key(anna, HOPE)
    gives_by_key(bram, THIRD)
    give(dilara, THIRD).click()
    coach.sees("3 van 3 hebben gestemd")
    for viewer in (coach, scherm, *teachers):
        assert not viewer.received.holds("Meeste stippen")
        told = viewer.page.locator("[data-tally]")
        expect(told).to_have_attribute("data-tally", "")
        expect(viewer.stage.get_by_text(re.compile(r"● \d"))).to_have_count(0)

    coach.presses("Sluit het stemmen")
    for viewer in (coach, scherm, *teachers):
        sees_counts(viewer, {THIRD: 3, HOPE: 1})
        expect(viewer.stage.get_by_role("button", name=GIVE)).to_have_count(0)
        viewer.never_reloaded()
    for viewer in (coach, scherm):
        top = viewer.stage.locator(".tally__most li")
        expect(top).to_have_text([re.compile(THIRD), re.compile(HOPE)])


def test_open_counts_follow_every_dot(coach: Coach, anna: Teacher, bram: Teacher) -> None:
    anna.puts_up(HOPE, LANE)
    bram.reads(HOPE)
    lets_vote(coach, "3", secretly=False)
    give(bram, HOPE).click()
    for viewer in (coach, anna, bram):
        sees_counts(viewer, {HOPE: 1})
    expect(anna.note(HOPE).locator(".vote__own")).to_be_hidden()
    bram.page.reload()
    expect(bram.note(HOPE).locator(".vote__own")).to_have_text("●")


def test_a_dot_that_is_seen_before_its_answer_is_not_taken_for_the_next(
    coach: Coach, anna: Teacher
) -> None:
    held: list[tuple[Route, APIResponse]] = []

    def hold_the_answer(route: Route) -> None:
        held.append((route, route.fetch()))

    anna.puts_up(HOPE, LANE)
    coach.reads(HOPE)
    lets_vote(coach, "3", secretly=False)
    anna.page.route("**/stip/**", hold_the_answer, times=1)
    gives_by_key(anna, HOPE)
    give(anna, HOPE).press("Space")
    [(route, answer)] = held
    route.fulfill(response=answer)
    sees_counts(coach, {HOPE: 2})
