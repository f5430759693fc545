"""The one who leads the day, from a browser that is signed in."""

import json

from scholendag.rehearsal.forms_on_page import forms_on
from tests.faults.browser import Browser
from tests.faults.day import Day
from tests.faults.region import HEADERS


class Coach:
    """Presses the buttons of the begeleider page."""

    def __init__(self, browser: Browser, path: str) -> None:
        self.browser = browser
        self.path = path

    async def presses(self, verb: str) -> None:
        """The button that goes to this: `volgende` or `terug`, from the page as it is now."""
        page = (await self.browser.get(self.path)).text
        form = next(form for form in forms_on(page) if form.action.endswith("/knop/volgende/"))
        path = form.action.replace("volgende", verb)
        answer = await self.browser.post(path, form.fields, json.loads(HEADERS.search(page)[1]))
        assert answer.status == 200, f"{answer.request}: {answer.status}"

    async def posts(self, path: str) -> None:
        """Press the button that goes to this path."""
        headers = json.loads(HEADERS.search((await self.browser.get(self.path)).text)[1])
        answer = await self.browser.post(path, {}, headers)
        assert answer.status < 400, f"{answer.request}: {answer.status}"


async def signs_in(browser: Browser, day: Day) -> Coach:
    """The coach of this day."""
    answer = await browser.get(day.coach)
    assert answer.status == 302, f"{answer.request}: {answer.status}"
    return Coach(browser, answer.headers["Location"])
