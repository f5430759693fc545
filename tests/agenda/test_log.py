"""What coaches change in the agenda stands in the log: one line for each thing that they saved."""

from datetime import time
from decimal import Decimal

import pytest

from scholendag.agenda import editing, moving, running
from scholendag.agenda.models import LogEntry, Step
from scholendag.agenda.moving import Direction
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused
from tests.agenda.test_went import text_of
from tests.cast import Cast


def deeds(day: Sessie) -> list[str]:
    """What was done, the earliest first, each with who did it."""
    return [f"{entry}" for entry in reversed(LogEntry.objects.filter(sessie=day))]


def test_a_changed_step_is_one_line_that_says_what_changed(coach: Actor, steps: list[Step]) -> None:
    changed = {"title": "Welkom", "prompt": "Kom erin.", "grouping": "duo", "division": "duo"}
    editing.change_step(coach, steps[0], changed)
    assert deeds(coach.sessie) == [
        "Marieke de Wit veranderde stap Welkom: titel, opdracht, groepjes"
    ]


def test_changed_minutes_say_how_many_they_became(coach: Actor, steps: list[Step]) -> None:
    editing.change_step(coach, steps[2], {"minutes": Decimal("7.5")})
    assert deeds(coach.sessie) == ["Marieke de Wit veranderde stap Praten: 7,5 minuten"]


def test_a_changed_block_is_one_line(coach: Actor, steps: list[Step]) -> None:
    editing.change_block(coach, steps[2].block, {"title": "Met elkaar", "anchor": time(14, 0)})
    assert deeds(coach.sessie) == ["Marieke de Wit veranderde blok Met elkaar: titel, begintijd"]


def test_what_moves_is_one_line(coach: Actor, steps: list[Step]) -> None:
    moving.move_step(coach, steps[0], Direction.LATER)
    moving.put_block(coach, steps[2].block, steps[0].block)
    assert deeds(coach.sessie) == [
        "Marieke de Wit verplaatste stap Hallo",
        "Marieke de Wit verplaatste blok Samen",
    ]


def test_nothing_that_stays_as_it_was_is_in_the_log(coach: Actor, steps: list[Step]) -> None:
    hello, block = steps[0], steps[0].block
    editing.change_step(coach, hello, {"title": hello.title, "minutes": hello.minutes})
    editing.change_block(coach, block, {"title": block.title})
    moving.move_step(coach, hello, Direction.EARLIER)
    moving.put_step(coach, hello, block, steps[1])
    moving.put_block(coach, block, steps[2].block)
    running.start(coach.sessie, coach)
    with pytest.raises(Refused):
        moving.move_step(coach, hello, Direction.LATER)
    assert deeds(coach.sessie) == ["Marieke de Wit startte de dag"]


def test_each_page_says_who_started_which_step(
    cast: Cast, day: Sessie, joris: Actor, steps: list[Step]
) -> None:
    running.start(day, joris)
    running.go_to(day, steps[2], steps[0].pk, joris)
    for name in ("stage:begeleider", "stage:log"):
        assert "Joris Kuiper startte stap 3: Praten" in text_of(day, cast, name)
