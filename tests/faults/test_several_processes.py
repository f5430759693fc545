"""Three processes behind one address, over Redis with PostgreSQL."""

import asyncio
from collections.abc import Callable

import pytest

from tests.faults.network import network
from tests.faults.room import Room, room, together
from tests.faults.servers import Server, serving
from tests.faults.store import Store
from tests.faults.waiting import until
from tests.hosting import daphne, uvicorn

PEOPLE = 30
WRITERS = 150
SECONDS = 90


@pytest.mark.parametrize("command", [daphne, uvicorn])
async def test_a_note_posted_in_one_process_appears_in_all(
    hosted: Store, command: Callable[[int], list[str]]
) -> None:
    async with (
        serving(hosted, 3, command) as servers,
        network(*(server.port for server in servers)) as address,
        room(hosted, address.port, PEOPLE) as people,
    ):
        assert all(address.sockets[server.port] for server in servers)
        for number, server in enumerate(servers):
            await is_read_everywhere(people, PEOPLE + number, server)
        await people.agree()
        await people.lives_on()
        people.nobody_saw_an_error()


async def is_read_everywhere(people: Room, number: int, server: Server) -> None:
    """Someone of this process writes; every screen shows it, and by the push alone."""
    author = people.person(number, server.port)
    await people.open([author])
    await people.is_quiet()
    fetches = [one.page.region.fetches for one in people.people]
    await author.writes(f"Uit het proces op {server.port}")
    await people.everyone_reads(f"Uit het proces op {server.port}")
    assert fetches == [one.page.region.fetches for one in people.people]


async def test_one_of_three_processes_is_killed_in_a_burst(hosted: Store) -> None:
    async with (
        serving(hosted, 3) as servers,
        network(*(server.port for server in servers)) as address,
        room(hosted, address.port, WRITERS) as people,
    ):
        burst = asyncio.create_task(
            together((one.writes(f"Hoop van {one.name}") for one in people.people), SECONDS)
        )
        await until(lambda: len(people.acknowledged) > WRITERS // 5, SECONDS, lambda: "too slow")
        servers[0].kill()
        assert len(people.acknowledged) < WRITERS, "the burst was over before the server died"
        await burst
        await people.agree()
        await servers[0].start()
        await people.lives_on()
        people.nobody_saw_an_error()
