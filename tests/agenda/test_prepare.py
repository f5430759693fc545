import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from scholendag.agenda import running
from scholendag.agenda.models import Block, Step
from scholendag.agenda.queries import steps_of
from scholendag.sessies.models import Sessie
from tests.agenda.days import seen
from tests.cast import Cast, StepFactory

CountQueries = Any


def url(name: str, day: Sessie, *rest: int) -> str:
    return reverse(f"agenda:{name}", args=[day.pk, *rest])


def page_of(cast: Cast, day: Sessie) -> str:
    return cast.client(cast.marieke).get(url("prepare", day)).content.decode()


def post(cast: Cast, name: str, day: Sessie, *rest: int, **data: Any) -> HttpResponse:
    return cast.client(cast.marieke).post(url(name, day, *rest), data)


def times(page: str) -> list[str]:
    return re.findall(r"<time>([\d.]+)</time>", page)


def order(day: Sessie) -> list[str]:
    return [step.title for step in steps_of(day.pk)]


def runs_to(day: Sessie, steps: list[Step], last: int, cast: Cast) -> None:
    """Every step up to this one was opened in its turn."""
    running.start(day, cast.coach)
    for _ in range(last):
        running.next_step(day, seen(day), cast.coach)


def test_the_coach_sees_the_whole_agenda_with_its_times(cast: Cast, day: Sessie) -> None:
    page = page_of(cast, day)
    assert "Samen 12 minuten: 13.00 tot 13.12 uur" in page
    assert times(page) == ["13.00", "13.02", "13.04", "13.09"]
    assert "13.04 tot 13.12 uur · 7,5 minuten" in page
    for words in ("Begin", "Hallo", "Praat met elkaar.", "drietallen", "Elkaar kennen."):
        assert words in page
    assert f'href="{reverse("sessies:share", args=[day.pk])}"' in page
    assert day.code in page


def test_the_menu_of_a_step_and_of_a_block_leads_to_a_page_of_places(
    cast: Cast, day: Sessie, steps: list[Step]
) -> None:
    page = cast.client(cast.marieke).get(url("prepare", day)).content.decode()
    for name, row in (("step-place", steps[2]), ("block-place", steps[2].block)):
        place = url(name, day, row.pk)
        assert f'href="{place}">Zet ergens anders…</a>' in page
        places = cast.client(cast.marieke).get(place).content.decode()
        assert f"Waar komt {row}?" in places
        assert places.count('type="radio"') + places.count("<option") > 1


def test_the_page_takes_as_many_queries_for_a_long_day(
    cast: Cast, day: Sessie, django_assert_num_queries: CountQueries
) -> None:
    client = cast.client(cast.marieke)
    with django_assert_num_queries(8):
        client.get(url("prepare", day))
    for _ in range(5):
        block = Block.objects.create(sessie=day, position=9, title="Meer", instrument="uitleg")
        StepFactory.create_batch(4, block=block)
    with django_assert_num_queries(8):
        client.get(url("prepare", day))


