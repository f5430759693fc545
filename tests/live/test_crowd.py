"""A crowd of sockets at the door is known as long as it waits there, and no longer."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from scholendag.live import crowd
from tests.live.pages import FakeViewer, Page, someone, until

SOME = range(crowd.CROWD)


class Slow(FakeViewer):
    """Whose rights take as long to look up as the test wants."""

    may_come = threading.Event()

    def audiences(self) -> frozenset[str] | None:
        assert self.may_come.wait(10)
        return super().audiences()


@pytest.fixture
def crowded(page) -> Iterator[list[Page]]:
    """As many as make a crowd; the first of them stays at the door until `may_come`."""
    Slow.may_come.clear()
    yield [page(Slow(someone("room.1").hears)) for _ in SOME]
    Slow.may_come.set()


async def test_a_crowd_waits_until_one_of_them_is_in(crowded):
    assert not crowd.is_waiting()
    opening = [asyncio.create_task(one.open()) for one in crowded]
    await until(crowd.is_waiting)

    Slow.may_come.set()
    await asyncio.gather(*opening)
    assert not crowd.is_waiting()


async def test_one_fewer_is_no_crowd(crowded):
    *fewer, last = crowded
    for one in fewer:
        await one.socket.send_input({"type": "websocket.connect"})
    await until(lambda: all(one.socket.input_queue.empty() for one in fewer))
    assert not crowd.is_waiting()

    await last.socket.send_input({"type": "websocket.connect"})
    await until(crowd.is_waiting)


async def test_who_leaves_the_door_is_no_longer_of_the_crowd(crowded):
    for one in crowded:
        await one.socket.send_input({"type": "websocket.connect"})
    await until(crowd.is_waiting)

    await crowded[0].socket.send_input({"type": "websocket.disconnect", "code": 1001})
    await until(lambda: not crowd.is_waiting())
