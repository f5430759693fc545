"""Redis is away for a minute: what is written is kept, and pages fetch what they cannot hear."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.faults.browser import Browser
from tests.faults.chromium import real_page
from tests.faults.coach import signs_in
from tests.faults.network import network
from tests.faults.room import Room, room, together
from tests.faults.servers import serving
from tests.faults.services import Redis
from tests.faults.store import Store

PEOPLE = 30
AWAY_SECONDS = 60
# The server has to find out first, and then each page that its socket stays away.
SECONDS_TO_FOLLOW = 25
# Long for someone who pressed Enter, and short of what a layer takes to give up.
SECONDS_TO_SAVE = 5
BLOCKED = "Live-verbinding is geblokkeerd. Dit scherm ververst zichzelf."


async def refuses(redis: Redis) -> Callable[[], Awaitable[None]]:
    """Redis has ended."""
    redis.stop()
    return redis.start


async def hangs(redis: Redis) -> Callable[[], Awaitable[None]]:
    """Redis takes connections, and answers nobody."""
    redis.freeze()

    async def thaws() -> None:
        redis.thaw()

    return thaws


@pytest.mark.parametrize("fails", [refuses, hangs])
async def test_without_redis_saving_works_and_pages_poll(
    hosted: Store, redis: Redis, fails: Callable[[Redis], Awaitable[Callable[[], Awaitable[None]]]]
) -> None:
    async with (
        serving(hosted, 3) as servers,
        network(*(server.port for server in servers)) as address,
        room(hosted, address.port, PEOPLE) as people,
        real_page(people, PEOPLE) as screen,
    ):
        comes_back = await fails(redis)
        minute = asyncio.create_task(asyncio.sleep(AWAY_SECONDS))
        await without_redis(people, screen)
        assert not minute.done(), "it took longer than Redis was away"
        await minute
        await comes_back()
        await people.are_live()
        await expect(screen.get_by_text(BLOCKED)).to_be_hidden(timeout=SECONDS_TO_FOLLOW * 1000)
        await together((one.writes(f"Nog eens {one.name}") for one in people.people), 30)
        await people.agree()
        await expect(screen.locator("#stage .note")).to_have_count(2 * PEOPLE)
        await people.lives_on()
        people.nobody_saw_an_error()


async def without_redis(people: Room, screen: Page) -> None:
    """Everyone writes, reads, and follows the coach to the next step and back."""
    await together((one.writes(f"Hoop van {one.name}") for one in people.people), SECONDS_TO_SAVE)
    assert not any(one.tries_again for one in people.people)
    await people.agree()
    await expect(screen.locator("#stage .note")).to_have_count(PEOPLE, timeout=20_000)
    coach = await signs_in(Browser(people.port, people.answers), people.day)
    for verb, title in (("volgende", "Inleiding"), ("terug", "Verwachtingen")):
        await coach.presses(verb)
        await people.is_at(title, SECONDS_TO_FOLLOW)
        await expect(screen.get_by_role("heading", level=1)).to_have_text(title, timeout=20_000)
    assert all(one.page.polling.polls for one in people.people)
    await expect(screen.get_by_text(BLOCKED)).to_be_visible(timeout=20_000)
