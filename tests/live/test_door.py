"""When a whole school comes at once: who goes first at the door, and how long it is crowded."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from scholendag.live.door import CROWD, Door
from scholendag.live.hub import Hub
from tests.live.pages import FakeViewer, Page, someone, until

AT_ONCE = 2


class Slow(FakeViewer):
    """Whose rights take as long to look up as the test wants."""

    may_come = threading.Event()

    def audiences(self) -> frozenset[str] | None:
        assert self.may_come.wait(10)
        return super().audiences()


@pytest.fixture
def crowd(page) -> Iterator[list[Page]]:
    """As many pages as make a crowd; none comes in before `may_come`."""
    Slow.may_come.clear()
    yield [page(Slow(someone("room.1").hears)) for _ in range(CROWD)]
    Slow.may_come.set()


async def test_it_is_crowded_until_the_crowd_is_in(crowd):
    door = Hub.here().door
    opening = [asyncio.create_task(one.open()) for one in crowd[1:]]
    await until(lambda: door.inside + len(door.waiting) == CROWD - 1)
    assert not door.is_crowded
    opening.append(asyncio.create_task(crowd[0].open()))
    await until(lambda: door.is_crowded)

    Slow.may_come.set()
    await asyncio.gather(*opening)
    assert not door.is_crowded


async def test_who_leaves_is_no_longer_of_the_crowd(crowd):
    for one in crowd:
        await one.socket.send_input({"type": "websocket.connect"})
    await until(lambda: Hub.here().door.is_crowded)

    await crowd[-1].socket.send_input({"type": "websocket.disconnect", "code": 1001})
    await until(lambda: not Hub.here().door.is_crowded)


class People:
    """Who wants to come in, by number, and in which order they did."""

    def __init__(self) -> None:
        self.door = Door(AT_ONCE)
        self.came: list[int] = []
        self.may_go_on = asyncio.Event()
        self.tasks: list[asyncio.Task[None]] = []

    async def come(self, number: int) -> None:
        """Each comes when those before them wait at the door."""
        for one in range(number):
            self.tasks.append(asyncio.create_task(self._comes(one)))
            await asyncio.sleep(0)

    async def _comes(self, number: int) -> None:
        async with self.door.turn():
            self.came.append(number)
            await self.may_go_on.wait()

    async def are_in(self) -> None:
        self.may_go_on.set()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        assert self.door.inside == 0
        assert self.door.waiting == []


async def test_the_last_to_come_goes_first():
    people = People()
    await people.come(AT_ONCE + 3)
    await people.are_in()
    assert people.came == [*range(AT_ONCE), *reversed(range(AT_ONCE, AT_ONCE + 3))]


async def test_who_gives_up_is_passed_over_and_holds_nobody_up():
    people = People()
    await people.come(AT_ONCE + 3)
    people.tasks[AT_ONCE + 1].cancel()
    await people.are_in()
    assert people.came == [*range(AT_ONCE), AT_ONCE + 2, AT_ONCE]


async def test_who_gives_up_inside_lets_the_next_in():
    people = People()
    await people.come(AT_ONCE + 1)
    people.tasks[0].cancel()
    await until(lambda: people.came == [*range(AT_ONCE), AT_ONCE])
    await people.are_in()


async def test_who_gives_up_at_the_moment_of_their_turn_passes_it_on():
    people = People()
    await people.come(AT_ONCE + 2)
    people.tasks[0].cancel()
    while len(people.door.waiting) == 2:
        await asyncio.sleep(0)
    people.tasks[AT_ONCE + 1].cancel()  # it has been given its turn, and has not taken it yet
    await until(lambda: AT_ONCE in people.came)
    assert AT_ONCE + 1 not in people.came
    await people.are_in()


async def test_the_turn_is_never_given_to_who_is_giving_up():
    people = People()
    await people.come(AT_ONCE + 2)
    people.tasks[0].cancel()
    people.tasks[AT_ONCE + 1].cancel()  # both before either is told
    people.may_go_on.set()
    await people.are_in()
    assert people.came == [*range(AT_ONCE), AT_ONCE]
