"""What a deelnemer's browser fetches from a host before they can write, and how it may keep it."""

import re
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from scholendag import bundles
from scholendag.collected import STYLES
from tests.browser.people import Coach, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo

MOST = 200_000  # bytes
STATIC = settings.BASE_DIR / "static"
# Every rule as Chromium understands it: for which elements or when, and which properties it sets.
RULES = """(text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const head = (rule) => rule.selectorText ?? rule.conditionText ?? rule.name ?? rule.nameText;
    const flat = (rules) => [...rules].flatMap((rule) => [
        `${rule.constructor.name} ${head(rule)} ${[...(rule.style ?? [])].sort()}`,
        ...flat(rule.cssRules ?? []),
    ]);
    return flat(sheet.cssRules);
}"""


class Wire:
    """What comes over the wire for one page, by Chromium's own count."""

    def __init__(self, page: Page) -> None:
        self.answers: dict[str, dict[str, Any]] = {}
        self.bytes = 0
        self._open: dict[str, dict[str, Any]] = {}
        tools = page.context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.on("Network.responseReceived", self._began)
        tools.on("Network.loadingFinished", self._ended)

    def anew(self) -> None:
        self.answers, self.bytes = {}, 0

    def headers(self, path: str) -> dict[str, str]:
        return {key.lower(): value for key, value in self.answers[path]["headers"].items()}

    def _began(self, event: dict[str, Any]) -> None:
        self._open[event["requestId"]] = event["response"]

    def _ended(self, event: dict[str, Any]) -> None:
        answer = self._open.get(event["requestId"])
        if answer and event["encodedDataLength"]:
            self.answers[re.sub(r"^https?://[^/]+", "", answer["url"])] = answer
            self.bytes += event["encodedDataLength"]


@pytest.fixture
def cold(screens: Screens, demo: Demo, coach: Coach) -> Wire:
    """Anna opens the page of the day with nothing kept, not even the files."""
    opens_link(screens, demo, "Anna")
    anna = joins(screens, "Anna")
    anna.post_it("Verwachtingen")
    anna.page.context.new_cdp_session(anna.page).send("Network.clearBrowserCache")
    page = anna.page.context.new_page()
    wire = Wire(page)
    page.goto(anna.page.url, wait_until="networkidle")
    expect(page.get_by_role("button", name="Plak")).to_be_visible()
    return wire


def test_the_whole_page_is_light_and_its_files_may_be_kept_for_ever(cold: Wire) -> None:
    assert 0 < cold.bytes < MOST
    static = [path for path in cold.answers if path.startswith("/static/")]
    [page] = set(cold.answers) - set(static)
    assert cold.headers(page)["content-encoding"] == "gzip"
    # One stylesheet, htmx and two extensions, one script of ours, and perhaps the icon.
    assert 5 <= len(static) <= 6
    for path in static:
        headers = cold.headers(path)
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", path), path
        assert headers["content-encoding"] == "br", path
        assert "immutable" in headers["cache-control"], path
        assert int(re.search(r"max-age=(\d+)", headers["cache-control"])[1]) >= 31_536_000


def test_who_comes_by_the_link_has_all_of_it_before_the_page_of_the_day(
    screens: Screens, demo: Demo, coach: Coach
) -> None:
    opens_link(screens, demo, "Anna")
    page = screens.contexts["Anna"].pages[0]
    page.wait_for_load_state("networkidle")
    wire = Wire(page)
    anna = joins(screens, "Anna")
    expect(anna.page.get_by_role("button", name="Plak")).to_be_visible()
    assert [path for path in wire.answers if path.startswith("/static/")] == []


def test_no_style_is_lost_without_the_comments(browser: Browser) -> None:
    whole = "".join(
        bundles.stylesheet(name, lambda source: (STATIC / source).read_text()) for name in STYLES
    )
    page = browser.new_page()
    written, made = (page.evaluate(RULES, text) for text in (whole, bundles.bare(whole)))
    page.close()
    assert len(written) > 500
    assert made == written
