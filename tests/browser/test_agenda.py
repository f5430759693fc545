"""Two coaches fit the agenda to the school at the same time, with mouse, menu and keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach
from tests.browser.screens import PHONE, Screens
from tests.browser.server import Demo

Opens = Callable[..., "Editor"]


class Editor(Coach):
    """A coach with the agenda open to change."""

    @property
    def sum(self) -> Locator:
        return self.stage.locator("[data-sum=day]")

    def minutes(self, step: str) -> Locator:
        return self.field(f"Minuten voor {step}")

    def begins(self, step: str, at: str) -> None:
        expect(self.row(step).locator("time")).to_have_text(at)

    def row(self, step: str) -> Locator:
        title = self.page.locator("strong").get_by_text(step, exact=True)
        return self.stage.locator("tr").filter(has=title)

    def block(self, title: str) -> Locator:
        return self.stage.get_by_role("article", name=title, exact=True)

    def blocks(self) -> list[str]:
        return self.stage.get_by_role("article").get_by_role("heading").all_inner_texts()

    def steps_of(self, block: str) -> list[str]:
        return self.block(block).locator("td > strong").all_inner_texts()

    def chooses(self, of: str, choice: str) -> None:
        """From the menu of a step or block."""
        self.stage.get_by_label(f"Meer voor {of}", exact=True).last.click()
        self.stage.locator("details.menu[open]").get_by_text(choice, exact=True).click()

    def presses_in(self, row: Locator, button: str) -> None:
        row.get_by_role("button", name=button).click()

    def drags(self, item: Locator, over: Locator) -> None:
        """By its handle, to just before something else."""
        item.locator("[data-drag-handle]").first.hover()
        self.page.mouse.down()
        over.scroll_into_view_if_needed()
        box = over.bounding_box()
        assert box
        self.page.mouse.move(box["x"] + 80, box["y"] + 6, steps=6)
        self.page.mouse.up()

    def finds_steps(self, block: str, steps: list[str]) -> None:
        self.waits_until(lambda: self.steps_of(block) == steps)

    def finds_blocks(self, first: list[str]) -> None:
        self.waits_until(lambda: self.blocks()[: len(first)] == first)


@pytest.fixture
def opens(screens: Screens, demo: Demo) -> Opens:
    """Opens the agenda for a coach by this name."""

    def _opens(name: str, **options: Any) -> Editor:
        page = screens.open(name, demo.begeleider, **options)
        page.get_by_role("link", name="Bereid de dag voor").first.click()
        page.wait_for_url("**/voorbereiden/")
        return Editor(screens, name, page)

    return _opens


def test_sums_follow_as_you_type_and_the_other_coach_sees_what_is_stored(opens: Opens) -> None:
    marieke, joris = opens("Marieke"), opens("Joris")
    expect(marieke.sum).to_contain_text("Samen 240 minuten")
    plan = marieke.row("Programma").locator("time").inner_text()
    before = marieke.row("Check-in").locator("time").inner_text()
    marieke.minutes("Welkom").fill("8")
    expect(marieke.sum).to_contain_text("Samen 245 minuten")
    assert marieke.row("Programma").locator("time").inner_text() != plan
    expect(joris.sum).to_contain_text("Samen 240 minuten")
    marieke.minutes("Welkom").press("Enter")
    expect(joris.sum).to_contain_text("Samen 245 minuten")
    expect(joris.minutes("Welkom")).to_have_value("8")
    assert joris.row("Check-in").locator("time").inner_text() != before
    joris.never_reloaded()


def test_what_one_types_survives_what_the_other_stores(opens: Opens) -> None:
    marieke, joris = opens("Marieke"), opens("Joris")
    for coach in (marieke, joris):
        coach.row("Welkom").get_by_text("Pas aan").click()
    form = joris.row("Welkom").locator("form").first
    form.get_by_label("Opdracht op ieders scherm").fill("Fijn dat je er bent.")
    form.get_by_label("Titel").fill("Hartelijk welkom")
    marieke.row("Welkom").get_by_label("Titel").fill("Goedemorgen")
    marieke.presses_in(marieke.row("Welkom"), "Bewaar de stap")
    joris.sees("Goedemorgen")
    form = joris.row("Goedemorgen").locator("form").first
    expect(form.get_by_label("Opdracht op ieders scherm")).to_have_value("Fijn dat je er bent.")
    joris.presses_in(joris.row("Goedemorgen"), "Bewaar de stap")
    joris.sees("Daar staat nu: “Goedemorgen”.")
    expect(form.get_by_label("Titel")).to_have_value("Hartelijk welkom")
    joris.presses_in(joris.row("Goedemorgen"), "Bewaar de stap")
    marieke.sees("Hartelijk welkom", "Fijn dat je er bent.")


def test_steps_and_blocks_move_by_drag_and_by_menu(opens: Opens) -> None:
    marieke, joris = opens("Marieke"), opens("Joris")
    marieke.drags(marieke.row("Programma"), marieke.row("Welkom"))
    for coach in (marieke, joris):
        coach.finds_steps("Welkom", ["Programma", "Welkom"])
    joris.chooses("Programma", "Zet later")
    for coach in (marieke, joris):
        coach.finds_steps("Welkom", ["Welkom", "Programma"])
    marieke.drags(marieke.block("Verwachtingen"), marieke.block("Check-in"))
    for coach in (marieke, joris):
        coach.finds_blocks(["Welkom", "Verwachtingen", "Check-in"])


def test_a_step_that_is_taken_away_can_be_put_back(opens: Opens) -> None:
    marieke, joris = opens("Marieke"), opens("Joris")
    marieke.page.once("dialog", lambda dialog: dialog.accept())
    marieke.chooses("Programma", "Haal weg")
    joris.finds_steps("Welkom", ["Welkom"])
    marieke.page.get_by_role("button", name="Zet terug").click()
    joris.finds_steps("Welkom", ["Welkom", "Programma"])
    expect(marieke.page.get_by_role("button", name="Zet terug")).to_have_count(0)


def test_an_added_block_is_there_for_everyone(opens: Opens) -> None:
    marieke, joris = opens("Marieke"), opens("Joris")
    marieke.stage.get_by_role("link", name="Voeg een blok toe").click()
    marieke.page.get_by_label("Blok", exact=True).select_option(label="Pauze (10 minuten)")
    marieke.page.get_by_label("Titel").fill("Lunch")
    marieke.page.get_by_label("Plaats").select_option(label="vóór Datamuur")
    marieke.page.get_by_role("button", name="Voeg toe").click()
    expect(joris.block("Lunch")).to_be_visible()
    expect(joris.sum).to_contain_text("Samen 250 minuten")
    joris.chooses("Lunch", "Sla over")
    expect(joris.sum).to_contain_text("Samen 240 minuten")


def test_every_mistake_in_a_file_is_named_and_a_good_one_makes_a_day(
    opens: Opens, tmp_path: Path
) -> None:
    marieke = opens("Marieke")
    with marieke.page.expect_download() as download:
        marieke.stage.get_by_role("link", name="Download als bestand").click()
    good = tmp_path / "goed.yaml"
    download.value.save_as(good)
    bad = tmp_path / "fout.yaml"
    bad.write_text(good.read_text().replace("minutes: 3\n", "minutes: drie\n", 1))
    page = marieke.page
    page.goto(page.url.split("/begeleiden/")[0] + "/programmas/")
    page.locator("input[type=file]").set_input_files(bad)
    page.get_by_role("button", name="Lees in").click()
    line = 1 + bad.read_text().splitlines().index("        minutes: drie")
    expect(page.get_by_text(f"regel {line}, minutes: moet een getal zijn")).to_be_visible()
    expect(page.get_by_text("Je hebt nog geen eigen sjablonen.")).to_be_visible()
    page.locator("input[type=file]").set_input_files(good)
    page.get_by_role("button", name="Lees in").click()
    expect(page.get_by_role("region", name="Jouw eigen sjablonen")).to_contain_text("Scholendag")


def test_on_a_phone_nothing_sticks_out(opens: Opens) -> None:
    marieke = opens("Marieke", viewport=PHONE)
    wide = "document.scrollingElement.scrollWidth <= innerWidth"
    assert marieke.page.evaluate(wide)
    marieke.row("Welkom").get_by_text("Pas aan").click()
    assert marieke.page.evaluate(wide)
