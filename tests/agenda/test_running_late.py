"""A press that belongs to a step that is no longer current changes nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from scholendag.agenda import running
from scholendag.agenda.models import Progress, Step
from scholendag.agenda.running import TooLate
from scholendag.sessies.actors import Actor, Role
from scholendag.sessies.models import Sessie
from tests.agenda.days import log, seen, title
from tests.at_once import in_threads, together
from tests.cast import Cast, UserFactory

SetClock = Callable[[float], None]


def test_who_starts_second_reads_who_was_first(day: Sessie, cast: Cast, joris: Actor) -> None:
    running.start(day, cast.coach)
    with pytest.raises(TooLate) as caught:
        running.start(day, joris)
    assert caught.value.message == (
        "Marieke de Wit was je voor en startte de dag. Jouw druk op de knop veranderde niets."
    )


def test_two_presses_on_one_step_are_one_step_forward(
    day: Sessie, steps: list[Step], cast: Cast, joris: Actor
) -> None:
    running.start(day, cast.coach)
    running.next_step(day, steps[0].pk, cast.coach)
    with pytest.raises(TooLate) as caught:
        running.next_step(day, steps[0].pk, joris)
    assert title(day) == "Plan"
    assert log(day) == [("start", "Hallo"), ("enter", "Plan")]
    assert caught.value.message == (
        "Marieke de Wit was je voor en opende de stap Plan. Jouw druk op de knop veranderde niets."
    )


def test_pressing_twice_yourself_is_said_as_it_is(
    day: Sessie, steps: list[Step], cast: Cast
) -> None:
    running.start(day, cast.coach)
    running.next_step(day, steps[0].pk, cast.coach)
    with pytest.raises(TooLate, match="Je had zelf al gedrukt: je opende de stap Plan"):
        running.next_step(day, steps[0].pk, cast.coach)


def test_what_the_clock_did_in_between_is_not_who_was_first(
    day: Sessie, steps: list[Step], cast: Cast, joris: Actor
) -> None:
    running.start(day, cast.coach)
    running.next_step(day, steps[0].pk, cast.coach)
    running.pause(day, steps[1].pk, joris)
    third = Actor(day, Role.BEGELEIDER, user=UserFactory.create(email="derde@voorbeeld.example"))
    with pytest.raises(TooLate, match="Marieke de Wit was je voor en opende de stap Plan"):
        running.next_step(day, steps[0].pk, third)


def test_a_coach_whose_account_is_gone_is_still_named(
    day: Sessie, steps: list[Step], cast: Cast, joris: Actor
) -> None:
    running.start(day, joris)
    running.next_step(day, steps[0].pk, joris)
    assert joris.user
    joris.user.delete()
    with pytest.raises(TooLate, match="Joris Kuiper was je voor"):
        running.next_step(day, steps[0].pk, cast.coach)


LATE_PRESSES: dict[str, Callable[..., None]] = {
    "next": running.next_step,
    "previous": running.previous_step,
    "pause": running.pause,
    "resume": running.resume,
    "extend": running.extend,
    "end": running.end,
}


@pytest.mark.parametrize("press", LATE_PRESSES.values(), ids=LATE_PRESSES)
@pytest.mark.parametrize("stale", ["an earlier step", "before the start"])
def test_a_late_press_changes_nothing(  # noqa: PLR0917
    day: Sessie, steps: list[Step], cast: Cast, joris: Actor, press: Callable[..., None], stale: str
) -> None:
    running.start(day, cast.coach)
    running.next_step(day, steps[0].pk, cast.coach)
    before = Progress.objects.filter(sessie=day).values().get()
    with pytest.raises(TooLate, match="Marieke de Wit"):
        press(day, steps[0].pk if stale == "an earlier step" else None, joris)
    assert Progress.objects.filter(sessie=day).values().get() == before
    assert log(day) == [("start", "Hallo"), ("enter", "Plan")]


def test_a_late_jump_changes_nothing(
    day: Sessie, steps: list[Step], cast: Cast, joris: Actor
) -> None:
    running.start(day, cast.coach)
    running.next_step(day, steps[0].pk, cast.coach)
    with pytest.raises(TooLate):
        running.go_to(day, steps[3], steps[0].pk, joris)
    assert title(day) == "Plan"


def test_a_closed_day_does_not_begin_or_end_again(
    day: Sessie, steps: list[Step], cast: Cast, joris: Actor
) -> None:
    running.start(day, cast.coach)
    running.end(day, seen(day), cast.coach)
    presses: list[Any] = [
        lambda: running.start(day, joris),
        lambda: running.end(day, None, joris),
        lambda: running.next_step(day, None, joris),
        lambda: running.go_to(day, steps[0], None, joris),
    ]
    for press in presses:
        with pytest.raises(TooLate, match="Marieke de Wit was je voor en sloot de dag"):
            press()
    assert title(day) is None


@pytest.mark.django_db(transaction=True)
@in_threads
def test_two_coaches_press_at_the_same_moment(
    day: Sessie, steps: list[Step], cast: Cast, joris: Actor
) -> None:
    running.start(day, cast.coach)
    said = together(
        lambda: running.next_step(day, steps[0].pk, cast.coach),
        lambda: running.next_step(day, steps[0].pk, joris),
    )
    assert title(day) == "Plan"
    assert sorted(map(bool, said)) == [False, True]
    first = "Joris Kuiper" if said[0] else "Marieke de Wit"
    assert f"{first} was je voor en opende de stap Plan." in "".join(str(it) for it in said if it)
