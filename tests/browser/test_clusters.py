"""Putting post-its together: by dragging, by the menu and by choosing several."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach, Scherm, Teacher
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.viewer import Viewer

LANE = "Dit hoop ik"
RUST, STIL, SAMEN, LEREN = "Rust in de klas", "Stilte", "Samen werken", "Van elkaar leren"


@pytest.fixture
def everyone(
    screens: Screens, demo: Demo, coach: Coach, anna: Teacher, bram: Teacher
) -> list[Viewer]:
    anna.puts_up(RUST, LANE)
    anna.puts_up(STIL, LANE)
    bram.puts_up(SAMEN, LANE)
    bram.puts_up(LEREN, LANE)
    found = [coach, anna, bram, Scherm(screens, demo)]
    for viewer in found:
        viewer.reads(RUST, STIL, SAMEN, LEREN)
    return found


def pile(viewer: Viewer, name: str) -> Locator:
    return viewer.stage.get_by_role("group", name=name)


def holds(viewers: list[Viewer], name: str, *texts: str) -> None:
    """Everyone sees this cluster, with these notes, each once."""
    for viewer in viewers:
        expect(pile(viewer, name).locator("li.note")).to_have_count(len(texts))
        for text in texts:
            expect(pile(viewer, name).locator("li.note").filter(has_text=text)).to_be_visible()
        viewer.reads(*texts)


def drags(viewer: Viewer, text: str, onto: Locator) -> None:
    onto.scroll_into_view_if_needed()
    start, end = viewer.note(text).locator(".note__text").bounding_box(), onto.bounding_box()
    assert start
    assert end
    mouse = viewer.page.mouse
    mouse.move(start["x"] + 5, start["y"] + 5)
    mouse.down()
    mouse.move(end["x"] + 20, end["y"] + 15, steps=4)
    mouse.up()


def test_the_coach_drags_notes_together_and_names_them(
    coach: Coach, everyone: list[Viewer]
) -> None:
    drags(coach, STIL, coach.note(RUST))
    holds(everyone, "Cluster zonder naam", RUST, STIL)
    pile(coach, "Cluster zonder naam").locator(".pile__menu summary").click()
    coach.presses("Geef een naam of voeg samen…")
    coach.field("Hoe noem je dit cluster?").fill("Rust")
    coach.presses("Bewaar")
    holds(everyone, "Rust", RUST, STIL)
    for viewer in everyone:
        viewer.never_reloaded()


def test_several_are_chosen_and_laid_together_by_a_deelnemer_whom_the_coach_lets(
    coach: Coach, anna: Teacher, everyone: list[Viewer]
) -> None:
    expect(anna.stage.get_by_label("Kies deze post-it").filter(visible=True)).to_have_count(0)
    drags(anna, STIL, anna.note(RUST))
    coach.stage.locator("summary", has_text="Bord…").click()
    coach.presses("Laat iedereen clusteren")
    anna.sees("Sleep post-its die bij elkaar horen op elkaar.")
    expect(anna.stage.locator(".pile")).to_have_count(0)
    for text in (RUST, STIL, SAMEN):
        anna.note(text).get_by_label("Kies deze post-it").check()
    anna.sees("3 post-its gekozen")
    anna.note(SAMEN).get_by_label("Kies deze post-it").uncheck()
    anna.presses("Leg bij elkaar…")
    anna.field("Naam van een nieuw cluster (mag leeg blijven)").fill("Rust")
    anna.presses("Leg neer")
    holds(everyone, "Rust", RUST, STIL)
    expect(anna.stage.locator(".choice")).to_be_hidden()


def test_by_the_keyboard_alone(coach: Coach, everyone: list[Viewer]) -> None:
    """From a note to its menu, to a new cluster with a name, and into it with another."""
    keyboard = coach.page.keyboard
    coach.note(RUST).locator("summary").focus()
    keyboard.press("Enter")
    coach.note(RUST).get_by_role("button", name="Leg ergens anders…").focus()
    keyboard.press("Enter")
    field = coach.field("Naam van een nieuw cluster (mag leeg blijven)")
    expect(coach.stage.get_by_label("In een nieuw cluster")).to_be_checked()
    field.focus()
    keyboard.type("Rust")
    keyboard.press("Enter")
    holds(everyone, "Rust", RUST)
    coach.note(STIL).locator("summary").focus()
    keyboard.press("Enter")
    coach.note(STIL).get_by_role("button", name="Leg ergens anders…").focus()
    keyboard.press("Enter")
    coach.stage.get_by_role("radio", name="Rust").focus()
    keyboard.press("Space")
    keyboard.press("Enter")
    holds(everyone, "Rust", RUST, STIL)


def test_two_people_at_once_lose_no_note_and_no_name(
    coach: Coach, anna: Teacher, bram: Teacher, everyone: list[Viewer]
) -> None:
    coach.stage.locator("summary", has_text="Bord…").click()
    coach.presses("Laat iedereen clusteren")
    anna.sees("Sleep post-its die bij elkaar horen op elkaar.")
    bram.sees("Sleep post-its die bij elkaar horen op elkaar.")
    named(anna, RUST, "Rust")
    named(bram, SAMEN, "Samen")
    holds(everyone, "Rust", RUST)
    holds(everyone, "Samen", SAMEN)
    opens(anna, "Rust")
    anna.field("Hoe noem je dit cluster?").fill("Kalmte")
    drags(bram, STIL, pile(bram, "Rust"))
    holds([anna], "Rust", RUST, STIL)
    expect(anna.field("Hoe noem je dit cluster?")).to_have_value("Kalmte")
    opens(bram, "Rust")
    bram.field("Hoe noem je dit cluster?").fill("Stil")
    bram.presses("Bewaar")
    holds(everyone, "Stil", RUST, STIL)
    anna.presses("Bewaar")
    anna.sees("Iemand noemde dit cluster net “Stil”.")
    anna.presses("Laat zo")
    opens(bram, "Samen")
    bram.field("Of voeg het samen met").select_option("Stil")
    bram.presses("Voeg samen")
    holds(everyone, "Stil / Samen", RUST, STIL, SAMEN)
    for viewer in everyone:
        viewer.reads(LEREN)
        viewer.never_reloaded()


def named(viewer: Viewer, text: str, name: str) -> None:
    """Make a cluster of this one note."""
    viewer.menu(text).click()
    viewer.note(text).get_by_role("button", name="Leg ergens anders…").click()
    viewer.stage.get_by_label("In een nieuw cluster").check()
    viewer.field("Naam van een nieuw cluster (mag leeg blijven)").fill(name)
    viewer.presses("Leg neer")


def opens(viewer: Viewer, name: str) -> None:
    """The form of a cluster."""
    pile(viewer, name).locator(".pile__menu summary").click()
    pile(viewer, name).get_by_role("button", name="Geef een naam of voeg samen…").click()


def test_a_board_is_closed_and_fixed_before_everyones_eyes(
    coach: Coach, anna: Teacher, everyone: list[Viewer]
) -> None:
    anna.changes(RUST, RUST + "!")
    coach.stage.locator("summary", has_text="Bord…").click()
    coach.presses("Sluit voor nieuwe post-its")
    for viewer in (coach, anna):
        viewer.sees("Dit bord is dicht. Er kunnen geen post-its meer bij.")
    expect(anna.stage.get_by_role("textbox")).to_have_count(0)
    drags(coach, STIL, coach.note(RUST))
    holds(everyone, "Cluster zonder naam", RUST + "!", STIL)
    coach.stage.locator("summary", has_text="Bord…").click()
    coach.presses("Zet het bord helemaal vast")
    for viewer in everyone:
        viewer.sees("Dit bord staat vast. Er verandert niets meer.")
    expect(coach.stage.get_by_label("Kies deze post-it").filter(visible=True)).to_have_count(0)
    coach.stage.locator("summary", has_text="Bord…").click()
    coach.presses("Laat de stap bepalen")
    expect(anna.stage.get_by_role("textbox")).to_have_count(1)
