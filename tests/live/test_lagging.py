"""A server with far too much to do works for who is still there, and takes no lag for silence."""

import asyncio
import threading

import pytest
from channels import DEFAULT_CHANNEL_LAYER
from channels.layers import channel_layers

from scholendag.live.layers import OneProcessLayer
from tests.live.pages import say, someone, until

TURNS = 12
SECONDS_A_TURN = 3.0


@pytest.fixture
async def layer(monkeypatch):
    """That of one process, also when the tests run on Redis, whose answers take real time.

    Here the event loop only seems to be late.
    """
    layer = OneProcessLayer()
    monkeypatch.setitem(channel_layers.backends, DEFAULT_CHANNEL_LAYER, layer)
    return layer


@pytest.fixture
def lags(monkeypatch):
    """Lets the event loop come round every few seconds only, as on a machine that is too busy."""
    loop = asyncio.get_event_loop()
    own_time, behind = loop.time, 0.0
    monkeypatch.setattr(loop, "time", lambda: own_time() + behind)

    async def comes_round() -> None:
        nonlocal behind
        for _ in range(TURNS):
            behind += SECONDS_A_TURN
            await asyncio.sleep(0)

    return comes_round


@pytest.fixture(params=[0, 5], ids=["one process", "several"])
def turns_to_answer(request, layer, monkeypatch):
    """How often the loop comes round before the layer has taken a message: Redis has to answer."""
    group_send = layer.group_send

    async def answers(audience, message):
        for _ in range(request.param):
            await asyncio.sleep(0)
        await group_send(audience, message)

    monkeypatch.setattr(layer, "group_send", answers)
    return request.param


async def test_an_event_loop_that_lags_is_no_layer_that_fell_silent(
    page, hub, lags, turns_to_answer
):
    anna = page(someone("room.1"))
    await anna.open()
    first = hub.line.pulses

    for number in range(3):
        say(hub, "room.1", f"[{number}]")
    await lags()

    assert hub.line.pulses > first + 3
    assert hub.line.is_up
    assert await anna.contents(until="[2]") == "[0][1][2]"
    assert hub.line.untaken == set()
    say(hub, "room.1", "[3]")
    assert await anna.told() == {"content": "[3]"}


async def test_all_that_one_process_says_leaves_in_one_turn(page, hub):
    anna = page(someone("room.1"))
    await anna.open()

    for number in range(100):
        say(hub, "room.1", f"[{number}]")
    await asyncio.sleep(0)

    assert hub.line.outgoing.empty()


async def ends(page) -> None:
    """Its socket asks nothing more of the server."""
    async with asyncio.timeout(5):
        await asyncio.shield(page.socket.future)


async def test_who_leaves_while_rights_are_looked_up_is_let_go_at_once(page, hub):
    looking, may_end = threading.Event(), threading.Event()
    slow, late = someone("room.1"), someone("room.1")
    looked_up = []
    slow.audiences = lambda: looking.set() or (may_end.wait(10) and frozenset())
    late.audiences = lambda: looked_up.append("late") or frozenset()
    first, second = page(slow), page(late)
    try:
        for one in (first, second):
            await one.socket.send_input({"type": "websocket.connect"})
            await until(looking.is_set)
        for one in (first, second):
            await one.socket.send_input({"type": "websocket.disconnect", "code": 1006})
        # The one that waits for its turn does not even wait for that.
        await ends(second)
        for _ in range(5):
            await asyncio.sleep(0)
    finally:
        may_end.set()
    await ends(first)
    third = page(someone("room.1"))
    await third.open()
    assert looked_up == []


async def test_what_a_page_says_does_not_wait_for_those_who_come_in(page, hub):
    looking, may_end = threading.Event(), threading.Event()
    slow = someone("room.1")
    slow.audiences = lambda: looking.set() or (may_end.wait(10) and frozenset())
    anna, bram = page(someone("room.1")), page(slow)
    await anna.open()
    try:
        await bram.socket.send_input({"type": "websocket.connect"})
        await until(looking.is_set)
        await anna.socket.send_input({"type": "websocket.disconnect", "code": 1000})
        await ends(anna)
    finally:
        may_end.set()
    anna.is_open = False
    await bram.socket.send_input({"type": "websocket.disconnect", "code": 1000})
    await ends(bram)
