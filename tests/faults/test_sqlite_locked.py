"""Another program holds the database of the embedded default, such as a backup."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from tests.faults.room import room, together
from tests.faults.servers import serving
from tests.faults.store import Store

PEOPLE = 150
LOCKED_SECONDS = 5


async def test_a_database_that_is_locked_for_a_while_loses_nothing(embedded: Store) -> None:
    async with serving(embedded) as [server], room(embedded, server.port, PEOPLE) as people:
        async with locked(embedded):
            burst = asyncio.create_task(
                together((one.writes(f"Hoop van {one.name}") for one in people.people), 60)
            )
            await asyncio.sleep(LOCKED_SECONDS)
            assert people.acknowledged == {}
        await burst
        await people.agree()
        await people.lives_on()
        people.nobody_saw_an_error()
        assert "Traceback" not in server.log.read_text()


@asynccontextmanager
async def locked(store: Store) -> AsyncIterator[None]:
    """Nobody else can write until the block ends."""
    with closing(sqlite3.connect(store.sqlite, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
