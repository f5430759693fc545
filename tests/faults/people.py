"""Someone who takes part: writes post-its as static/js/composer.js sends them."""

import asyncio
import re
import uuid
from contextlib import suppress

from scholendag.rehearsal.forms_on_page import PageForm, forms_on
from tests.faults.browser import Answer, Browser, Unreachable
from tests.faults.live_page import LivePage
from tests.faults.region import pause
from tests.faults.screen import Screen

NOTE_ID = re.compile(r'id="post-it-(\d+)"')


class Person:
    """A deelnemer with the page of the day open. `stored` has what was acknowledged, by pk."""

    def __init__(self, name: str, browser: Browser, path: str) -> None:
        self.name = name
        self.browser = browser
        self.page = LivePage(browser, path)
        self.stored: dict[int, str] = {}
        self.refused: list[str] = []
        # How often something had to be sent again.
        self.tries_again = 0

    @property
    def screen(self) -> Screen:
        """What this person sees."""
        return self.page.region.screen

    async def opens(self) -> None:
        """Open the page; whoever waits in vain does so once more."""
        attempt = 0
        while not self.page.region.source:
            with suppress(Unreachable):
                await self.page.open()
                return
            await asyncio.sleep(pause(attempt))
            attempt += 1

    async def writes(self, text: str) -> None:
        """Keep sending it under one id until the server has answered."""
        data = {"text": text, "client_id": str(uuid.uuid4())}
        answer = await self._sends(self._composer().action, data)
        if answer.status >= 400:
            self.refused.append(f"{self.name}: {answer.status} on {text}: {answer.text}")
            return
        self.stored[int(NOTE_ID.search(answer.text)[1])] = text
        self.page.region.answered(answer.text)

    async def changes(self, note: int, text: str) -> None:
        """Put other words on a note of one's own."""
        answer = await self._sends(f"/notities/{note}/wijzig/", {"text": text})
        assert answer.status == 200, f"{answer.request}: {answer.status}"
        self.stored[note] = text
        self.page.region.answered(answer.text)

    async def takes_back(self, note: int) -> None:
        """Take a note of one's own away, pressing again until that has been answered."""
        answer = await self._sends(f"/notities/{note}/weg/", {})
        # Sent again after a lost answer it is gone already.
        assert answer.status in (200, 404), f"{answer.request}: {answer.status}"
        self.stored.pop(note)
        self.page.region.answered(answer.text)

    def _composer(self) -> PageForm:
        return next(form for form in forms_on(self.page.region.source) if form.lane)

    async def _sends(self, path: str, data: dict[str, str]) -> Answer:
        attempt = 0
        while True:
            with suppress(Unreachable):
                answer = await self.browser.post(path, data, self.page.region.headers)
                if answer.is_answer:
                    return answer
            self.tries_again += 1
            await self._pauses(attempt)
            attempt += 1

    async def _pauses(self, attempt: int) -> None:
        """Longer each time, and no longer than until the server is back."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.page.opened.wait(), pause(attempt))


async def comes_in(name: str, browser: Browser, join_path: str) -> Person:
    """Someone new opens the link, says a name, and is in the day."""
    page = await browser.get(join_path)
    form = next(form for form in forms_on(page.text) if "name" in form.fields)
    answer = await browser.post(form.action, form.fields | {"name": name}, {})
    assert answer.status == 302, f"{answer.request}: {answer.status}"
    person = Person(name, browser, answer.headers["Location"])
    await person.page.open()
    return person