def test_other_minutes_move_every_later_time(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    response = post(cast, "change-minutes", day, steps[0].pk, minutes="12.5")
    page = response.content.decode()
    assert response.status_code == 200
    assert "Samen 22,5 minuten: 13.00 tot 13.22 uur" in page
    assert times(page) == ["13.00", "13.12", "13.15", "13.20"]
    assert 'value="12.5"' in page
    assert "<html" not in page


@pytest.mark.parametrize(
    "minutes", ["", "0", "0.4", "240.5", "-5", "veel", "1e9", "NaN", "2.25", "9" * 300]
)
def test_wrong_minutes_are_refused_beside_the_field(
    cast: Cast, day: Sessie, steps: list[Step], minutes: str
) -> None:
    response = post(cast, "change-minutes", day, steps[0].pk, minutes=minutes)
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count("field__error") == 1
    assert f'value="{minutes}"' in page or not minutes
    assert times(page) == ["13.00", "13.02", "13.04", "13.09"]
    assert Step.objects.get(pk=steps[0].pk).minutes == 2


def test_a_step_can_be_reworded(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    response = post(
        cast, "change-step", day, steps[2].pk, title="Verhalen", prompt="<b>Vertel</b> iets."
    )
    page = response.content.decode()
    assert response.status_code == 200
    assert "Verhalen" in page
    assert "&lt;b&gt;Vertel&lt;/b&gt; iets." in page
    assert "<b>Vertel" not in page


@pytest.mark.parametrize(
    ("title", "prompt", "words"),
    [
        ("", "Vertel iets moois.", "Geef de stap een titel."),
        ("x" * 81, "Vertel iets moois.", "hooguit 80 tekens, jij typte er 81"),
        ("Goed", "y" * 601, "hooguit 600 tekens, jij typte er 601"),
    ],
)
def test_wrong_texts_are_refused_and_kept(  # noqa: PLR0917
    cast: Cast, day: Sessie, steps: list[Step], title: str, prompt: str, words: str
) -> None:
    response = post(cast, "change-step", day, steps[2].pk, title=title, prompt=prompt)
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert prompt in page
    assert Step.objects.get(pk=steps[2].pk).title == "Praten"


def test_blocks_and_steps_move_by_buttons(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    post(cast, "block-later", day, steps[0].block.pk)
    assert order(day) == ["Praten", "Stilte", "Hallo", "Plan"]
    post(cast, "block-earlier", day, steps[0].block.pk)
    post(cast, "step-later", day, steps[2].pk)
    post(cast, "step-earlier", day, steps[1].pk)
    assert order(day) == ["Plan", "Hallo", "Stilte", "Praten"]


def test_only_moves_that_can_be_made_have_a_button(cast: Cast, day: Sessie) -> None:
    first, last = day.blocks.all()
    page = page_of(cast, day)
    assert url("block-later", day, first.pk) in page
    assert url("block-earlier", day, last.pk) in page
    assert url("block-earlier", day, first.pk) not in page
    assert url("block-later", day, last.pk) not in page


def test_what_has_been_has_no_forms(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    runs_to(day, steps, 2, cast)
    page = page_of(cast, day)
    for step in steps:
        is_open = step in steps[2:]
        assert (url("change-minutes", day, step.pk) in page) is is_open
        assert (url("change-step", day, step.pk) in page) is is_open
        assert (url("step-remove", day, step.pk) in page) is (step == steps[3])
    assert {"eerder", "later"}.isdisjoint(re.findall(r'hx-post="[^"]*/(\w+)/"', page))
    assert "Loopt nu" in page


def test_a_press_on_an_old_page_says_why_not(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    runs_to(day, steps, 2, cast)
    response = post(cast, "change-minutes", day, steps[0].pk, minutes="30")
    assert response.status_code == 409
    assert "Deze stap is al geweest" in response.content.decode()
    response = post(cast, "block-later", day, steps[0].block.pk)
    assert response.status_code == 409
    assert "blijft op zijn plaats" in response.content.decode()
    assert order(day) == ["Hallo", "Plan", "Praten", "Stilte"]


def test_minutes_of_what_is_to_come_change_during_the_day(
    cast: Cast, day: Sessie, steps: list[Step]
) -> None:
    running.go_to(day, steps[1], None, cast.coach)
    for step in steps[1:]:
        assert post(cast, "change-minutes", day, step.pk, minutes="20").status_code == 200
    assert "Samen 62 minuten" in page_of(cast, day)


def test_the_day_itself_can_change(cast: Cast, day: Sessie) -> None:
    response = post(
        cast, "change-day", day, title="Na de vakantie", theme="", date="2026-05-06", time="09:15"
    )
    assert response.status_code == 302
    page = page_of(cast, day)
    assert "Na de vakantie" in page
    assert "woensdag 6 mei 2026, 09.15 uur" in page
    assert times(page)[0] == "09.15"


def test_a_wrong_day_is_refused_beside_the_field(cast: Cast, day: Sessie) -> None:
    response = post(cast, "change-day", day, title="", theme="Bewaar mij", date="x", time="09:15")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Geef de dag een titel." in page
    assert "Kies een datum die bestaat." in page
    assert "Bewaar mij" in page
    assert Sessie.objects.get(pk=day.pk).title == "Onze dag"


def test_a_closed_day_is_only_read(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    running.start(day, cast.coach)
    running.end(day, seen(day), cast.coach)
    page = page_of(cast, day)
    assert "Deze dag is afgesloten." in page
    assert "hx-post" not in page
    assert post(cast, "step-later", day, steps[2].pk).status_code == 409
    response = post(cast, "change-day", day, title="A", theme="", date="2026-05-06", time="09:15")
    assert response.status_code == 422
    assert "De agenda kan niet meer veranderen." in response.content.decode()
