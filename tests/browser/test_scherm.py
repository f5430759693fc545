"""The room reads all that hangs on the board, from the back, without anybody scrolling."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.people import Scherm, Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.walls import LOST, ROOMS, SIZES, at_size, hangs, opened

SHOWN = """() => [...document.querySelectorAll(".note")].filter((note) => note.checkVisibility())
    .map((note) => Number(note.dataset.order))"""
FONT = """() => parseFloat(getComputedStyle(document.querySelector(".note__text")).fontSize)
    / innerWidth * 100"""
LONGEST = 31_000  # milliseconds: no page stays longer
LEAST = 9_000  # nor shorter
LANE = "Dit hoop ik"


def page_of(scherm: Scherm) -> tuple[int, int]:
    """Which page is shown, of how many."""
    here, of = scherm.page.locator(".pager__count").inner_text().split(" van ")
    return int(here), int(of)


def is_on(scherm: Scherm, page: int) -> None:
    expect(scherm.page.locator(".pager__count")).to_have_text(f"{page} van {page_of(scherm)[1]}")


def pages(scherm: Scherm) -> list[list[int]]:
    """The notes of each page by their order, from the first page to the last."""
    pager = scherm.page.locator("#bladeren")
    if pager.is_hidden():
        return [scherm.page.evaluate(SHOWN)]
    found = []
    while page_of(scherm)[0] > 1:
        scherm.page.keyboard.press("PageUp")
    for _ in range(page_of(scherm)[1]):
        found.append(scherm.page.evaluate(SHOWN))
        assert scherm.page.evaluate(LOST) == []
        scherm.page.keyboard.press("PageDown")
    return found


def passes(scherm: Scherm, time: int) -> None:
    """Let time pass on this page, in milliseconds, while what it asks the server is answered."""
    for _ in range(time // 1000):
        scherm.page.clock.run_for(1000)
        scherm.page.evaluate("fetch(location.href).then(() => null)")


def holds_the_clock(scherm: Scherm) -> None:
    """From now on time stands still on this page, until `passes` lets it pass."""
    scherm.page.clock.pause_at(datetime.now() + timedelta(seconds=1))


def turns_after(scherm: Scherm) -> int:
    """How long it takes until the page turns by itself, in milliseconds."""
    before = page_of(scherm)[0]
    for seconds in range(LONGEST // 1000 + 1):
        if page_of(scherm)[0] != before:
            return seconds * 1000
        passes(scherm, 1000)
    raise AssertionError(f"still on page {before}")


@pytest.mark.parametrize("number", [3, 30, 120])
@pytest.mark.parametrize("clusters", [False, True], ids=["loose", "clusters"])
def test_every_note_is_on_one_page_whole_and_large_enough(
    store: Store, screens: Screens, demo: Demo, number: int, clusters: bool
) -> None:
    hangs(store, number, clusters=clusters)
    _, scherm = opened(screens, demo, "Verwachtingen", "Verwachtingen")
    for size in SIZES:
        at_size(scherm.page, size)
        assert scherm.page.evaluate(LOST) == []
        assert scherm.page.evaluate(FONT) >= 1.99
        shown = [note for page in pages(scherm) for note in page]
        assert len(shown) == len(set(shown)) == number
        if not clusters:
            assert shown == sorted(shown)
        if number == 3:
            assert scherm.page.locator("#bladeren").is_hidden()
            assert scherm.page.evaluate(FONT) > 2.5


def test_lanes_keep_their_title_on_every_page(store: Store, screens: Screens, demo: Demo) -> None:
    hangs(store, 60, "leerlingarena", "arena")
    _, scherm = opened(screens, demo, "Leerlingarena", "Nabespreking")
    for _ in range(page_of(scherm)[1]):
        for lane in scherm.page.locator(".lane:has(.note:visible)").all():
            expect(lane.locator(".lane__title")).to_be_in_viewport(ratio=1)
        scherm.page.keyboard.press("ArrowRight")


def test_a_board_that_is_empty_takes_no_page_of_the_one_that_is_not(
    store: Store, screens: Screens, demo: Demo
) -> None:
    hangs(store, 5, "leerlingarena", "arena-aantekeningen")
    _, scherm = opened(screens, demo, "Leerlingarena", "Nabespreking")
    for size in SIZES[:2]:
        at_size(scherm.page, size)
        assert scherm.page.locator("#bladeren").is_hidden()
        assert scherm.page.evaluate(LOST) == []
        expect(scherm.stage.locator(".note:visible")).to_have_count(5)


def test_fifty_rooms_are_all_shown(store: Store, screens: Screens, demo: Demo) -> None:
    store.runs(ROOMS)
    _, scherm = opened(screens, demo, "Datamuur", "Lezen")
    for size in SIZES:
        at_size(scherm.page, size)
        assert scherm.page.evaluate(LOST) == []
        titles = []
        for _ in range(page_of(scherm)[1]):
            titles += scherm.page.locator(".room__title:visible").all_inner_texts()
            scherm.page.keyboard.press("ArrowRight")
        assert sorted(titles) == sorted(f"Groepje {number}" for number in range(1, 51))


@pytest.fixture
def full(store: Store, screens: Screens, demo: Demo) -> Scherm:
    """The scherm with a board of many pages, and a clock that can be held."""
    hangs(store, 60)
    _, scherm = opened(screens, demo, "Verwachtingen", "Verwachtingen")
    # A timer of before the clock was taken over cannot be held, nor cleared: begin anew.
    scherm.page.clock.install()
    scherm.page.reload()
    scherm.settles_in()
    is_on(scherm, 1)
    return scherm


def test_pages_turn_by_key_by_button_and_by_themselves(full: Scherm) -> None:
    page = full.page
    last = page_of(full)[1]
    assert last > 3
    for key, number in (
        ("PageDown", 2), ("ArrowRight", 3), (" ", 4), ("PageUp", 3), ("ArrowLeft", 2),
        ("ArrowLeft", 1), ("ArrowLeft", last), ("ArrowRight", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        is_on(full, number)
    page.get_by_role("button", name="Blader verder").click()
    is_on(full, 2)
    holds_the_clock(full)
    page.get_by_role("button", name="Blader terug").click()
    is_on(full, 1)
    assert turns_after(full) > LEAST
    is_on(full, 2)
    page.keyboard.press("p")
    passes(full, LONGEST)
    is_on(full, 2)
    page.get_by_role("button", name="Laat bladeren").click()
    assert turns_after(full) > LEAST
    is_on(full, 3)


def test_a_new_note_has_its_page_next_and_the_page_stays_meanwhile(
    full: Scherm, screens: Screens, demo: Demo
) -> None:
    opens_link(screens, demo, "Anna")
    anna: Teacher = joins(screens, "Anna")
    holds_the_clock(full)
    full.page.keyboard.press("PageDown")
    is_on(full, 2)
    anna.puts_up("Iets heel nieuws", LANE)
    # On no page yet, or on a page that is not shown: the room does not see it, but it is there.
    expect(full.stage.locator(".note", has_text="Iets heel nieuws")).to_have_count(1)
    is_on(full, 2)
    with full.page.expect_response(full.page.url):
        full.page.evaluate("htmx.trigger(document.body, 'live:refresh')")
    passes(full, 3000)
    is_on(full, 2)
    expect(full.note("Iets heel nieuws")).to_be_hidden()
    turns_after(full)
    expect(full.note("Iets heel nieuws")).to_be_in_viewport(ratio=1)
    full.never_reloaded()


def test_who_comes_late_finds_the_code_large(full: Scherm) -> None:
    large = full.page.locator("#meedoen")
    expect(large).to_be_hidden()
    full.page.get_by_role("button", name="Toon de QR-code").click()
    expect(large.locator("svg")).to_be_in_viewport(ratio=1)
    expect(large.locator(".code")).to_be_in_viewport(ratio=1)
    full.page.keyboard.press("Escape")
    expect(large).to_be_hidden()


def test_a_hidden_round_shows_how_many_are_ready_and_nothing_else(
    store: Store, screens: Screens, demo: Demo
) -> None:
    hangs(store, 60, "inspiratieverhaal", "geraakt")
    _, scherm = opened(screens, demo, "Inspiratieverhaal", "Wat raakte je")
    scherm.sees("De tekst is nog verborgen.")
    expect(scherm.page.locator(".note")).to_have_count(0)
    expect(scherm.page.locator("#bladeren")).to_be_hidden()
