"""A right that is taken away in one process ends at once on the sockets of another."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg

from tests.faults.browser import Browser
from tests.faults.coach import Coach, signs_in
from tests.faults.live_page import LivePage
from tests.faults.room import Room, room
from tests.faults.servers import serving
from tests.faults.store import Store
from tests.faults.waiting import until

PEOPLE = 3
SECONDS = 30
# Far less than what a page or a process would need to notice something by itself.
AT_ONCE_SECONDS = 2
SESSIE = re.compile(r"/begeleiden/(\d+)/")
SCHERM = re.compile(r"/scherm/[\w-]+/")
PARTICIPANT = "SELECT id FROM sessies_participant WHERE sessie_id = %s AND name = %s"
LINK = "SELECT id FROM sessies_accesslink WHERE sessie_id = %s AND role = %s"


@asynccontextmanager
async def here_and_there(store: Store) -> AsyncIterator[tuple[Room, Coach, int]]:
    """People in one process, and their coach in another; the port of the process of the people."""
    async with (
        serving(store, 2) as [here, there],
        room(store, there.port, PEOPLE) as people,
    ):
        coach = await signs_in(Browser(here.port, people.answers), people.day)
        yield people, coach, there.port


@asynccontextmanager
async def opened(page: LivePage) -> AsyncIterator[LivePage]:
    """This page, live, until the block ends."""
    await page.open()
    try:
        await until(lambda: page.is_live, SECONDS, lambda: "no socket")
        yield page
    finally:
        await page.close()


async def is_sent_away(page: LivePage) -> None:
    await until(lambda: page.was_sent_away, AT_ONCE_SECONDS, lambda: "still there")


async def hears_nothing_more(page: LivePage, people: Room) -> None:
    """The others go on, and this page gets none of it."""
    before = dict(page.region.screen.notes)
    author, *_ = others = [one for one in people.people if one.page is not page]
    await author.writes("Na het afscheid")
    await until(
        lambda: all("Na het afscheid" in one.screen.notes.values() for one in others),
        AT_ONCE_SECONDS,
        lambda: "the others notice it too",
    )
    assert page.region.screen.notes == before


def find(store: Store, query: str, *values: object) -> int:
    with psycopg.connect(store.database_url) as connection:
        [[pk]] = connection.execute(query, values).fetchall()
        return int(pk)


async def test_who_is_removed_is_out(hosted: Store) -> None:
    async with here_and_there(hosted) as (people, coach, _):
        sessie = SESSIE.search(coach.path)[1]
        person = find(hosted, PARTICIPANT, sessie, people.people[0].name)
        await coach.posts(f"{coach.path}mensen/{person}/haal-weg/")
        await is_sent_away(people.people[0].page)
        await hears_nothing_more(people.people[0].page, people)


async def test_a_scherm_whose_link_is_renewed_goes_dark(hosted: Store) -> None:
    async with here_and_there(hosted) as (people, coach, port):
        share = (await coach.browser.get(f"{coach.path}delen/")).text
        link = find(hosted, LINK, SESSIE.search(coach.path)[1], "scherm")
        browser = Browser(port, people.answers)
        async with opened(LivePage(browser, SCHERM.search(share)[0])) as scherm:
            await coach.posts(f"{coach.path}links/{link}/vernieuw/")
            await is_sent_away(scherm)
            await hears_nothing_more(scherm, people)


async def test_who_signs_out_has_no_page_of_the_begeleider_left(hosted: Store) -> None:
    async with here_and_there(hosted) as (people, coach, port):
        other = await signs_in(Browser(port, people.answers), people.day)
        tab = LivePage(Browser(port, people.answers, dict(coach.browser.cookies)), coach.path)
        elsewhere = LivePage(other.browser, other.path)
        async with opened(tab), opened(elsewhere):
            await coach.posts("/uitloggen/")
            await is_sent_away(tab)
            await hears_nothing_more(tab, people)
            assert elsewhere.is_live
