"""PostgreSQL restarts while people write and read: they wait, and nobody is told that it broke."""

import asyncio

from tests.faults.browser import Browser
from tests.faults.coach import signs_in
from tests.faults.network import Network, network
from tests.faults.room import Room, room, together
from tests.faults.servers import serving
from tests.faults.services import Postgres
from tests.faults.store import Store
from tests.faults.waiting import until

WRITERS = 60
READERS = 30
SECONDS = 90
SECONDS_TO_FOLLOW = 30
UNAVAILABLE = 503


async def test_what_is_written_while_postgres_restarts_arrives_once(
    hosted: Store, postgres: Postgres
) -> None:
    async with (
        serving(hosted, 3) as servers,
        network(*(server.port for server in servers)) as address,
        room(hosted, address.port, WRITERS) as people,
    ):
        for mode in ("fast", "immediate"):
            people.answers.clear()
            burst = asyncio.create_task(
                together((one.writes(f"{mode} van {one.name}") for one in people.people), SECONDS)
            )
            await until(lambda: len(people.was_told(201)) > 5, SECONDS, lambda: "too slow")
            await restart(postgres, mode, people, address)
            await burst
            await people.agree()
            only_told_to_wait(people)
        await people.lives_on()


async def test_a_step_that_nobody_could_fetch_is_fetched_after_all(
    hosted: Store, postgres: Postgres
) -> None:
    async with (
        serving(hosted, 3) as servers,
        network(*(server.port for server in servers)) as address,
        room(hosted, address.port, READERS) as people,
    ):
        coach = await signs_in(Browser(servers[0].port, people.answers), people.day)
        address.freeze()  # so that nobody hears of the step before the database is gone
        await coach.presses("volgende")
        await restart(postgres, "immediate", people, address)
        await people.is_at("Inleiding", SECONDS_TO_FOLLOW)
        await coach.presses("terug")
        await people.is_at("Verwachtingen", SECONDS_TO_FOLLOW)
        only_told_to_wait(people)
        await people.lives_on()


async def restart(postgres: Postgres, mode: str, people: Room, address: Network) -> None:
    """Stop it so, and start it once somebody noticed."""
    await asyncio.to_thread(postgres.stop, mode)
    try:
        await address.restore()
        await until(lambda: people.was_told(UNAVAILABLE), SECONDS, lambda: "nobody noticed")
    finally:
        await asyncio.to_thread(postgres.start)


def only_told_to_wait(people: Room) -> None:
    """Whoever could not be helped was told so, in words for people."""
    failed = [answer for answer in people.answers if not answer.is_answer]
    assert failed
    assert {answer.status for answer in failed} == {UNAVAILABLE}
    assert all("Wat je eerder hebt bewaard, staat er nog." in answer.text for answer in failed)
