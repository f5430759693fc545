"""What the channel layer drops, reorders or no longer does, and what a page notices of it."""

import asyncio

import pytest
from django.db import connection

from scholendag import live
from scholendag.live import audiences
from scholendag.live.consumers import TRY_AGAIN
from scholendag.live.hub import Hub
from scholendag.live.seam import roll_call
from tests.live.pages import say, someone, tell, until


@pytest.fixture
def pulsing(monkeypatch):
    """Pulses that follow each other quickly; a busy machine is no reason to call the line down."""
    monkeypatch.setattr("scholendag.live.line.PULSE_SECONDS", 0.02)
    monkeypatch.setattr("scholendag.live.line.UNHEARD_PULSES", 100_000)
    monkeypatch.setattr("scholendag.live.numbering.PATIENCE_SECONDS", 0.03)


@pytest.fixture
def swallow(layer, monkeypatch):
    """Lets the layer lose whatever this holds for, without a word."""
    group_send = layer.group_send

    def lose(is_lost):
        async def loses(audience, message):
            if not is_lost(message):
                await group_send(audience, message)

        monkeypatch.setattr(layer, "group_send", loses)

    return lose


def says(html):
    return lambda message: html in str(message.get("changes"))


async def test_what_the_layer_drops_makes_the_pages_fetch(page, hub, pulsing, swallow):
    anna, bram = page(someone("room.1")), page(someone("room.2"))
    await anna.open()
    await bram.open()
    swallow(says("[2]"))

    for number in (1, 2, 3):
        say(hub, "room.1", f"[{number}]")

    assert await anna.contents(until="[3]") == "[1][3]"
    assert await anna.told() == {"refresh": 150}
    say(hub, "room.2", "voor kamer 2")
    assert await bram.told() == {"content": "voor kamer 2"}


@pytest.mark.parametrize("before", [[], ["[1]"]])
async def test_also_when_nothing_follows_what_was_dropped(page, hub, pulsing, swallow, before):
    anna = page(someone("room.1"))
    await anna.open()
    for html in before:
        say(hub, "room.1", html)
        assert await anna.told() == {"content": html}

    swallow(says("[laatste]"))
    say(hub, "room.1", "[laatste]")

    assert await anna.told() == {"refresh": 150}


@pytest.mark.parametrize("before", [[], ["[1]"]])
async def test_also_when_another_process_said_it(page, hub, pulsing, swallow, before):
    anna, other = page(someone("room.1")), Hub()
    await anna.open()
    for html in before:
        say(other, "room.1", html)
        assert await anna.told() == {"content": html}

    swallow(says("[laatste]"))
    say(other, "room.1", "[laatste]")

    assert await anna.told() == {"refresh": 150}


async def test_a_dropped_change_of_rights_is_made_up_for(page, hub, pulsing, swallow):
    viewer = someone("participant.1", "room.1")
    anna = page(viewer)
    await anna.open()
    swallow(lambda message: message["type"] == "live.regroup")

    viewer.hears = frozenset({"participant.1"})
    hub.line.say({"type": "live.regroup", "audience": "participant.1"})

    assert await anna.told() == {"refresh": 150}
    say(hub, "room.1", "geheim")
    say(hub, "participant.1", "einde")
    assert await anna.told() == {"content": "einde"}


async def test_messages_that_overtake_each_other_make_nobody_fetch(
    page, hub, pulsing, layer, monkeypatch
):
    monkeypatch.setattr("scholendag.live.numbering.PATIENCE_SECONDS", 0.5)
    anna, group_send, held = page(someone("room.1")), layer.group_send, []
    await anna.open()

    async def overtaken(audience, message):
        if says("[1]")(message):
            held.append(message)
            return
        await group_send(audience, message)
        if says("[2]")(message):
            await group_send(audience, held.pop())

    monkeypatch.setattr(layer, "group_send", overtaken)
    say(hub, "room.1", "[1]")
    say(hub, "room.1", "[2]")
    assert await anna.contents(until="[1]") == "[2][1]"

    end = hub.loop.time() + 0.7
    await until(lambda: hub.loop.time() > end)
    say(hub, "room.1", "[3]")
    assert await anna.told() == {"content": "[3]"}


async def test_what_another_process_could_not_say_for_long_makes_the_pages_fetch(
    page, hub, pulsing, layer, monkeypatch
):
    monkeypatch.setattr("scholendag.live.numbering.REPEAT_SECONDS", 0.05)
    anna, other, group_send = page(someone("room.1")), Hub(), layer.group_send
    await anna.open()
    say(other, "room.1", "[1]")
    assert await anna.told() == {"content": "[1]"}

    async def fails(audience, message):
        if message.get("sender") == other.line.numbers.sender:
            raise ConnectionError
        await group_send(audience, message)

    monkeypatch.setattr(layer, "group_send", fails)
    say(other, "room.1", "[2]")
    long = other.line.pulses + 10
    await until(lambda: other.line.pulses > long)
    monkeypatch.setattr(layer, "group_send", group_send)

    assert await anna.told() == {"refresh": 150}


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
    assert await page(someone("room.1", "room.2")).refusal() == TRY_AGAIN


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
    receiving, cancelled = asyncio.Event(), 0

    async def receive(channel):
        nonlocal cancelled
        receiving.set()
        while True:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                cancelled += 1
                if misses == "all but the error":
                    raise ConnectionError from None
                if misses != "the first" or cancelled > 1:
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


@pytest.mark.django_db(transaction=True)
async def test_what_a_page_in_another_thread_pushes_arrives_in_order(page, hub):
    anna = page(someone("room.1"))
    await anna.open()

    def write():
        for number in range(50):
            live.push("room.1", live.upsert("lijst", lambda n=number: f'<li id="n{n}">[{n}]</li>'))
        connection.close()

    await asyncio.to_thread(write)

    told = await anna.everything(until="[49]</li></hx-partial>")
    places = [told.index(f"[{number}]") for number in range(50)]
    assert places == sorted(places)
