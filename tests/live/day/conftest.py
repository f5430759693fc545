"""The real pages of a running day, through the real entrance."""

import pytest
from channels.db import database_sync_to_async
from django.db import connections

from scholendag.asgi import application
from tests.live.pages import Page, until


@pytest.fixture
async def page(cast, hub, presence):
    """Opens a page as the browser of this person, or with this link, does."""
    pages = []

    async def open_page(path, who=None, is_welcome=True):
        browser = await database_sync_to_async(cast.client)(who)
        cookies = browser.cookies.output(header="", attrs=[], sep=";").strip()
        headers = [(b"origin", b"http://localhost"), (b"cookie", cookies.encode())]
        pages.append(Page(application, path, headers=headers))
        if is_welcome:
            await pages[-1].open()
        else:
            pages[-1].is_open, _ = await pages[-1].socket.connect()
        return pages[-1]

    yield open_page
    for one in pages:
        await one.close()
    await until(lambda: not presence.going)
    # After what they still wrote: all of it is in one thread, one after the other.
    await database_sync_to_async(forget_the_database)()


def forget_the_database():
    """Without this the thread's connection stays: one to a database in memory is never closed."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        del connections[connection.alias]


@pytest.fixture
def day(cast):
    """Everyone is made before the first socket opens."""
    assert [cast.anna, cast.bram, cast.cas, cast.marieke]
    return cast


@pytest.fixture
def dag(day, page):
    """Opens the page of a deelnemer."""

    async def open_page(who):
        return await page(f"/live/dag/{day.sessie.code}/", who=who)

    return open_page


@pytest.fixture
def begeleiden(day, page):
    """Opens the page of a coach."""

    async def open_page(user):
        return await page(f"/live/begeleiden/{day.sessie.pk}/", who=user)

    return open_page
