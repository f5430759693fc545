"""Some browsers hang with the page open: nobody else notices, and they come back by themselves."""

import time
from collections.abc import Callable
from statistics import median

import pytest

from scholendag.live.consumers import NO_LONGER_WELCOME
from scholendag.live.outbox import UNREAD_CHARACTERS
from tests.faults.people import Person
from tests.faults.room import room, together
from tests.faults.servers import serving
from tests.faults.store import Store
from tests.faults.waiting import until
from tests.hosting import daphne, uvicorn

PEOPLE = 16
HANGING = 4
# As large as a post-it gets: each of these is six characters on its way.
PADDING = '"' * 240
CHARACTERS_A_NOTE = 2500
ROUNDS = 5 * UNREAD_CHARACTERS // (4 * (PEOPLE - HANGING) * CHARACTERS_A_NOTE)
SECONDS = 60
# What a busy machine may add to the time that everyone waits: mostly, and now and then.
SLACK_SECONDS = 0.5
SECONDS_TO_ARRIVE = 10.0
MEGABYTE = 1_000_000


@pytest.mark.parametrize("command", [daphne, uvicorn])
async def test_who_does_not_read_harms_nobody(
    embedded: Store, command: Callable[[int], list[str]]
) -> None:
    async with (
        serving(embedded, 1, command) as [server],
        room(embedded, server.port, PEOPLE) as people,
    ):
        hanging, others = people.people[:HANGING], people.people[HANGING:]
        await people.is_quiet()
        await together((one.writes(one.name) for one in others), SECONDS)
        usual = max([await seconds_to_change(others, f"Eerst {one}") for one in range(3)])
        before = server.memory()
        for one in hanging:
            one.page.stall()

        # More than may be unread, before the server would miss their answer to a ping.
        rounds = [await seconds_to_change(others, f"Versie {one}") for one in range(ROUNDS)]
        assert median(rounds) < usual + SLACK_SECONDS
        assert max(rounds) < SECONDS_TO_ARRIVE
        assert server.memory() - before < HANGING * UNREAD_CHARACTERS + 20 * MEGABYTE
        assert all(one.page.openings == 1 for one in others)

        for one in hanging:
            one.page.go_on()
        await come_back(hanging)
        await people.agree()
        await people.lives_on()
        people.nobody_saw_an_error()
        assert "Traceback" not in server.log.read_text()


async def seconds_to_change(writers: list[Person], words: str) -> float:
    """Each of them changes their note at one moment; how long until all of them read all."""
    texts = {one: f"{words} van {one.name} {PADDING}" for one in writers}
    started = time.monotonic()
    await together((one.changes(min(one.stored), text) for one, text in texts.items()), SECONDS)
    await until(
        lambda: all(one.screen.notes.items() >= _own(writers) for one in writers),
        SECONDS,
        lambda: "someone does not get all",
    )
    return time.monotonic() - started


def _own(writers: list[Person]) -> set[tuple[int, str]]:
    return {note for one in writers for note in one.stored.items()}


async def come_back(hanging: list[Person]) -> None:
    """They read what was still on its way, no more than may be unread, and open a new socket."""
    pages = [one.page for one in hanging]
    await until(
        lambda: all(page.openings > 1 and page.is_live for page in pages),
        SECONDS,
        lambda: [(page.openings, page.endings) for page in pages],
    )
    endings = [page.endings[0] for page in pages]
    assert all(code != NO_LONGER_WELCOME for code, _ in endings), endings
    assert all(characters <= UNREAD_CHARACTERS for _, characters in endings), endings
