"""What is played: each scenario gives its figures by the name of a measure in `report.py`."""

import asyncio
import itertools
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.load.ledger import percentile
from tests.load.people import Person
from tests.load.room import Room, Setting, Spent

Figures = dict[str, float]

NEVER = float("inf")
NOTHING = float("nan")
DEADLINE = 60.0
# Whoever hears nothing for so long will not hear the rest either.
QUIET = 8.0
# Between two notes of the steady flow: longer than any merging of what follows shortly.
PAUSE = (0.06, 0.12)
STEADY_SECONDS = 45.0
# A post-it each on a board that is fetched again by all.
NOTES_ON_BOARD = 60
NOTES_A_SECOND = 4
PEOPLE_A_SESSIE = 30


@dataclass(frozen=True)
class Pace:
    """How long the scenarios go on."""

    steady_notes: int = 60
    sessies_seconds: int = 10


@dataclass(frozen=True)
class Scenario:
    """A scenario: its sizes, and what one size needs and does."""

    key: str
    title: str
    sizes: tuple[int, ...]
    unit: str
    setting: Callable[[int, Pace], Setting]
    play: Callable[[Room, Pace], Awaitable[Figures]]


async def steady(room: Room, pace: Pace) -> Figures:
    """One note at a time; the next one when everyone has it."""
    ledger, everyone = room.ledger, room.everyone
    authors = itertools.cycle(everyone + room.writers)
    until = time.perf_counter() + STEADY_SECONDS
    with room.metered() as spent:
        for _ in range(pace.steady_notes):
            await next(authors).write(ledger.expect(len(everyone), time.perf_counter()))
            if not await ledger.wait_for_all(DEADLINE, quiet=2.0):
                ledger.give_up()
            await asyncio.sleep(random.uniform(*PAUSE))
            if time.perf_counter() > until:
                break
    last = ledger.last_delays()
    return _common(room, spent) | {
        "each_p50": percentile(ledger.delays(), 0.5),
        "each_p99": percentile(ledger.delays(), 0.99),
        "last_p50": percentile(last, 0.5),
        "last_p99": percentile(last, 0.99),
    }


async def burst(room: Room, pace: Pace) -> Figures:
    """Everyone presses enter at the same moment."""
    ledger, everyone = room.ledger, room.everyone
    await asyncio.gather(*(person.get_ready() for person in everyone))
    with room.metered() as spent:
        started = time.perf_counter()
        for person in everyone:
            person.begin(ledger.expect(len(everyone), time.perf_counter()))
        sent = time.perf_counter()
        answered = await _answers(room)
        is_complete = await ledger.wait_for_all(started + DEADLINE - answered, QUIET)
    return _common(room, spent) | {
        "all_have_all": ledger.last_heard - started if is_complete else NEVER,
        "sent_within": sent - started,
        "answered": answered - started if room.server.subject.is_app else NOTHING,
        "each_p50": percentile(ledger.delays(), 0.5),
        "each_p99": percentile(ledger.delays(), 0.99),
        "frames": ledger.frames / max(ledger.delivered, 1),
    }


async def storm(room: Room, pace: Pace) -> Figures:
    """All connections drop, and everyone comes back at once and fetches the page."""
    whole: list[float] = []

    async def come_back(person: Person) -> None:
        await person.become_whole()
        whole.append(time.perf_counter() - started)

    with room.metered() as spent:
        started = time.perf_counter()
        for person in room.everyone:
            person.drop()
        tasks = [asyncio.create_task(come_back(person)) for person in room.everyone]
        _, late = await asyncio.wait(tasks, timeout=DEADLINE)
        for task in late:
            task.cancel()
    everyone = len(tasks)
    return {
        "whole_p50": percentile(whole, 0.5),
        "whole_last": max(whole) if len(whole) == everyone else NEVER,
        "not_whole": 1 - len(whole) / everyone,
        "cpu_per_person": spent.server / everyone,
        **_shares(spent),
    }


