"""A channel layer that falls silent or hangs: pages poll, nobody waits, and all come back."""

import asyncio

import pytest

from scholendag.live import audiences
from scholendag.live.consumers import TRY_AGAIN
from scholendag.live.hub import Hub
from scholendag.live.seam import roll_call
from tests.live.pages import say, someone, tell, until


@pytest.fixture
def silence(layer, swallow, monkeypatch):
    """The layer takes everything and brings nothing, until it is over."""
    monkeypatch.setattr("scholendag.live.line.PULSE_SECONDS", 0.1)
    group_send = layer.group_send

    def falls():
        swallow(lambda message: True)

    def is_over():
        monkeypatch.setattr(layer, "group_send", group_send)

    falls.is_over = is_over
    return falls


async def test_while_the_layer_is_silent_sockets_are_closed_and_no_new_ones_open(
    page, hub, silence
):
    pages = [page(someone("room.1")) for _ in range(3)]
    for one in pages:
        await one.open()

    silence()
    assert [await one.code() for one in pages] == [TRY_AGAIN] * 3
    assert await page(someone("room.2")).refusal() == TRY_AGAIN
    assert await page(someone("room.1")).refusal() == TRY_AGAIN


async def test_once_the_layer_is_back_pages_come_in_again_and_fetch_spread_over_a_moment(
    page, hub, silence, monkeypatch
):
    monkeypatch.setattr("scholendag.live.hub.CROWDED_SECONDS", 60)
    before = page(someone("room.1"))
    await before.open()
    at = before.at
    silence()
    await before.code()
    silence.is_over()
    await until(lambda: hub.line.is_up)

    after = page(someone("room.1"), at=at)
    assert (await after.open())["refresh"] == 3000
    await tell("room.1", "weer daar")
    assert await after.told() == {"content": "weer daar"}


async def test_a_layer_that_forgot_who_listens_is_told_again(page, hub, layer, monkeypatch):
    """As a Redis that started anew: nothing fails, nothing arrives."""
    monkeypatch.setattr("scholendag.live.line.PULSE_SECONDS", 0.1)
    anna = page(someone("room.1"))
    await anna.open()

    for audience in ("room.1", audiences.processes()):
        await layer.group_discard(audience, hub.line.channel)
    assert await anna.code() == TRY_AGAIN
    await until(lambda: hub.line.is_up)

    again = page(someone("room.1"), at=anna.at)
    assert "refresh" in await again.open()
    say(hub, "room.1", "weer daar")
    assert await again.told() == {"content": "weer daar"}


@pytest.fixture
def hanging(layer, monkeypatch):
    """The layer takes nothing, and does not say so either, until it is set free."""
    free, group_send = asyncio.Event(), layer.group_send

    async def hangs(audience, message):
        await free.wait()
        await group_send(audience, message)

    monkeypatch.setattr(layer, "group_send", hangs)
    return free


async def test_a_layer_that_hangs_keeps_no_writer_waiting(hub, hanging):
    async with asyncio.timeout(1):
        for _ in range(100):
            await asyncio.to_thread(roll_call, "room.1")

    # Set free, so that the end of the test waits for nothing either.
    hanging.set()


async def test_what_waits_for_a_layer_that_hangs_is_bounded_and_what_is_left_out_is_noticed(
    page, layer, pulsing, monkeypatch, request
):
    monkeypatch.setattr("scholendag.live.line.OUTGOING", 5)
    monkeypatch.setattr("scholendag.live.hub.CROWDED_SECONDS", 0)
    anna, hub = page(someone("room.1")), Hub.here()
    await anna.open()
    free = request.getfixturevalue("hanging")

    for number in range(20):
        say(hub, "room.1", f"[{number}]")
    assert hub.line.outgoing.qsize() == 5
    free.set()

    assert await anna.contents(until="[4]") == "[0][1][2][3][4]"
    assert await anna.told() == {"refresh": 150}


@pytest.mark.parametrize("misses", ["", "the first", "all but the error"])
async def test_a_server_stops_also_when_the_layer_does_not_listen_to_it(layer, monkeypatch, misses):
    """As the Redis client on Python 3.11, which now and then misses that it is cancelled."""
    receiving, ended, cancelled = asyncio.Event(), asyncio.Event(), 0

    async def receive(channel):
        nonlocal cancelled
        receiving.set()
        while True:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                cancelled += 1
                if misses == "the first" and cancelled == 1:
                    continue
                ended.set()
                if misses == "all but the error":
                    raise ConnectionError from None
                raise

    monkeypatch.setattr(layer, "receive", receive)
    line = Hub().line
    await line.subscribe("room.1")
    async with asyncio.timeout(5):
        await receiving.wait()

    for task in line.tasks:
        task.cancel()
    _, running = await asyncio.wait(line.tasks, timeout=5)
    assert not running
    assert ended.is_set()
