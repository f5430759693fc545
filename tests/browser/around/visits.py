"""Going to pages and looking at them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.observing import Observer


@dataclass
class Visit:
    """Someone who goes from page to page of the demo, while the observer looks along."""

    observer: Observer
    role: str
    page: Page

    def looks_at(self, moment: str, path: str = "") -> None:
        """At the page of this path on the same server; without one, at the page as it is."""
        if path:
            parts = urlsplit(self.page.url)
            self.page.goto(f"{parts.scheme}://{parts.netloc}{path}")
        self.observer(moment, self.role, self.page)

    def paths(self, links: str) -> list[str]:
        """Where these links of the page go to."""
        found = self.page.locator(links).all()
        return [link.get_attribute("href") or "" for link in found]

    def presses(self, moment: str, button: str) -> None:
        """And looks at the page that follows."""
        self.page.locator("#stage").get_by_role("button", name=button, exact=True).first.click()
        self.page.wait_for_load_state()
        self.observer(moment, self.role, self.page)
