"""kill -9 in the middle of a burst: what was acknowledged stays, the rest arrives once."""

import asyncio

from playwright.async_api import expect

from tests.faults.chromium import real_page, still_has, types
from tests.faults.room import room, together
from tests.faults.servers import serving
from tests.faults.store import Store
from tests.faults.waiting import until

WRITERS = 150
SECONDS = 90
HALF = "Dat we vaker"


async def test_the_only_server_is_killed_in_a_burst(embedded: Store) -> None:
    async with (
        serving(embedded) as [server],
        room(embedded, server.port, WRITERS) as people,
        real_page(people, WRITERS) as screen,
    ):
        await types(screen, HALF)
        burst = asyncio.create_task(
            together((one.writes(f"Hoop van {one.name}") for one in people.people), SECONDS)
        )
        await until(lambda: len(people.acknowledged) > WRITERS // 5, SECONDS, lambda: "too slow")
        server.kill()
        kept = dict(people.acknowledged)
        assert len(kept) < WRITERS, "the burst was over before the server died"
        await server.start()
        await burst
        assert kept.items() <= people.acknowledged.items()
        await people.agree()
        await expect(screen.locator("#stage .note")).to_have_count(WRITERS, timeout=20_000)
        await still_has(screen, HALF)
        await people.lives_on()
        people.nobody_saw_an_error()
