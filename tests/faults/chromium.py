"""One real browser beside the simulated ones."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import QUIET, chromium
from tests.faults.browser import Browser
from tests.faults.room import Room


@asynccontextmanager
async def real_page(room: Room, number: int) -> AsyncIterator[Page]:
    """The page of the day of this person, in Chromium. Skips, or fails, where there is none."""
    browser = Browser(room.port, [])
    cookie = {"name": room.day.cookie, "value": room.day.tokens[number], "url": browser.origin}
    async with async_playwright() as playwright:
        chrome = await playwright.chromium.launch(
            executable_path=chromium(), chromium_sandbox=False, args=QUIET
        )
        context = await chrome.new_context(locale="nl-NL")
        await context.add_cookies([cookie])
        page = await context.new_page()
        await page.goto(browser.origin + room.day.path)
        yield page
        await chrome.close()
