"""One real browser beside the simulated ones."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, async_playwright, expect

from tests.browser.chromium import QUIET
from tests.browser.conftest import chromium_path
from tests.faults.browser import Browser
from tests.faults.room import Room


@asynccontextmanager
async def real_page(room: Room, number: int, port: int = 0) -> AsyncIterator[Page]:
    """The page of the day of this person, in Chromium, on this address or on that of the room.

    Skips, or fails, where there is no Chromium.
    """
    browser = Browser(port or room.port, [])
    cookie = {"name": room.day.cookie, "value": room.day.tokens[number], "url": browser.origin}
    async with async_playwright() as playwright:
        chrome = await playwright.chromium.launch(
            executable_path=chromium_path(), chromium_sandbox=False, args=QUIET
        )
        context = await chrome.new_context(locale="nl-NL")
        await context.add_cookies([cookie])
        page = await context.new_page()
        await page.goto(browser.origin + room.day.path)
        yield page
        await chrome.close()


async def types(page: Page, text: str) -> None:
    """Begin a post-it, and mark the page: a reload would lose the mark."""
    await page.evaluate("window.sameDocument = true")
    await page.locator("#stage .composer textarea").first.fill(text)


async def still_has(page: Page, text: str) -> None:
    """What was begun stands there as it was, on the same page."""
    await expect(page.locator("#stage .composer textarea").first).to_have_value(text)
    assert await page.evaluate("window.sameDocument === true")
