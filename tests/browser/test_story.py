"""The story, from its preparation to the first round: what its teller has, and what others see."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.people import Coach, Scherm, Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.viewer import Viewer

SECRET = "Zelf wilde ik ooit stoppen"
LISTEN = "Luister. Straks kun je reageren."
SILENT = "Stil. Laat het verhaal even bezinken."
TOUCHED = "Wat raakte je?"
GREEN, ORANGE, RED = "rgb(28, 95, 54)", "rgb(255, 208, 138)", "rgb(148, 33, 44)"
ENDS_AT = """(clock, moment) => { clock.dataset.endsAt = moment }"""
IS_DRAWN = "(image) => image.complete && image.naturalWidth > 0"


def photo(colour: str) -> FilePayload:
    out = BytesIO()
    Image.new("RGB", (800, 600), colour).save(out, "JPEG")
    return {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


class Teller(Viewer):
    """Fatma, with the page of her role open, and her preparation in another tab."""

    def __init__(self, screens: Screens, url: str) -> None:
        super().__init__(screens, "Fatma", screens.open("Fatma", url))
        self.preparation = screens.open("Fatma", url)
        self.preparation.get_by_role("link", name="Begin").click()

    def writes(self, question: str, text: str) -> None:
        self.preparation.get_by_label(question, exact=True).fill(text)
        form = self.preparation.locator("form").filter(has_text=question)
        expect(form.get_by_text("Bewaard.")).to_be_visible()

    def adds(self, picture: FilePayload, alt: str) -> None:
        new = self.preparation.locator("#nieuwe-foto")
        new.get_by_label("Kies een foto").set_input_files(picture)
        new.get_by_label("Wat zie je op deze foto?").fill(alt)
        new.get_by_role("button", name="Voeg de foto toe").click()
        expect(self.preparation.get_by_role("img", name=alt)).to_be_visible()

    @property
    def light(self) -> Locator:
        return self.page.locator("#tijdlicht")

    def has_left(self, seconds: int) -> None:
        """So many seconds are left of the seven minutes."""
        moment = datetime.now(UTC) + timedelta(seconds=seconds)
        self.page.locator("#klok time.clock").evaluate(ENDS_AT, moment.isoformat())

    def is_lit(self, colour: str, word: str) -> None:
        expect(self.light).to_have_css("background-color", colour)
        expect(self.light).to_contain_text(word)


@pytest.fixture
def marieke(screens: Screens, demo: Demo) -> Coach:
    return Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))


@pytest.fixture
def fatma(screens: Screens, marieke: Coach) -> Teller:
    """Marieke gives Fatma the link of the teller."""
    sharing = screens.open("Marieke", f"{marieke.page.url}delen/")
    form = sharing.locator("#nieuwe-rol")
    form.get_by_label("Voor wie?").fill("Fatma")
    form.get_by_label("Verteller").check()
    form.get_by_role("button", name="Maak de link").click()
    row = sharing.get_by_role("row").filter(has_text="Fatma")
    return Teller(screens, row.locator("[data-copy]").get_attribute("data-copy") or "")


def shown(page: Page, alt: str) -> None:
    """This picture, and drawn."""
    image = page.get_by_role("img", name=alt)
    expect(image).to_be_visible()
    expect(image).to_have_js_property("complete", value=True)
    assert image.evaluate(IS_DRAWN)


def nobody_was_sent(viewers: list[Viewer], text: str) -> None:
    for viewer in viewers:
        assert text not in viewer.page.content(), f"{viewer.name} could find what is private"
        assert not viewer.received.holds(text), f"{viewer.name} was sent what is private"


def test_a_story_is_prepared_told_and_followed_by_silence(
    screens: Screens, demo: Demo, marieke: Coach, fatma: Teller
) -> None:
    scherm = Scherm(screens, demo)
    teachers: list[Teacher] = []
    for name in ("Anna", "Bram"):
        opens_link(screens, demo, name)
        teachers.append(joins(screens, name))
    anna, bram = teachers
    others: list[Viewer] = [marieke, scherm, *teachers]
    for viewer in others:
        viewer.received.anew()

    marieke.sees("De verteller is nog niet klaar.")
    fatma.writes("Waar komen we vandaan?", SECRET)
    fatma.adds(photo("teal"), "Het oude plein")
    fatma.adds(photo("maroon"), "De nieuwe gang")
    fatma.preparation.get_by_role("button", name="Mijn verhaal is klaar").click()
    marieke.sees("Fatma: klaar.")

    marieke.opens("Inspiratieverhaal", "Het verhaal")
    for viewer in (scherm, *teachers):
        viewer.sees(LISTEN)
        expect(viewer.stage.get_by_role("img")).to_have_count(0)
    fatma.sees(SECRET)
    fatma.is_lit(GREEN, "Je hebt de tijd")
    assert fatma.light.locator(".timelight__time").bounding_box()["height"] > 100  # type: ignore[index]

    fatma.presses("Toon de eerste foto")
    for viewer in (*others, fatma):
        shown(viewer.page, "Het oude plein")
    marieke.presses("Volgende foto")
    for viewer in (*others, fatma):
        shown(viewer.page, "De nieuwe gang")
    fatma.sees("2 van 2")

    fatma.has_left(70)
    fatma.is_lit(ORANGE, "Rond rustig af")
    fatma.has_left(15)
    fatma.is_lit(RED, "Laatste zin")
    fatma.has_left(-3)
    fatma.is_lit(RED, "De tijd is om")

    marieke.presses("Volgende stap")
    for viewer in (*others, fatma):
        viewer.sees(SILENT)
    for teacher in teachers:
        teacher.has_nothing_to_write_in()
    expect(anna.post_it(TOUCHED)).to_be_visible()
    scherm.sees_no(SILENT)
    fatma.sees_no(SILENT)

    anna.post_it(TOUCHED).fill("Dat je bleef")
    marieke.presses("Terug")
    for viewer in (marieke, anna):
        viewer.sees(LISTEN)
    marieke.presses("Volgende stap")
    anna.sees(SILENT)
    expect(anna.post_it(TOUCHED)).to_have_value("Dat je bleef")
    anna.post_it(TOUCHED).press("Enter")
    bram.puts_up("De stilte", TOUCHED)
    marieke.presses("Toon alles")
    for viewer in (*others, fatma):
        viewer.reads("Dat je bleef", "De stilte")
        viewer.never_reloaded()
    nobody_was_sent(others, SECRET)


def test_what_is_typed_without_a_network_is_kept_and_two_devices_add_to_each_other(
    screens: Screens, fatma: Teller
) -> None:
    question = "Wat hebben we van elkaar nodig?"
    other = screens.open("Fatma", fatma.preparation.url)
    fatma.writes(question, "Rust")
    expect(other.get_by_label(question)).to_have_value("Rust")

    screens.expect("ERR_INTERNET_DISCONNECTED", "WebSocket", "Failed to fetch")
    screens.contexts["Fatma"].set_offline(True)
    fatma.preparation.get_by_label(question).fill("Rust en moed")
    expect(fatma.preparation.get_by_text("Je tekst is bewaard op dit apparaat.")).to_be_visible()
    screens.contexts["Fatma"].set_offline(False)
    expect(other.get_by_label(question)).to_have_value("Rust en moed")
    fatma.preparation.reload()
    expect(fatma.preparation.get_by_label(question)).to_have_value("Rust en moed")


def test_a_picture_that_is_too_large_is_not_even_sent(fatma: Teller) -> None:
    new = fatma.preparation.locator("#nieuwe-foto")
    large: Any = {**photo("teal"), "buffer": b"\xff" * (9 * 1024 * 1024)}
    new.get_by_label("Kies een foto").set_input_files(large)
    message = new.get_by_label("Kies een foto").evaluate("(field) => field.validationMessage")
    assert re.search(r"te groot: 9 MB", message)
