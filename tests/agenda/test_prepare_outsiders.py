"""Who has no right to an agenda finds nothing, and nothing changes by following a link."""

from typing import Any

from scholendag.agenda.models import Programme, Step
from scholendag.sessies.models import Sessie
from tests.agenda.test_prepare import order, post, url
from tests.cast import Cast, StepFactory

CountQueries = Any


STEP_PATHS = ("change-minutes", "change-step", "step-earlier", "step-later")
BLOCK_PATHS = ("block-earlier", "block-later")


def test_an_outsider_finds_nothing(
    cast: Cast, day: Sessie, steps: list[Step], programme: Programme
) -> None:
    fields = {"minutes": 99, "title": "Gehackt", "prompt": "", "date": "2026-05-06", "time": "9:00"}
    for who in (cast.olaf, cast.anna, cast.zoe, None):
        client = cast.client(who)
        assert client.get(url("prepare", day)).status_code == 404
        assert client.post(url("change-day", day), fields).status_code == 404
        for name in STEP_PATHS:
            assert client.post(url(name, day, steps[1].pk), fields).status_code == 404
        for name in BLOCK_PATHS:
            assert client.post(url(name, day, steps[0].block.pk), fields).status_code == 404
    assert order(day) == ["Hallo", "Plan", "Praten", "Stilte"]
    assert Step.objects.get(pk=steps[1].pk).minutes == steps[1].minutes


def test_a_step_of_another_day_is_not_reached_through_ones_own(cast: Cast, day: Sessie) -> None:
    foreign = StepFactory.create(block__sessie=cast.other_sessie, title="Geheim")
    for name in STEP_PATHS:
        response = post(cast, name, day, foreign.pk, minutes=99, title="Gehackt", prompt="")
        assert response.status_code == 404
    for name in BLOCK_PATHS:
        assert post(cast, name, day, foreign.block.pk).status_code == 404
    assert Step.objects.get(pk=foreign.pk).title == "Geheim"


def test_nothing_changes_by_following_a_link(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    client = cast.client(cast.marieke)
    for name in STEP_PATHS:
        assert client.get(url(name, day, steps[0].pk)).status_code == 405
    for name in BLOCK_PATHS:
        assert client.get(url(name, day, steps[0].block.pk)).status_code == 405
    assert order(day) == ["Hallo", "Plan", "Praten", "Stilte"]
