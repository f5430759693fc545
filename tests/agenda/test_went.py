"""Afterwards, the log shows what the plan was beside what became of it."""

import re
from collections.abc import Callable

from django.urls import reverse

from scholendag.agenda import running
from scholendag.agenda.models import Step
from scholendag.sessies.models import Sessie
from tests.agenda.days import seen
from tests.cast import Cast


def text_of(day: Sessie, cast: Cast, page: str) -> str:
    response = cast.client(cast.marieke).get(reverse(page, args=[day.pk]))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_the_log_shows_planned_and_real(
    day: Sessie, steps: list[Step], cast: Cast, wait_until: Callable[[float], None]
) -> None:
    running.start(day, cast.coach)
    wait_until(3)
    running.next_step(day, steps[0].pk, cast.coach)
    wait_until(10)
    running.end(day, seen(day), cast.coach)
    text = text_of(day, cast, "stage:log")
    assert "gepland tot 13.12 uur en eindigde om 13.10 uur" in text
    assert "Hallo Begin 13.00, 2 min 13.00 tot 13.03" in text
    assert "Plan Begin 13.02, 2,5 min 13.03 tot 13.10" in text
    assert "Praten Samen" not in text
    desk = text_of(day, cast, "stage:begeleider")
    assert "De dag eindigde om 13.10 uur. Gepland was 13.12 uur." in desk
    assert "niet gedaan" in desk


def test_a_day_that_has_not_begun_has_nothing_to_compare(day: Sessie, cast: Cast) -> None:
    assert "Gepland en echt" not in text_of(day, cast, "stage:log")