async def resume(room: Room, pace: Pace) -> Figures:
    """The same, as browsers do it: they say how far they were, and fetch only when told to."""
    for person in room.everyone:
        person.resumes = True
    return await storm(room, pace)


async def sessies(room: Room, pace: Pace) -> Figures:
    """Many sessies at once, with so many notes a second in each, at moments of their own."""
    ledger = room.ledger
    with room.metered() as spent:
        started = time.perf_counter()
        writing = [_write_on(room, sessie, started, pace) for sessie in room.sessies]
        await asyncio.gather(*writing)
        await ledger.wait_for_all(DEADLINE, QUIET)
    return _common(room, spent) | {
        "each_p50": percentile(ledger.delays(), 0.5),
        "each_p99": percentile(ledger.delays(), 0.99),
        "server": spent.server / spent.wall,
    }


async def _write_on(room: Room, sessie: list[Person], started: float, pace: Pace) -> None:
    """A note every quarter of a second, also when the one before has not been answered yet."""
    offset = random.random() / NOTES_A_SECOND
    notes = []
    for number in range(pace.sessies_seconds * NOTES_A_SECOND):
        moment = started + offset + number / NOTES_A_SECOND
        await asyncio.sleep(max(0.0, moment - time.perf_counter()))
        mark = room.ledger.expect(len(sessie), moment)
        notes.append(asyncio.create_task(sessie[number % len(sessie)].write(mark)))
    await asyncio.wait(notes, timeout=DEADLINE)
    room.ledger.note_failures(notes)


async def _answers(room: Room) -> float:
    """The moment at which the last answer came; at once from who answers nothing."""
    tasks = [asyncio.create_task(person.finish()) for person in room.everyone]
    await asyncio.wait(tasks, timeout=DEADLINE)
    room.ledger.note_failures(tasks)
    return time.perf_counter()


def _common(room: Room, spent: Spent) -> Figures:
    ledger = room.ledger
    asked = "a page was asked to fetch itself, which was not done"
    ledger.complaints += [asked] * ledger.refreshes
    return {
        "cpu_per_delivery": spent.server / max(ledger.delivered, 1),
        "memory": room.bytes_per_connection,
        "lost": ledger.lost,
        **_shares(spent),
    }


def _shares(spent: Spent) -> Figures:
    """How far the figures can be trusted."""
    return {"client": spent.client / spent.wall, "others": spent.others / spent.wall}


def _of_one(people: int, _pace: Pace) -> Setting:
    return Setting(sessies=1, people=people)


SCENARIOS = {
    scenario.key: scenario
    for scenario in (
        Scenario(
            "steady",
            "A steady flow: one note at a time",
            (10, 60, 150, 300, 600),
            "people",
            lambda people, pace: Setting(1, people, writers=-(-pace.steady_notes // 2)),
            steady,
        ),
        Scenario(
            "burst",
            "On a signal: everyone presses enter at one moment",
            (60, 150, 300),
            "people",
            _of_one,
            burst,
        ),
        Scenario(
            "storm",
            "A reconnect storm: everyone drops, and comes back at once",
            (300, 600),
            "people",
            lambda people, pace: Setting(1, people, notes=NOTES_ON_BOARD),
            storm,
        ),
        Scenario(
            "resume",
            "The same storm, with pages that say how far they were and get what they missed",
            (300, 600),
            "people",
            lambda people, pace: Setting(1, people, notes=NOTES_ON_BOARD),
            resume,
        ),
        Scenario(
            "sessies",
            f"Many sessies of {PEOPLE_A_SESSIE} people, {NOTES_A_SECOND} notes a second in each",
            (5, 8, 10, 20, 40, 80),
            "sessies",
            lambda count, pace: Setting(count, PEOPLE_A_SESSIE),
            sessies,
        ),
    )
}
