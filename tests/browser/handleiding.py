"""The pictures of the handleiding: `python tests/browser/handleiding.py` makes all of them anew.

It plays parts of the demo day, with simulated colleagues, and writes `static/handleiding/*.webp`.
Everyone in it is invented.
"""

import io
import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import FloatRect, Page, expect, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scholendag.settings")

from tests.browser.chromium import QUIET  # noqa: E402
from tests.browser.conftest import chromium_path  # noqa: E402
from tests.browser.people import Coach, Scherm, joins, opens_link  # noqa: E402
from tests.browser.screens import LAPTOP, PATIENCE, PHONE, Screens  # noqa: E402
from tests.browser.server import Demo, serve_demo  # noqa: E402
from tests.browser.store import Store, prepared  # noqa: E402
from tests.browser.webp import as_webp  # noqa: E402

FOLDER = PROJECT / "static" / "handleiding"
COLLEAGUES = 14
# Colleagues look at their screen every few seconds, so a room takes a while to fill a board.
A_WHILE = 90_000
MOST_ARE_READY = re.compile(r"^(9|1\d) van \d+ klaar$")

# The cursor goes, and signs that this machine may have no font for. The address of this machine
# becomes one that a school could have.
TIDY = r"""() => {
    document.activeElement?.blur();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
        texts.currentNode.data = texts.currentNode.data
            .replace(location.host, "scholendag.example")
            .replace(/\p{Extended_Pictographic}\uFE0F?/gu, "");
}"""

PICTURES = (
    "voor-de-start",
    "agenda",
    "delen",
    "rol",
    "kaarten",
    "verhaal",
    "scherm",
    "deelnemer",
    "op-de-dag",
    "verborgen-ronde",
    "groepjes",
    "te-laat",
    "terugkijken",
)


@dataclass
class Studio:
    """A demo day, the coach who runs it, and where the pictures go."""

    screens: Screens
    demo: Demo
    store: Store
    coach: Coach
    opened_at: float = 0

    def takes(self, name: str, page: Page, height: int = 0) -> None:
        """A picture of what this page shows, or of so many pixels from above."""
        assert name in PICTURES, f"{name} is not in the list"
        page.evaluate(TIDY)
        page.mouse.move(2, 2)  # so that nothing looks pointed at
        size = page.viewport_size or LAPTOP
        clip = FloatRect(x=0, y=0, width=size["width"], height=height or size["height"])
        data = page.screenshot(clip=clip)
        with Image.open(io.BytesIO(data)) as shot:
            (FOLDER / f"{name}.webp").write_bytes(as_webp(shot))
        print(name)

    def goes_on(self, title: str, after: int) -> None:
        """Let the rest of so many minutes of the running step pass, and open the next one."""
        took = time.monotonic() - self.opened_at
        self.store.passes(max(0, round(after * 60 - took)))
        self.coach.presses("Volgende stap")
        self.opened_at = time.monotonic()
        self.coach.is_at(title)

    def goes_to(self, link: str, page: Page | None = None) -> Page:
        """Follow a link of the begeleider's page, in another tab."""
        href = (page or self.coach.page).get_by_role("link", name=link).first.get_attribute("href")
        return self.screens.open("Marieke", f"{self.demo.url}{href}")


def before_the_day(studio: Studio) -> None:
    """What the coach, the dataredacteur and the schoolleider prepare."""
    studio.coach.sees(f"{COLLEAGUES} van {COLLEAGUES} aanwezig")
    studio.takes("voor-de-start", studio.coach.page)
    studio.takes("agenda", studio.goes_to("Agenda aanpassen"))
    share = studio.goes_to("Delen en rollen")
    studio.takes("delen", share)
    _the_dataredacteur(studio, _hand_out(studio, share, "Ilse", "dataredacteur"))
    _the_verteller(studio, _hand_out(studio, share, "Ingrid", "verteller"))
    scherm = Scherm(studio.screens, studio.demo)
    scherm.sees(studio.demo.code)
    studio.takes("scherm", scherm.page)


