"""The coach's press: the agenda moves, the instrument enters the step, every screen follows."""

from collections.abc import Callable

from django.db import transaction

from scholendag import live
from scholendag.agenda import running
from scholendag.agenda.models import Step
from scholendag.breakouts.actions import seat_latecomer
from scholendag.breakouts.calls import forget_calls
from scholendag.breakouts.models import Division
from scholendag.breakouts.queries import division_for, key_of, room_of
from scholendag.live import audiences
from scholendag.sessies import actions as sessies
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Participant, Sessie
from scholendag.sessies.queries import is_alone
from scholendag.stage import fragments
from scholendag.stage.scenes import instrument_of, progress_of

Press = Callable[[Sessie, int | None, Actor], None]

# What has to happen when a day begins, or ends without that; filled by apps above this one.
after_begin: list[Callable[[Sessie], None]] = []


@transaction.atomic
def move(sessie: Sessie, seen: int | None, by: Actor, *, verb: Press) -> None:
    """Carry out a press that may change the step, pressed when step `seen` was on the screen.

    Raises TooLate when the step had already changed; then nothing happens.
    """
    verb(sessie, seen, by)
    step = progress_of(sessie).step
    forget_calls(sessie, key_of(step) if step else "")
    if step:
        instrument_of(step).enter(step)
    for follow in after_begin if seen is None else ():
        follow(sessie)
    live.refresh(audiences.everyone(sessie.pk))


@transaction.atomic
def go_to(sessie: Sessie, target: Step, seen: int | None, by: Actor) -> None:
    """Open any step of the sessie. Raises TooLate like `move`."""
    move(sessie, seen, by, verb=lambda sessie, seen, by: running.go_to(sessie, target, seen, by))


@transaction.atomic
def set_clock(sessie: Sessie, seen: int | None, by: Actor, *, verb: Press) -> None:
    """Carry out a press that only concerns the clock. Raises TooLate like `move`."""
    verb(sessie, seen, by)
    live.push(audiences.everyone(sessie.pk), fragments.clock(sessie.pk))
    live.refresh(audiences.coaches(sessie.pk))


def enter_again(division: Division) -> None:
    """Groups were fixed while their step runs: let its instrument make what the rooms need."""
    step = progress_of(division.sessie).step
    if step and key_of(step) == division.key:
        instrument_of(step).enter(step)
    live.refresh(audiences.coaches(division.sessie_id))


def arrive(participant: Participant, step: Step | None) -> None:
    """Someone opened the page of the day: present, and with a place in the groups of the step.

    Before the start the first of all is news for the coaches: the way in works.
    """
    was_away = not participant.is_present
    sessies.look_in(participant)
    if was_away and step is None and is_alone(participant):
        live.refresh(audiences.coaches(participant.sessie_id))
    division = division_for(step) if step else None
    if division and division.is_fixed and step and room_of(participant, step) is None:
        seat_latecomer(division, participant)


def _start(sessie: Sessie, seen: int | None, by: Actor) -> None:  # noqa: ARG001
    running.start(sessie, by)


MOVES: dict[str, Press] = {
    "start": _start,
    "volgende": running.next_step,
    "terug": running.previous_step,
    "sluit": running.end,
}
CLOCK_PRESSES: dict[str, Press] = {
    "pauze": running.pause,
    "verder": running.resume,
    "minuut": running.extend,
}


def press(sessie: Sessie, verb: str, seen: int | None, by: Actor) -> None:
    """Carry out the press with this name. Raises KeyError for an unknown one, or TooLate."""
    if verb in CLOCK_PRESSES:
        set_clock(sessie, seen, by, verb=CLOCK_PRESSES[verb])
    else:
        move(sessie, seen, by, verb=MOVES[verb])
