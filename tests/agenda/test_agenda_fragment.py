"""`agenda/_agenda.html`: the list beside a running day."""

import re
from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from scholendag.agenda import running
from scholendag.agenda.models import Step
from scholendag.agenda.queries import current_step, timetable
from scholendag.sessies.models import Sessie
from tests.agenda.days import seen
from tests.cast import Cast


def agenda(day: Sessie, *, for_coach: bool) -> str:
    context = {
        "timetable": timetable(day),
        "sessie": day,
        "step": current_step(day.pk),
        "for_coach": for_coach,
    }
    return render_to_string("agenda/_agenda.html", context)


def go_to(day: Sessie, step: Step) -> str:
    return reverse("stage:go-to", args=[day.pk, step.pk])


def test_a_deelnemer_sees_the_blocks_and_the_steps_of_now(
    cast: Cast, day: Sessie, steps: list[Step], wait_until: Callable[[float], None]
) -> None:
    running.go_to(day, steps[3], None, cast.coach)
    html = agenda(day, for_coach=False)
    assert re.findall(r"<time>([\d.]+)</time>", html) == ["13.00", "13.04"]
    assert "Begin" in html
    assert "Hallo" not in html
    assert "Praten" in html
    assert "Stilte" in html
    assert html.count("Jij bent hier") == 1
    assert html.count('aria-current="step"') == 1
    assert "hx-post" not in html


def test_before_the_start_nobody_is_anywhere(day: Sessie) -> None:
    html = agenda(day, for_coach=False)
    assert "Jij bent hier" not in html
    assert "is-current" not in html
    assert "is-done" not in html


def test_the_coach_can_open_every_step_but_the_running_one(
    cast: Cast, day: Sessie, steps: list[Step]
) -> None:
    running.go_to(day, steps[1], None, cast.coach)
    html = agenda(day, for_coach=True)
    assert [go_to(day, step) in html for step in steps] == [True, False, True, True]
    assert html.count(f'name="seen" value="{steps[1].pk}"') == 3
    assert "Open je de stap Praten?" in html


def test_before_the_start_the_coach_has_seen_no_step(day: Sessie) -> None:
    assert agenda(day, for_coach=True).count('name="seen" value=""') == 4


def test_of_a_closed_day_no_step_can_be_opened(cast: Cast, day: Sessie) -> None:
    running.start(day, cast.coach)
    running.end(day, seen(day), cast.coach)
    html = agenda(day, for_coach=True)
    assert "hx-post" not in html
    assert html.count("agenda__block is-done") == 2


@pytest.mark.parametrize("for_coach", [True, False])
def test_a_title_is_text(day: Sessie, for_coach: bool) -> None:
    day.blocks.update(title="<script>Kwaad")
    Step.objects.filter(block__sessie=day).update(title='"><script>Kwaad')
    assert "<script>" not in agenda(day, for_coach=for_coach)
