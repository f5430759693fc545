"""Simulated colleagues who join over HTTP and take part, so that one can rehearse a whole day.

They use nothing but what a browser gets: the join page, the page of the day and its forms.
"""

import random
import threading
import time
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from django.urls import reverse

from scholendag.demo.answers import answer_for
from scholendag.demo.forms_on_page import PageForm, forms_on
from scholendag.demo.people import colleague
from scholendag.sessies.models import Sessie
from scholendag.sessies.sharing import join_path

# Someone looks at the screen every few seconds, and writes now and then.
GLANCE_SECONDS = (2.0, 6.0)
WRITES = 0.6
TIMEOUT_SECONDS = 20
SECONDS_TO_START = 60


@dataclass
class Colleague:
    """One simulated colleague with a browser of their own."""

    base: str
    name: str
    bouw: str
    opener: OpenerDirector = field(
        default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar()))
    )
    answered: set[str] = field(default_factory=set)

    def join(self, join_path: str) -> None:
        """Fill in the join form as anyone would."""
        page = self._get(join_path)
        form = next(form for form in forms_on(page) if "name" in form.fields)
        self._submit(form, join_path, {"name": self.name, "bouw": self.bouw})

    def take_part(self, day_path: str) -> None:
        """Look at the page of the day, and perhaps answer one form that is open."""
        page = self._get(day_path)
        open_forms = [form for form in forms_on(page) if self._can_answer(form)]
        if open_forms and random.random() < WRITES:  # noqa: S311 - no secret depends on it
            form = random.choice(open_forms)  # noqa: S311
            self.answered.add(form.occasion)
            self._submit(form, day_path, answer_for(form))

    def _can_answer(self, form: PageForm) -> bool:
        return bool(answer_for(form)) and form.occasion not in self.answered

    def _get(self, path: str) -> str:
        with self.opener.open(self.base + path, timeout=TIMEOUT_SECONDS) as response:
            return str(response.read().decode())

    def _submit(self, form: PageForm, page_path: str, answers: dict[str, str]) -> None:
        data = urlencode(form.fields | answers).encode()
        headers = {"X-CSRFToken": form.csrf, "X-Als": "deelnemer", "Referer": self.base}
        request = Request(  # noqa: S310 - our own server, over http
            self.base + (form.action or page_path), data=data, headers=headers
        )
        with self.opener.open(request, timeout=TIMEOUT_SECONDS):
            pass


class Colleagues:
    """All simulated colleagues of a demo, each in a thread that ends with the process."""

    def __init__(self, base: str, sessie: Sessie, number: int) -> None:
        self.join_path = join_path(sessie)
        self.day_path = reverse("stage:deelnemer", args=[sessie.code])
        self.colleagues = [Colleague(base, *colleague(index)) for index in range(number)]

    def start(self) -> None:
        """Let them join as soon as the server answers, and take part from then on."""
        for person in self.colleagues:
            threading.Thread(target=self._live, args=(person,), daemon=True).start()

    def _live(self, person: Colleague) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while not self._try(person.join, self.join_path) and time.monotonic() < deadline:
            _pause()
        while True:
            _pause()
            self._try(person.take_part, self.day_path)

    @staticmethod
    def _try(act: object, path: str) -> bool:
        """A colleague whose network fails tries again later, like anyone."""
        try:
            act(path)  # type: ignore[operator]
        except (URLError, OSError):
            return False
        return True


def _pause() -> None:
    time.sleep(random.uniform(*GLANCE_SECONDS))  # noqa: S311
