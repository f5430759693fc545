"""Shortening as proposed, on a day that began four minutes late and has to harvest at 13.04.30."""

from collections.abc import Callable
from datetime import time
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from scholendag.agenda import running
from scholendag.agenda.desk import desk_context
from scholendag.agenda.models import LogEntry, Step
from scholendag.agenda.queries import steps_of
from scholendag.agenda.shortening import AgendaChanged, SeenCut, cuts_in, shorten
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from tests.agenda.days import log, progress
from tests.cast import Cast

SetClock = Callable[[float], None]


@pytest.fixture
def late(day: Sessie, steps: list[Step], coach: Actor, wait_until: SetClock) -> Sessie:
    """Plan gives up to 1.5 of its 2.5 minutes, and Stilte one; the second block is anchored."""
    Step.objects.filter(pk=steps[1].pk).update(slack="pauze", shortest=1)
    Step.objects.filter(pk=steps[3].pk).update(slack="opbrengst", shortest="1.5")
    day.blocks.filter(title="Samen").update(anchor=time(13, 4, 30))
    wait_until(4)
    running.start(day, coach)
    return day


def minutes(day: Sessie) -> list[float]:
    return [float(step.minutes) for step in steps_of(day.pk)]


def proposed(day: Sessie) -> dict[str, Any]:
    found: dict[str, Any] = desk_context(day, progress(day))["shorten"]
    return found


def press(cast: Cast, day: Sessie, **data: object) -> Any:
    fields = {"seen": progress(day).step_id} | data
    if "cut" not in fields:
        fields["cut"] = proposed(day)["cuts"]
    url = reverse("stage:shorten", args=[day.pk])
    return cast.client(cast.marieke).post(url, fields)


def test_the_page_proposes_and_changes_nothing(late: Sessie, cast: Cast) -> None:
    url = reverse("stage:begeleider", args=[late.pk])
    html = cast.client(cast.marieke).get(url).content.decode()
    assert "4 min achter" in html
    assert "Kort in" in html
    assert minutes(late) == [2, 2.5, 5, 2.5]


def test_one_press_does_what_was_proposed_and_says_so_in_the_log(late: Sessie, cast: Cast) -> None:
    assert press(cast, late).status_code == 200
    assert minutes(late) == [2, 1, 5, 2.5]
    assert log(late)[-1] == ("other", None)
    assert LogEntry.objects.filter(sessie=late).latest("pk").deed == "kortte in: Plan tot 1 minuten"


