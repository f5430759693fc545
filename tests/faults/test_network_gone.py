"""A third of the people has no network for a minute, and types on."""

import asyncio

from playwright.async_api import expect

from tests.faults.chromium import real_page, still_has, types
from tests.faults.network import Network, network
from tests.faults.room import room, together
from tests.faults.servers import serving
from tests.faults.store import Store

CONNECTED = 40
CUT_OFF = 10
HALF = "Dat we vaker"
LOST = "Geen verbinding. Je tekst is bewaard."
AWAY_SECONDS = 60
SECONDS_TO_ARRIVE = 60


async def test_a_third_types_on_without_network(embedded: Store) -> None:
    async with (
        serving(embedded) as [server],
        network(server.port) as broken,
        network(server.port) as silent,
        room(embedded, server.port, CONNECTED) as people,
        real_page(people, CONNECTED + 2 * CUT_OFF, broken.port) as screen,
    ):
        refused = [people.person(CONNECTED + one, broken.port) for one in range(CUT_OFF)]
        unheard = [people.person(CONNECTED + CUT_OFF + one, silent.port) for one in range(CUT_OFF)]
        away = refused + unheard
        here = people.people[:CONNECTED]
        await people.open(away)
        await together((one.writes(f"Eerst van {one.name}") for one in people.people), 30)
        await people.agree()

        await types(screen, HALF)
        broken.cut()
        silent.freeze()
        minute = asyncio.create_task(asyncio.sleep(AWAY_SECONDS))
        typed = asyncio.create_task(
            together((one.writes(f"Zonder net {one.name}") for one in away), 2 * AWAY_SECONDS)
        )
        await together((one.writes(f"Met net {one.name}") for one in here), 30)
        await together((one.takes_back(min(one.stored)) for one in here[:5]), 30)
        await minute
        await expect(screen.get_by_text(LOST)).to_be_visible()
        assert not any(f"Zonder net {one.name}" in one.stored.values() for one in away)
        await restored(broken, silent)
        async with asyncio.timeout(SECONDS_TO_ARRIVE):
            await typed
        await people.agree()
        notes = len(people.acknowledged)
        await expect(screen.locator("#stage .note")).to_have_count(notes, timeout=20_000)
        await still_has(screen, HALF)
        await people.lives_on()
        people.nobody_saw_an_error()


async def restored(*networks: Network) -> None:
    """The network is back everywhere."""
    for one in networks:
        await one.restore()
