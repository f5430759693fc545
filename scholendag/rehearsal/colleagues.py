"""Simulated colleagues who join and take part, so that one can rehearse a whole day alone.

They use nothing but what a browser gets: the join page, the page of the day and its forms.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from django.urls import reverse

from scholendag.rehearsal.answers import Answers
from scholendag.rehearsal.browsers import Browser, Unreachable
from scholendag.rehearsal.forms_on_page import PageForm, forms_on
from scholendag.rehearsal.people import colleague
from scholendag.sessies.models import Sessie
from scholendag.sessies.sharing import join_path

# Someone looks at the screen every few seconds, and writes now and then.
GLANCE_SECONDS = (3.0, 8.0)
WRITES = 0.5
# How many post-its someone has for one lane. Anything else is filled in once.
POST_ITS = (1, 2)
OK = 200


class ShownOut(Exception):  # noqa: N818 - reads as what happened
    """There is no place here any more: the day is gone, or the coach took this one out."""


@dataclass(frozen=True)
class Way:
    """The paths of a day: where one joins, and where one takes part."""

    join: str
    day: str


@dataclass
class Colleague:
    """One simulated colleague with a browser of their own."""

    name: str
    bouw: str
    browser: Browser
    way: Way
    answers: Answers
    post_its: int = field(default_factory=partial(random.choice, POST_ITS))
    is_in: bool = False
    written: Counter[str] = field(default_factory=Counter)

    def turn(self) -> float | None:
        """Join, or take part; then the seconds until the next glance. None for who is shown out.

        Whose network fails tries again later, like anyone.
        """
        try:
            if self.is_in:
                self.take_part()
            else:
                self.join()
        except Unreachable:
            pass
        except ShownOut:
            return None
        return random.uniform(*GLANCE_SECONDS)  # noqa: S311 - no secret depends on it

    def join(self) -> None:
        """Fill in the join form as anyone would; who was here before says so and goes on."""
        form = _join_form(self._look(self.way.join))
        if form is None:
            raise ShownOut
        answer = self._submit(form, {"name": self.name, "bouw": self.bouw})
        again = [form for form in forms_on(answer) if form.fields.get("name") == self.name]
        if again and _join_form(answer):
            self._submit(again[0], {})
        self.is_in = True

    def take_part(self) -> None:
        """Look at the page of the day, and perhaps fill in one form that is open."""
        page = self._look(self.way.day)
        if _join_form(page):
            raise ShownOut
        options = [form for form in forms_on(page) if self._has_something_to_say(form)]
        if options and random.random() < WRITES:  # noqa: S311
            form = random.choice(options)  # noqa: S311
            self._submit(form, self.answers.to(form))
            self.written[form.occasion] += 1

    def _has_something_to_say(self, form: PageForm) -> bool:
        enough = self.post_its if form.lane else 1
        return self.answers.has_one_for(form) and self.written[form.occasion] < enough

    def _look(self, path: str) -> str:
        """The page there. Raises ShownOut when there is none, Unreachable when there may be."""
        answer = self.browser.get(path)
        if answer.is_breakdown:
            raise Unreachable
        if answer.status != OK:
            raise ShownOut
        return answer.text

    def _submit(self, form: PageForm, answers: dict[str, str]) -> str:
        """What is answered to the form, also when that is what is wrong with it."""
        headers = {"X-Als": "deelnemer", **({"X-CSRFToken": form.csrf} if form.csrf else {})}
        answer = self.browser.post(form.action or self.way.day, form.fields | answers, headers)
        if answer.is_breakdown:
            raise Unreachable
        return answer.text


def colleagues_of(sessie: Sessie, number: int, browser: Callable[[], Browser]) -> list[Colleague]:
    """So many colleagues who will join this sessie, each with a new browser."""
    way = Way(join_path(sessie), reverse("stage:deelnemer", args=[sessie.code]))
    answers = Answers()
    return [Colleague(*colleague(index), browser(), way, answers) for index in range(number)]


def _join_form(page: str) -> PageForm | None:
    """The form that asks who you are: it alone asks for a bouw."""
    return next((form for form in forms_on(page) if "bouw" in form.fields), None)