def test_everyone_hears_of_it(
    late: Sessie,
    coach: Actor,
    steps: list[Step],
    sent: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    cuts = cuts_in(proposed(late)["cuts"])
    assert cuts
    with django_capture_on_commit_callbacks(execute=True):
        shorten(coach, steps[0].pk, cuts)
    assert audiences.everyone(late.pk) in {group for group, _ in sent}


def test_an_agenda_that_changed_meanwhile_is_not_shortened(
    late: Sessie, steps: list[Step], cast: Cast
) -> None:
    seen = proposed(late)["cuts"]
    Step.objects.filter(pk=steps[1].pk).update(minutes=2)
    html = press(cast, late, cut=seen).content.decode()
    assert "De agenda is intussen veranderd. Er is niets ingekort." in html
    assert minutes(late) == [2, 2, 5, 2.5]


def test_a_second_press_on_the_same_proposal_changes_nothing(late: Sessie, cast: Cast) -> None:
    seen = proposed(late)["cuts"]
    press(cast, late, cut=seen)
    assert "Er is niets ingekort" in press(cast, late, cut=seen).content.decode()
    assert minutes(late) == [2, 1, 5, 2.5]


def test_a_press_from_an_earlier_step_changes_nothing(
    late: Sessie, steps: list[Step], coach: Actor, cast: Cast
) -> None:
    seen = proposed(late)["cuts"]
    running.next_step(late, steps[0].pk, coach)
    press(cast, late, cut=seen, seen=steps[0].pk)
    assert minutes(late) == [2, 2.5, 5, 2.5]


BELOW_ITS_SHORTEST = (1, "2.5", "0.5")
LONGER = (1, "2.5", "9")
GIVES_NO_WAY = (2, "5", "1")
RUNS_AND_GIVES_NO_WAY = (0, "2", "1")


@pytest.mark.parametrize("cut", [BELOW_ITS_SHORTEST, LONGER, GIVES_NO_WAY, RUNS_AND_GIVES_NO_WAY])
def test_a_cut_that_nobody_proposed_is_refused_with_all_others(
    late: Sessie, steps: list[Step], coach: Actor, cut: tuple[int, str, str]
) -> None:
    place, now, then = cut
    good = SeenCut(steps[3].pk, Decimal("2.5"), Decimal("1.5"))
    bad = SeenCut(steps[place].pk, Decimal(now), Decimal(then))
    with pytest.raises(AgendaChanged):
        shorten(coach, steps[0].pk, [good, bad])
    assert minutes(late) == [2, 2.5, 5, 2.5]


def test_what_has_been_or_is_skipped_is_not_shortened(
    late: Sessie, steps: list[Step], coach: Actor
) -> None:
    running.go_to(late, steps[2], steps[0].pk, coach)
    with pytest.raises(AgendaChanged):
        shorten(coach, steps[2].pk, [SeenCut(steps[1].pk, Decimal("2.5"), Decimal(1))])
    Step.objects.filter(pk=steps[3].pk).update(skipped_at=late.starts_at)
    with pytest.raises(AgendaChanged):
        shorten(coach, steps[2].pk, [SeenCut(steps[3].pk, Decimal("2.5"), Decimal(2))])


@pytest.mark.parametrize("cut", ["", "x", "1:2", "1:2:3:4", "-1:2:1", "1:nan:1", "٣:2:1", "9" * 99])
def test_what_is_no_cut_is_not_found(late: Sessie, cast: Cast, cut: str) -> None:
    assert press(cast, late, cut=[cut]).status_code == 404
    assert press(cast, late, cut=[]).status_code == 404


def test_a_step_of_another_day_is_not_shortened(late: Sessie, cast: Cast) -> None:
    other = cast.step("pauze", "pauze", minutes=10, slack="pauze", shortest=5)
    assert "Er is niets ingekort" in press(cast, late, cut=[f"{other.pk}:10:5"]).content.decode()
    other.refresh_from_db()
    assert other.minutes == 10


def test_nobody_else_shortens(late: Sessie, cast: Cast) -> None:
    url = reverse("stage:shorten", args=[late.pk])
    fields = {"seen": progress(late).step_id, "cut": proposed(late)["cuts"]}
    for who in (cast.olaf, cast.anna, None):
        assert cast.client(who).post(url, fields).status_code in {302, 404}
    assert minutes(late) == [2, 2.5, 5, 2.5]


def test_a_closed_day_is_not_shortened(late: Sessie, coach: Actor, steps: list[Step]) -> None:
    running.end(late, steps[0].pk, coach)
    with pytest.raises(AgendaChanged):
        shorten(coach, None, [SeenCut(steps[1].pk, Decimal("2.5"), Decimal(1))])


def test_the_running_break_becomes_shorter_on_everyones_clock(
    day: Sessie, steps: list[Step], coach: Actor, wait_until: SetClock
) -> None:
    Step.objects.filter(pk=steps[1].pk).update(slack="pauze", shortest=1)
    running.go_to(day, steps[1], None, coach)
    before = progress(day).clock
    shorten(coach, steps[1].pk, [SeenCut(steps[1].pk, Decimal("2.5"), Decimal("1.5"))])
    after = progress(day).clock
    assert before
    assert after
    assert (before.ends_at - after.ends_at).total_seconds() == 60
