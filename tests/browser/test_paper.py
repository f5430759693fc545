"""What hangs on the wall: looking back and the verbeterbord, printed on A4 and A3."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from scholendag.demo.people import SCHOOL
from tests.browser.paper import DEEDS, GOALS, LINK
from tests.browser.server import Demo
from tests.browser.store import Store

SIZES = [("A4", False), ("A4", True), ("A3", False), ("A3", True)]
TEAMS = ("Onderbouw", "Middenbouw", "Bovenbouw")
KEEP = "var/paper"  # looked at by hand: what a test cannot see


@pytest.fixture
def store(store: Store) -> Store:
    store.runs("from tests.browser.paper import fill; fill()")
    return store


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", timezone_id="Europe/Amsterdam")
    yield context.new_page()
    context.close()


def printed(page: Page, name: str, size: str, *, lies: bool) -> list[str]:
    """The text of each sheet, on one line."""
    pdf = page.pdf(format=size, landscape=lies)
    folder = Path(KEEP)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}-{size}-{'lies' if lies else 'staat'}.pdf").write_bytes(pdf)
    sheets = PdfReader(io.BytesIO(pdf)).pages
    return [re.sub(r"\s+", " ", sheet.extract_text()) for sheet in sheets]


def is_fit_to_hang(page: Page, sheets: list[str]) -> None:
    """Numbered, with the school at the foot, no note or goal cut through, and nothing to press."""
    whole = " ".join(sheets)
    for number, sheet in enumerate(sheets, start=1):
        assert f"bladzijde {number} van {len(sheets)}" in sheet
        assert f"{SCHOOL} · " in sheet
        begun = set(re.findall(r"(N\d+x\d+)a", sheet))
        assert begun == set(re.findall(r"(N\d+x\d+)z", sheet)), "a note is cut through"
    for label in page.locator("button, .button--primary").all_inner_texts():
        assert label not in whole
    assert "Er is nog niets" not in whole
    assert "Hier hangt nog niets" not in whole


@pytest.mark.parametrize(("size", "lies"), SIZES)
def test_looking_back_reads_as_a_document(demo: Demo, page: Page, size: str, lies: bool) -> None:
    page.goto(demo.schoolleider)
    sheets = printed(page, "terugkijken", size, lies=lies)
    is_fit_to_hang(page, sheets)
    whole = " ".join(sheets)
    # First what was agreed, and only once.
    assert whole.index("Dit spraken we af") < whole.index("Verwachtingen")
    for team, (_, text) in zip(TEAMS, GOALS, strict=True):
        assert whole.count(text) == 1
        [sheet] = [sheet for sheet in sheets if text in sheet]
        assert f"{team} De leerlingen uit" in sheet, "a team on another sheet than its goal"
    for what, who in DEEDS:
        assert whole.count(what) == len(GOALS)
        assert who in whole
    for note in range(30):
        assert re.search(rf"N\d+x{note}a ", whole)
    assert demo.schoolleider.rstrip("/").rpartition("/")[2] not in whole


@pytest.mark.parametrize(("size", "lies"), SIZES)
def test_a_bord_fits_on_the_wall(
    demo: Demo, store: Store, page: Page, size: str, lies: bool
) -> None:
    token = (store.folder / LINK).read_text()
    page.goto(f"{demo.url}/bord/{token}/")
    page.get_by_role("link", name="Druk het bord af").click()
    page.wait_for_url("**/papier/")
    sheets = printed(page, "bord", size, lies=lies)
    is_fit_to_hang(page, sheets)
    assert len(sheets) <= (1 if size == "A3" else 2)
    whole = " ".join(sheets)
    for part in ("Verbeterbord van", GOALS[0][1], "Volgende bordsessie", "Anna", "Successen"):
        assert part in whole
    for sheet in sheets:
        rows = [what for what, _ in DEEDS if what in sheet]
        assert not rows or "Af Wat Wie Wanneer" in sheet, "a table without its head"
    # Who has the link may write on the bord: it does not hang on a wall.
    assert token not in whole
    assert "/bord/" not in whole