def _hand_out(studio: Studio, share: Page, name: str, role: str) -> Page:
    """Give someone a role, and open their link in a browser of their own."""
    if not share.get_by_label("Voor wie?").is_visible():
        share.get_by_text("Geef iemand een rol").click()
    share.get_by_label("Voor wie?").fill(name)
    share.locator(f"input[name=role][value={role}]").check()
    share.get_by_role("button", name="Maak de link").click()
    copy = share.get_by_role("button", name=f"Kopieer de link voor {name}")
    return studio.screens.open(name, copy.get_attribute("data-copy") or "")


def _the_dataredacteur(studio: Studio, page: Page) -> None:
    studio.takes("rol", page, height=440)
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kaarten van de datamuur")
    studio.takes("kaarten", page)


def _the_verteller(studio: Studio, page: Page) -> None:
    page.get_by_role("link", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw verhaal")
    first = page.get_by_label("Waar komen we vandaan?")
    first.fill("De dag dat de hele school buiten at, omdat het dak lekte.")
    first.blur()
    expect(page.locator("#stage").get_by_text("Bewaard.", exact=True)).to_be_visible()
    studio.takes("verhaal", page)


def on_the_day(studio: Studio) -> None:
    """The day runs on time: a wall that fills, a hidden round, and groups."""
    coach = studio.coach
    opens_link(studio.screens, studio.demo, "Sofie", PHONE)
    sofie = joins(studio.screens, "Sofie")
    studio.store.begins_now()
    coach.presses("Start")
    studio.opened_at = time.monotonic()
    coach.is_at("Welkom")
    studio.goes_on("Programma", after=3)
    studio.goes_on("Check-in", after=2)
    studio.goes_on("Verwachtingen", after=10)
    expect(coach.stage.locator(".note").nth(7)).to_be_visible(timeout=A_WHILE)
    sofie.puts_up("Dat we klein beginnen", "Dit hoop ik")
    sofie.sees("Nog 1 van de 2.")
    studio.takes("deelnemer", sofie.page)
    studio.takes("op-de-dag", coach.page)

    studio.goes_on("Inleiding", after=5)
    studio.goes_on("Het verhaal", after=1)
    studio.goes_on("Wat raakte je", after=7)
    expect(coach.stage.get_by_text(MOST_ARE_READY)).to_be_visible(timeout=A_WHILE)
    studio.takes("verborgen-ronde", coach.page)
    coach.presses("Toon alles")

    studio.goes_on("Vragen en aanvullingen", after=4)
    studio.goes_on("Uitleg", after=3)
    studio.goes_on("Lezen", after=5)
    coach.presses("Maak groepjes")
    expect(coach.stage.get_by_role("button", name="Zet vast")).to_be_visible()
    coach.stage.locator("[data-groups]").evaluate("(groups) => groups.scrollIntoView()")
    studio.takes("groepjes", coach.page)
    coach.presses("Zet vast")


def running_late(studio: Studio) -> None:
    """The day is six minutes late, and the coach looks at what can be shortened."""
    studio.store.runs_late(6 * 60)
    studio.coach.page.reload()
    studio.coach.settles_in()
    studio.coach.stage.get_by_text("Inkorten: win").click()
    studio.takes("te-laat", studio.coach.page)


def after_the_day(studio: Studio) -> None:
    """What the schoolleider reads."""
    page = studio.screens.open("Ingrid terug", studio.demo.schoolleider)
    expect(page.locator(".note").first).to_be_visible()
    studio.takes("terugkijken", page)


PARTS: tuple[Callable[[Studio], None], ...] = (
    before_the_day,
    on_the_day,
    running_late,
    after_the_day,
)


def main() -> None:
    """Make every picture anew. What is no longer in the list goes."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.webp"):
        if old.stem not in PICTURES:
            old.unlink()
    with TemporaryDirectory() as folder, prepared(Path(folder)) as store:
        store.begins_now()
        options = ("--participants", str(COLLEAGUES))
        with serve_demo(store, *options) as demo, sync_playwright() as playwright:
            expect.set_options(timeout=PATIENCE)
            browser = playwright.chromium.launch(
                executable_path=chromium_path(), chromium_sandbox=os.geteuid() != 0, args=QUIET
            )
            screens = Screens(browser)
            page = screens.open("Marieke", demo.begeleider)
            studio = Studio(screens, demo, store, Coach(screens, "Marieke", page))
            for part in PARTS:
                part(studio)
            screens.close()
            browser.close()
            assert not screens.troubles, "\n".join(screens.troubles)


if __name__ == "__main__":
    main()
