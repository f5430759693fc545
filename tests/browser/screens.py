"""Everyone's screens in one test, each a browser of its own; whatever goes wrong is remembered."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize

from tests.browser.received import Received

PHONE = ViewportSize(width=390, height=844)
TABLET = ViewportSize(width=820, height=1180)
LAPTOP = ViewportSize(width=1366, height=768)
BEAMER = ViewportSize(width=1920, height=1080)

PATIENCE = 15_000  # milliseconds that a click or a navigation may take on a busy machine
# Wrong input is answered with 422, which Chromium reports as if something broke.
NO_TROUBLE = [r"the server responded with a status of 422"]
REPORT_VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`))"""


class Screens:
    """Opens a screen for each person. `troubles` holds every error of any page of theirs."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: dict[str, BrowserContext] = {}
        self.received: dict[str, Received] = {}
        self.troubles: list[str] = []
        self.expected = list(NO_TROUBLE)

    def open(self, who: str, url: str, viewport: ViewportSize = LAPTOP, **options: Any) -> Page:
        """The page at `url` in this person's own browser: a new tab when they have one already."""
        if who not in self.contexts:
            self.contexts[who] = self._new_context(who, viewport=viewport, **options)
        page = self.contexts[who].new_page()
        page.goto(url)
        return page

    def leaves(self, who: str) -> None:
        """This person's laptop drops, with all that was open on it."""
        self.contexts.pop(who).close()

    def expect(self, *patterns: str) -> None:
        """From now on, errors that match one of these are part of the test, not trouble."""
        self.expected += patterns

    def photograph(self, folder: Path) -> list[Path]:
        """A picture of every page that is open, one file each."""
        folder.mkdir(parents=True, exist_ok=True)
        pictures = []
        for who, context in self.contexts.items():
            for number, page in enumerate(context.pages, start=1):
                pictures.append(folder / f"{who}-{number}.png")
                page.screenshot(path=pictures[-1], full_page=True)
        return pictures

    def close(self) -> None:
        """Close every browser, as everyone going home."""
        for context in self.contexts.values():
            context.close()

    def _new_context(self, who: str, **options: Any) -> BrowserContext:
        context = self.browser.new_context(
            locale="nl-NL", timezone_id="Europe/Amsterdam", reduced_motion="reduce", **options
        )
        self.received[who] = Received(context)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", lambda message: self._on_console(who, message))
        context.on("weberror", lambda error: self._note(who, f"uncaught {error.error}"))
        return context

    def _on_console(self, who: str, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(who, f"{message.text} ({message.location['url']})")

    def _note(self, who: str, what: str) -> None:
        if not any(re.search(pattern, what) for pattern in self.expected):
            self.troubles.append(f"{who}: {what}")
