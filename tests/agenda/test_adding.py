"""Adding to the agenda: blocks of a programme or empty ones, and steps of their instrument."""

import pytest
from django.urls import reverse

from scholendag.agenda import adding
from scholendag.agenda.content import StepContent
from scholendag.agenda.models import Programme, Step
from scholendag.agenda.queries import steps_of
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused
from tests.cast import Cast


def order(day: Sessie) -> list[tuple[str, str]]:
    return [(step.block.title, step.title) for step in steps_of(day.pk)]


def test_a_day_and_a_block_hold_only_so_much(
    coach: Actor, steps: list[Step], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MOST_STEPS", 2)
    with pytest.raises(Refused, match="hooguit"):
        adding.add_step(coach, steps[0].block, StepContent("Nog", "uitleg", steps[0].minutes), None)


def test_a_block_of_a_programme_comes_with_its_steps(cast: Cast, day: Sessie) -> None:
    url = reverse("agenda:add-block", args=[day.pk])
    client = cast.client(cast.marieke)
    assert "Kleine dag" in client.get(url).content.decode()
    programme = Programme.objects.get(slug="kleine-dag")
    first = day.blocks.first()
    assert first
    fields = {"what": f"{programme.pk}-1", "title": "Weer samen", "place": f"voor-{first.pk}"}
    assert client.post(url, fields).status_code == 302
    assert order(day)[:2] == [("Weer samen", "Praten"), ("Weer samen", "Stilte")]
    empty = {"what": "leeg-pauze", "title": "", "place": "eind"}
    assert client.post(url, empty).status_code == 302
    assert order(day)[-1] == ("Pauze", "Pauze")
    for wrong in ({"what": "leeg-geheim"}, {"what": ""}, {"place": "voor-0"}):
        assert client.post(url, fields | wrong).status_code == 422


def test_a_step_is_added_in_a_phase_of_its_instrument(
    cast: Cast, day: Sessie, steps: list[Step]
) -> None:
    block = steps[0].block
    url = reverse("agenda:add-step", args=[day.pk, block.pk])
    fields = {
        "phase": "programma",
        "title": "Nog een plan",
        "minutes": "3",
        "prompt": "Lees\r\nmee.",
        "place": f"voor-{steps[1].pk}",
    }
    client = cast.client(cast.marieke)
    assert client.post(url, fields).status_code == 302
    assert [title for _, title in order(day)] == [
        "Hallo",
        "Nog een plan",
        "Plan",
        "Praten",
        "Stilte",
    ]
    assert steps_of(day.pk)[1].prompt == "Lees\nmee."
    for wrong in ({"phase": "gesprek"}, {"minutes": "0"}, {"title": ""}, {"place": "in-0"}):
        assert client.post(url, fields | wrong).status_code == 422
