"""The coach says something to everyone; it covers every screen for a moment and goes by itself."""

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.people import Coach, Scherm, Teacher
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.viewer import Viewer

BACK = "Kom terug uit de groepjes"
LANE = "Dit hoop ik"


@pytest.fixture
def everyone(screens: Screens, demo: Demo, anna: Teacher, bram: Teacher) -> list[Viewer]:
    """All whose screen is covered."""
    return [anna, bram, Scherm(screens, demo)]


def cover(viewer: Viewer) -> Locator:
    return viewer.page.locator("#groot-bericht")


def aloud(viewer: Viewer) -> Locator:
    """What a screen reader says at once."""
    return viewer.page.locator("#bericht-melding")


def says(coach: Coach, text: str) -> None:
    """Press one of the texts that are ready; the dialog goes when it was taken."""
    coach.presses("Stuur bericht")
    coach.page.get_by_role("dialog").get_by_role("button", name=text).click()
    expect(coach.page.get_by_role("dialog")).to_have_count(0)


def test_everyone_reads_it_and_it_goes_by_itself(coach: Coach, everyone: list[Viewer]) -> None:
    says(coach, BACK)
    for viewer in everyone:
        expect(cover(viewer)).to_be_visible()
        expect(cover(viewer)).to_contain_text(BACK)
        expect(aloud(viewer)).to_have_text(BACK)
    expect(coach.page.get_by_role("dialog")).to_have_count(0)
    coach.sees(f"“{BACK}”")
    for viewer in everyone:
        expect(cover(viewer)).to_be_hidden()
        viewer.never_reloaded()


def test_who_types_goes_on_typing(coach: Coach, anna: Teacher) -> None:
    field = anna.post_it(LANE)
    field.click()
    anna.page.keyboard.type("Rust in de ")
    says(coach, BACK)
    expect(cover(anna)).to_be_visible()
    expect(field).to_be_focused()
    anna.page.keyboard.type("klas")
    expect(cover(anna)).to_be_visible()
    anna.page.keyboard.press("Escape")
    expect(cover(anna)).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value("Rust in de klas")


def test_a_message_takes_the_place_of_the_one_before(coach: Coach, anna: Teacher) -> None:
    says(coach, BACK)
    expect(cover(anna)).to_contain_text(BACK)
    coach.page.keyboard.press("b")
    coach.page.get_by_label("Of typ zelf iets").fill("De <lunch> staat klaar")
    coach.page.keyboard.press("Enter")
    expect(cover(anna)).to_contain_text("De <lunch> staat klaar")
    expect(cover(anna)).not_to_contain_text(BACK)


def test_what_the_coach_types_before_the_answer_stays(coach: Coach, anna: Teacher) -> None:
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        held.append(route)

    coach.page.route("**/bericht/", hold_the_first)
    coach.presses("Stuur bericht")
    dialog = coach.page.get_by_role("dialog")
    dialog.get_by_role("button", name=BACK).click()
    coach.waits_until(lambda: held)
    dialog.get_by_label("Of typ zelf iets").fill("De lunch staat klaar")
    held[0].continue_()
    expect(cover(anna)).to_contain_text(BACK)
    coach.sees(f"“{BACK}”")
    expect(dialog.get_by_label("Of typ zelf iets")).to_have_value("De lunch staat klaar")
    coach.page.keyboard.press("Enter")
    expect(cover(anna)).to_contain_text("De lunch staat klaar")
    expect(dialog).to_have_count(0)


def test_what_was_closed_does_not_come_back(coach: Coach, anna: Teacher, bram: Teacher) -> None:
    says(coach, BACK)
    cover(anna).get_by_role("button", name="Sluit").click()
    expect(cover(anna)).to_be_hidden()
    expect(cover(bram)).to_be_visible()
    anna.page.reload()
    anna.settles_in()
    expect(cover(anna)).to_be_hidden()
    says(coach, "Nog 5 minuten")
    expect(cover(anna)).to_contain_text("Nog 5 minuten")


def test_who_comes_in_while_it_shows_reads_it_too(
    screens: Screens, demo: Demo, coach: Coach
) -> None:
    says(coach, BACK)
    scherm = Scherm(screens, demo)
    expect(cover(scherm)).to_contain_text(BACK)
    expect(cover(scherm)).to_be_hidden()


def test_an_empty_message_is_not_sent(coach: Coach, anna: Teacher) -> None:
    coach.presses("Stuur bericht")
    dialog = coach.page.get_by_role("dialog")
    dialog.get_by_label("Of typ zelf iets").fill("   ")
    dialog.get_by_role("button", name="Stuur").click()
    expect(dialog.get_by_role("alert")).to_have_text("Typ eerst een bericht.")
    dialog.get_by_label("Of typ zelf iets").fill("Welkom")
    dialog.get_by_role("button", name="Stuur").click()
    expect(cover(anna)).to_contain_text("Welkom")
    coach.presses("Stuur bericht")
    expect(dialog.get_by_label("Of typ zelf iets")).to_have_value("")
    expect(dialog.get_by_text("Typ eerst een bericht.")).to_have_count(0)
