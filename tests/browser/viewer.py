"""Whoever has a page of the day open: what they see, and what their browser was sent."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.screens import PATIENCE, Screens

SOCKET_IS_OPEN = """() => {
    const place = document.querySelector("[data-live]")?.getAttribute("hx-ws:connect");
    return htmx.ext.ws.getRegistry().get(place)?.socket?.readyState === WebSocket.OPEN;
}"""


LATER_IS_THERE = """async () => {
    const later = document.querySelector("meta[name=later]")?.content;
    if (later) await import(later);
}"""


class Viewer:
    """A live page of the day, in a browser of its own."""

    role: str

    def __init__(self, screens: Screens, name: str, page: Page, *, is_live: bool = True) -> None:
        self.name = name
        self.page = page
        self.stage = page.locator("#stage")
        self.received = screens.received[name]
        self.settles_in(is_live=is_live)

    def settles_in(self, *, is_live: bool = True) -> None:
        """Wait until the page is live, and mark it: a reload would lose the mark."""
        if is_live:
            self.page.wait_for_function(SOCKET_IS_OPEN)
            self.page.evaluate(LATER_IS_THERE)
        self.page.evaluate("window.sameDocument = true")

    def waits_until(self, what: Callable[[], object], patience: int = PATIENCE) -> None:
        """Until the test itself finds this so, while the page goes on; patience in milliseconds."""
        deadline = time.monotonic() + patience / 1000
        while not what():
            assert time.monotonic() < deadline, f"{self.name} waited in vain"
            self.page.evaluate("new Promise((done) => setTimeout(done, 20))")

    def never_reloaded(self) -> None:
        assert self.page.evaluate("window.sameDocument === true"), f"{self.name} had to reload"

    def is_at(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def sees(self, *texts: str) -> None:
        for text in texts:
            expect(self.stage.get_by_text(text).filter(visible=True).first).to_be_visible()

    def sees_no(self, text: str) -> None:
        """Not even hidden."""
        expect(self.stage.get_by_text(text)).to_have_count(0)

    def note(self, text: str) -> Locator:
        return self.stage.get_by_role("listitem").filter(has_text=text)

    def reads(self, *texts: str) -> None:
        """Each of these notes hangs there, once."""
        for text in texts:
            expect(self.note(text)).to_have_count(1)
            expect(self.note(text)).to_be_visible()

    def reads_no(self, text: str) -> None:
        """There is no such note, or none any more."""
        expect(self.note(text)).to_have_count(0)

    def menu(self, text: str) -> Locator:
        """What can be chosen from on the note with this text."""
        return self.note(text).locator("summary:visible")

    def region(self, name: str) -> Locator:
        return self.stage.get_by_role("region", name=name, exact=True)

    def group(self, name: str) -> Locator:
        """Part of a board: a lane, or what was put together in one."""
        return self.stage.get_by_role("group", name=name, exact=True)

    def field(self, label: str) -> Locator:
        """Something to fill in; not the part of the page that goes by the same name."""
        fields = self.stage.locator("input, textarea, select")
        return self.stage.get_by_label(label, exact=True).and_(fields)

    def has_nothing_to_write_in(self) -> None:
        expect(self.stage.get_by_role("textbox")).to_have_count(0)

    def presses(self, button: str) -> None:
        self.stage.get_by_role("button", name=button, exact=True).click()

    def confirms(self, button: str) -> None:
        """Press a button that asks whether you are sure."""
        self.page.once("dialog", lambda dialog: dialog.accept())
        self.presses(button)

    def time_left(self) -> str:
        """Minutes and seconds, as the clock shows them."""
        shown = re.search(r"\d+:\d\d", self.stage.get_by_role("timer").inner_text())
        assert shown
        return shown[0]

    def sees_time_left(self, time: str) -> None:
        expect(self.stage.get_by_role("timer")).to_contain_text(time)
