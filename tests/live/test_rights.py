"""Rights that change while a socket opens or is being looked up are not heard a moment longer."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

import pytest

from scholendag.live.consumers import NO_LONGER_WELCOME
from tests.live.pages import FakeViewer, regroup, someone, tell, until


@dataclass
class Leaving(FakeViewer):
    """Someone who is moved at the very moment that their rights are looked up."""

    looked_up: int = 0
    meanwhile: object = None

    def audiences(self):
        self.looked_up += 1
        found, meanwhile, self.meanwhile = self.hears, self.meanwhile, None
        if meanwhile:
            meanwhile()
        return found


@pytest.fixture
def moved(hub):
    """Makes a viewer of room 1 who, during the first look-up, may hear only `then`."""

    def make(then):
        viewer = Leaving(frozenset({"participant.1", "room.1"}))

        def move():
            viewer.hears = then
            asyncio.run_coroutine_threadsafe(change(), hub.loop).result(10)

        async def change():
            before = hub.history.position
            await regroup("participant.1")
            if "participant.1" in hub.line.subscribed:
                await until(lambda: hub.history.position > before)

        viewer.meanwhile = move
        return viewer

    return make


async def hear_of_room_1(page):
    """All that a page is told until it gets something of its own, after a secret of room 1."""
    await tell("room.1", "geheim van kamer 1")
    await tell("participant.1", "einde")
    return await page.everything(until="einde")


@pytest.mark.parametrize("has_another_tab", [False, True])
async def test_who_is_moved_while_the_socket_opens_does_not_hear_the_old_room(
    page, hub, moved, has_another_tab
):
    if has_another_tab:
        await page(someone("participant.1", "room.1")).open()
    anna = page(moved(frozenset({"participant.1", "room.2"})))

    await anna.open()

    assert await hear_of_room_1(anna) == "einde"
    await tell("room.2", "voor kamer 2")
    assert await anna.everything(until="voor kamer 2") == "voor kamer 2"


@pytest.mark.parametrize("has_another_tab", [False, True])
async def test_who_is_let_out_while_the_socket_opens_is_closed(page, moved, has_another_tab):
    if has_another_tab:
        await page(someone("participant.1", "room.1")).open()
    anna = page(moved(None))

    anna.is_open, _ = await anna.socket.connect()
    await tell("room.1", "geheim van kamer 1")

    assert (await anna.socket.receive_output())["code"] == NO_LONGER_WELCOME
    assert anna.nothing_more()


async def test_who_is_moved_while_the_old_room_is_being_joined_does_not_stay_in_it(
    page, hub, layer, monkeypatch
):
    viewer, group_add = Leaving(frozenset({"participant.1", "room.1"})), layer.group_add
    await page(someone("participant.1")).open()

    async def moves_first(audience, channel):
        if audience == "room.1":
            viewer.hears = frozenset({"participant.1"})
            before = viewer.looked_up
            await regroup("participant.1")
            # Whoever looks again before this one is done must not be overruled by it.
            with suppress(TimeoutError):
                async with asyncio.timeout(0.3):
                    await until(lambda: viewer.looked_up > before)
        await group_add(audience, channel)

    monkeypatch.setattr(layer, "group_add", moves_first)
    anna = page(viewer)
    await anna.open()

    assert await hear_of_room_1(anna) == "einde"


async def test_two_changes_of_rights_at_once_end_with_the_latest(page, hub):
    viewer = Leaving(frozenset({"participant.1", "room.1"}))
    anna = page(viewer)
    await anna.open()

    viewer.hears = frozenset({"participant.1", "room.2"})
    await regroup("participant.1")
    await regroup("participant.1")
    viewer.hears = frozenset({"participant.1", "room.3"})
    await regroup("participant.1")
    assert "refresh" in await anna.told()

    await tell("room.2", "geheim van kamer 2")
    assert await hear_of_room_1(anna) == "einde"
    await tell("room.3", "voor kamer 3")
    assert await anna.everything(until="voor kamer 3") == "voor kamer 3"


async def test_who_comes_back_after_being_moved_is_not_told_what_the_old_room_was_told(page, hub):
    viewer = someone("participant.1", "room.1")
    before = page(viewer)
    await before.open()
    await page(someone("participant.1", "room.1")).open()
    await before.close()

    viewer.hears = frozenset({"participant.1"})
    position = hub.history.position
    await regroup("participant.1")
    await tell("room.1", "geheim van kamer 1")
    await until(lambda: hub.history.position == position + 2)

    after = page(viewer, at=before.at)
    assert await after.open() == {"n": 1, "at": after.at, "refresh": 150}
