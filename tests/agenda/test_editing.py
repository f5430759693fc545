"""Changing a step or block in place, beside someone who does the same."""

from datetime import time
from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from scholendag.agenda import editing, running
from scholendag.agenda.models import Block, Step
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused
from tests.cast import Cast

GROUPS = {"grouping": "trio", "division": "trio"}


def fields(step: Step, **changed: Any) -> dict[str, Any]:
    """The form of this step as the page shows it, with what it began with, and what was typed."""
    shown = {
        "title": step.title,
        "prompt": step.prompt,
        "grouping": step.grouping,
        "division": step.division,
        "slack": step.slack,
        "shortest": "" if step.shortest is None else step.shortest,
    }
    return shown | {f"was-{name}": value for name, value in shown.items()} | changed


def change(cast: Cast, step: Step, **changed: Any) -> HttpResponse:
    url = reverse("agenda:change-step", args=[step.block.sessie_id, step.pk])
    return cast.client(cast.marieke).post(url, fields(step, **changed))


def now(step: Step) -> Step:
    return Step.objects.get(pk=step.pk)


def test_two_coaches_change_different_fields_and_both_stay(
    coach: Actor, joris: Actor, steps: list[Step]
) -> None:
    hello = steps[0]
    editing.change_step(coach, hello, {"title": "Dag"}, seen={"title": "Hallo"})
    editing.change_step(joris, hello, {"prompt": "Kom binnen."}, seen={"prompt": "Welkom."})
    assert (now(hello).title, now(hello).prompt) == ("Dag", "Kom binnen.")


def test_who_changes_the_same_field_later_is_asked_first(cast: Cast, steps: list[Step]) -> None:
    hello = steps[0]
    Step.objects.filter(pk=hello.pk).update(title="Van Joris")
    response = change(cast, hello, title="Van mij", prompt="Ook van mij")
    page = response.content.decode()
    assert response.status_code == 422
    assert "Daar staat nu: “Van Joris”." in page
    assert 'value="Van mij"' in page
    assert (now(hello).title, now(hello).prompt) == ("Van Joris", "Welkom.")
    again = {"was-title": "Van Joris"}
    assert change(cast, hello, title="Van mij", **again).status_code == 200
    assert now(hello).title == "Van mij"


def test_what_was_not_touched_is_not_put_back_to_what_it_was(cast: Cast, steps: list[Step]) -> None:
    hello = steps[0]
    Step.objects.filter(pk=hello.pk).update(prompt="Van Joris")
    assert change(cast, hello, title="Van mij").status_code == 200
    assert (now(hello).title, now(hello).prompt) == ("Van mij", "Van Joris")


def test_a_step_can_get_groups_of_its_own(cast: Cast, steps: list[Step]) -> None:
    silence = steps[3]
    assert change(cast, silence, grouping="duo").status_code == 200
    assert (now(silence).grouping, now(silence).division) == ("duo", f"stap-{silence.pk}")
    assert change(cast, now(silence), grouping="team").status_code == 200
    assert now(silence).grouping == "team"
    assert change(cast, now(silence), grouping="").status_code == 200
    assert (now(silence).grouping, now(silence).division) == ("", "")


def test_a_step_can_work_in_the_groups_of_another(cast: Cast, steps: list[Step]) -> None:
    silence = steps[3]
    assert change(cast, silence, **GROUPS).status_code == 200
    assert now(silence).division == now(steps[2]).division == "trio"


def test_groups_that_are_shared_keep_one_size(cast: Cast, steps: list[Step]) -> None:
    response = change(cast, steps[3], grouping="duo", division="trio")
    assert response.status_code == 422
    assert "Die groepjes zijn drietallen." in response.content.decode()
    assert now(steps[3]).grouping == ""


def test_the_groups_of_the_running_step_stay(cast: Cast, coach: Actor, steps: list[Step]) -> None:
    running.go_to(coach.sessie, steps[2], None, cast.coach)
    page = change(cast, steps[2], title="Anders", grouping="duo", division="").content.decode()
    assert "Anders" in page
    assert now(steps[2]).grouping == "trio"
    with pytest.raises(Refused, match="groepjes kunnen nu niet anders"):
        editing.change_step(coach, steps[2], {"grouping": "duo"})


@pytest.mark.parametrize(
    ("slack", "given", "stored"),
    [
        ("pauze", "", Decimal("2.5")),
        ("speling", "", Decimal(0)),
        ("opbrengst", "2", Decimal(2)),
        ("", "2", None),
    ],
)
def test_a_step_can_give_way(
    cast: Cast, steps: list[Step], slack: str, given: str, stored: Decimal | None
) -> None:
    assert change(cast, steps[3], slack=slack, shortest=given).status_code == 200
    assert (now(steps[3]).slack, now(steps[3]).shortest) == (slack, stored)


@pytest.mark.parametrize(
    ("slack", "given", "words"),
    [
        ("opbrengst", "", "Vul in hoeveel minuten deze stap minstens duurt."),
        ("pauze", "3", "De stap duurt nu 2,5 minuten."),
        ("pauze", "-1", "Kies een aantal minuten van 0 tot 240."),
        ("pauze", "veel", "Kies een aantal minuten van 0 tot 240."),
    ],
)
def test_a_step_gives_no_more_than_it_has(
    cast: Cast, steps: list[Step], slack: str, given: str, words: str
) -> None:
    response = change(cast, steps[3], slack=slack, shortest=given)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert now(steps[3]).slack == ""


def test_a_step_that_becomes_shorter_gives_no_more_than_it_has(
    coach: Actor, steps: list[Step]
) -> None:
    talk = steps[2]
    editing.change_step(coach, talk, {"slack": "opbrengst", "shortest": Decimal(4)})
    editing.change_step(coach, talk, {"minutes": Decimal(3)})
    assert now(talk).shortest == 3


def test_a_block_can_hang_on_the_clock(cast: Cast, day: Sessie, steps: list[Step]) -> None:
    block = steps[2].block
    url = reverse("agenda:change-block", args=[day.pk, block.pk])
    client = cast.client(cast.marieke)
    page = client.post(url, {"title": "Arena", "anchor": "14:30"}).content.decode()
    block.refresh_from_db()
    assert (block.title, block.anchor) == ("Arena", time(14, 30))
    assert "Vast om 14.30 uur" in page
    response = client.post(url, {"title": "Arena", "anchor": "25:00"})
    assert response.status_code == 422
    client.post(url, {"title": "Arena", "anchor": ""})
    assert Block.objects.get(pk=block.pk).anchor is None


def test_what_someone_took_away_meanwhile_is_said_to_be_gone(
    coach: Actor, steps: list[Step]
) -> None:
    Step.objects.filter(pk=steps[1].pk).delete()
    with pytest.raises(Refused, match="Deze stap is er niet meer"):
        editing.change_step(coach, steps[1], {"title": "Anders"})
