"""Real Chromium against the real server. Few tests, whole journeys, several people at once."""

import os
import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from scholendag.demo.people import SECOND_COACH
from tests.browser import chromium
from tests.browser.people import Coach, Teacher, joins, opens_link, signs_in
from tests.browser.screens import LAPTOP, PHONE, Screens
from tests.browser.server import Demo, serve_at_once
from tests.browser.store import Store, copied, prepared

HERE = Path(__file__).parent
SIX = ("Anna", "Bram", "Cas", "Dina", "Eline", "Farid")
FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever is in this folder, so that `-m 'not browser'` leaves it out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell the fixtures that the test failed, so that they save what it looked like."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


def chromium_path() -> str:
    """The system's Chromium. Without one the tests skip, or fail when REQUIRE_BROWSER is set."""
    if path := chromium.found():
        return path
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail("REQUIRE_BROWSER is set, and there is no Chromium on this machine")
    pytest.skip("there is no Chromium on this machine")


# For this package only: while Playwright's loop lives, no other test can run one of its own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this folder; what people do in it stays apart."""
    with chromium.launched(chromium_path()) as browser:
        yield browser


# Once for each process that tests, also when it comes back to this folder.
@pytest.fixture(scope="session")
def prepared_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo as it is after the first start, to copy for each test."""
    folders = map(tmp_path_factory.mktemp, ("demo", "static"))
    with prepared(*folders) as store:
        yield store


@pytest.fixture
def store(prepared_demo: Store, tmp_path: Path) -> Iterator[Store]:
    """Where the demo of this test keeps its data."""
    with copied(prepared_demo, tmp_path) as store:
        yield store


@pytest.fixture
def demo(store: Store) -> Iterator[Demo]:
    """A demo day of this test's own, served and not yet started."""
    with serve_at_once(store) as demo:
        yield demo


@pytest.fixture
def screens(browser: Browser, demo: Demo, request: pytest.FixtureRequest) -> Iterator[Screens]:
    """Opens people's screens. The test fails when any of them, or the server, met an error."""
    screens = Screens(browser)
    yield screens
    if "Traceback" in demo.log:
        screens.troubles.append("the server: see its log")
    if screens.troubles or FAILED in request.node.stash:
        folder = request.config.rootpath / "var" / "screenshots"
        name = re.sub(r"\W+", "-", request.node.name)
        print("Screenshots:", *screens.photograph(folder / name), sep="\n  ")
        print("Server log:", demo.log, sep="\n")
    screens.close()
    assert not screens.troubles, "\n".join(screens.troubles)


@pytest.fixture
def coach(screens: Screens, demo: Demo) -> Coach:
    """The coach of a day in which people may put up what they hope for."""
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    coach.opens("Verwachtingen", "Verwachtingen")
    coach.is_at("Verwachtingen")
    return coach


@pytest.fixture
def anna(screens: Screens, demo: Demo, coach: Coach) -> Teacher:
    opens_link(screens, demo, "Anna")
    return joins(screens, "Anna")


@pytest.fixture
def bram(screens: Screens, demo: Demo, coach: Coach) -> Teacher:
    opens_link(screens, demo, "Bram")
    return joins(screens, "Bram")


@pytest.fixture
def youssef(screens: Screens, demo: Demo, coach: Coach) -> Coach:
    """The second coach, with an account and a laptop of his own."""
    return signs_in(screens, demo, SECOND_COACH, coach.page.url)


@pytest.fixture
def six(screens: Screens, demo: Demo, coach: Coach, youssef: Coach) -> list[Teacher]:
    """Six teachers sit in threes and talk about the cards; one of them has a phone."""
    for number, name in enumerate(SIX):
        opens_link(screens, demo, name, LAPTOP if number else PHONE)
    everyone = [joins(screens, name) for name in SIX]
    coach.opens("Datamuur", "Lezen")
    coach.makes_groups()
    coach.presses("Volgende stap")
    for teacher in everyone:
        teacher.is_at("Bespreken")
        expect(teacher.room.get_by_role("listitem")).to_have_count(3)
    youssef.is_at("Bespreken")
    return everyone
