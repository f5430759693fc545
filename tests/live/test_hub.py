"""The hub between the line and the sockets of a process."""

import asyncio
import json

import pytest

from scholendag.live import hub as hub_module
from scholendag.live.hub import Listener
from tests.live.pages import tell


class Ear(Listener):
    """A listener that remembers what it was told."""

    def __init__(self):
        super().__init__()
        self.frames = asyncio.Queue()
        self.reactions = asyncio.Queue()
        self.is_let_go = False

    def tell(self, frame):
        self.frames.put_nowait(json.loads(frame))

    def react(self, message):
        self.reactions.put_nowait((message["type"], message.get("refresh")))

    def let_go(self):
        self.is_let_go = True

    async def next(self):
        async with asyncio.timeout(5):
            return (await self.frames.get())["content"]

    async def everything(self, until):
        """All that is told, up to and including the frame that ends with `until`."""
        told = [await self.next()]
        while not told[-1].endswith(until):
            told.append(await self.next())
        return told


@pytest.fixture
def subscriptions(hub, monkeypatch):
    """What the hub subscribed to (+) and let go (-), in order."""
    seen = []
    layer = hub.line.layer
    add, discard = layer.group_add, layer.group_discard

    async def note_add(audience, channel):
        seen.append(f"+{audience}")
        await add(audience, channel)

    async def note_discard(audience, channel):
        seen.append(f"-{audience}")
        await discard(audience, channel)

    monkeypatch.setattr(layer, "group_add", note_add)
    monkeypatch.setattr(layer, "group_discard", note_discard)
    return seen


@pytest.fixture
def slow_merging(monkeypatch):
    """So long that whatever a test sends falls within it, also on a busy machine."""
    monkeypatch.setattr(hub_module, "MERGE_SECONDS", 0.5)


async def test_the_first_change_goes_out_at_once_and_what_follows_travels_together(
    hub, slow_merging
):
    ear = Ear()
    await hub.join(ear, ["room.1"])

    for number in range(50):
        await tell("room.1", f"[{number}]")

    first, rest = await ear.everything(until="[49]")
    assert first == "[0]"
    assert rest == "".join(f"[{number}]" for number in range(1, 50))


async def test_a_room_of_three_hundred_loses_nothing_when_all_post_at_once(hub):
    """The default capacity of a channel (100) drops without a word; ours must not."""
    ears = [Ear() for _ in range(20)]
    for ear in ears:
        await hub.join(ear, ["sessie.1.everyone"])

    for number in range(300):
        await tell("sessie.1.everyone", f"[{number}]")
    await tell("sessie.1.everyone", "[laatste]")

    for ear in ears:
        told = "".join(await ear.everything(until="[laatste]"))
        assert all(f"[{number}]" in told for number in range(300))


async def test_the_layer_carries_each_change_once_however_many_listen(hub, subscriptions):
    for _ in range(30):
        await hub.join(Ear(), ["room.1"])

    assert subscriptions == ["+processes", "+room.1"]


async def test_what_is_pushed_to_several_audiences_is_told_in_the_order_of_pushing(hub):
    """A note that is taken from everyone and given back to the coaches must end up there."""
    coach = Ear()
    await hub.join(coach, ["sessie.1.everyone", "sessie.1.coaches"])
    await tell("sessie.1.everyone", "begin")
    await tell("sessie.1.coaches", "eerder")

    await tell("sessie.1.everyone", "weg")
    await tell("sessie.1.coaches", "terug")
    await tell("sessie.1.everyone", "einde")

    told = "".join(await coach.everything(until="einde"))
    assert told == "begineerderwegterugeinde"


async def test_of_one_element_a_burst_sends_only_the_latest_state(hub, slow_merging):
    ear = Ear()
    await hub.join(ear, ["room.1"])
    await tell("room.1", "begin")

    for number in range(100):
        await tell("room.1", f"{number} klaar", about="teller")

    assert await ear.everything(until="99 klaar") == ["begin", "99 klaar"]


async def test_who_left_is_not_told_what_was_still_waiting(hub):
    ear, other = Ear(), Ear()
    await hub.join(ear, ["room.1", "room.2"])
    await hub.join(other, ["room.1"])
    await tell("room.1", "begin")
    await ear.next()
    await tell("room.1", "geheim")
    await other.everything(until="begin")

    hub.leave(ear, ["room.1"])
    await tell("room.2", "voor kamer 2")

    assert await ear.next() == "voor kamer 2"


async def test_an_audience_that_nobody_came_back_to_is_let_go_after_a_while(hub, subscriptions):
    first, second = Ear(), Ear()
    await hub.join(first, ["room.1"])
    await hub.join(second, ["room.1"])
    hub.leave(first, ["room.1"])
    await hub.pulse(hub.loop.time() + hub_module.KEEP_SECONDS + 1)
    assert "-room.1" not in subscriptions

    hub.leave(second, ["room.1"])
    await hub.pulse(hub.loop.time())
    assert "-room.1" not in subscriptions

    await hub.pulse(hub.loop.time() + hub_module.KEEP_SECONDS + 1)
    assert subscriptions == ["+processes", "+room.1", "-room.1"]
    assert "room.1" not in hub.listeners


async def test_who_comes_back_in_time_keeps_the_audience(hub, subscriptions):
    ear = Ear()
    await hub.join(ear, ["room.1"])
    hub.leave(ear, ["room.1"])
    await hub.join(ear, ["room.1"])

    await hub.pulse(hub.loop.time() + hub_module.KEEP_SECONDS + 1)

    assert subscriptions == ["+processes", "+room.1"]
    await tell("room.1", "weer daar")
    assert await ear.next() == "weer daar"


async def test_after_a_failure_of_the_layer_the_hub_subscribes_again_and_pages_refetch(
    hub, monkeypatch, caplog
):
    monkeypatch.setattr("scholendag.live.line.RETRY_SECONDS", 0)
    monkeypatch.setattr(hub_module, "CROWDED_SECONDS", 60)
    ear = Ear()
    await hub.join(ear, ["room.1"])
    layer = hub.line.layer
    for audience in ("processes", "room.1"):
        await layer.group_discard(audience, hub.line.channel)
    receive = layer.receive

    async def fails_once(channel):
        monkeypatch.setattr(layer, "receive", receive)
        raise ConnectionError("geen verbinding")

    monkeypatch.setattr(layer, "receive", fails_once)
    await layer.send(
        hub.line.channel, {"type": "live.changes", "audience": "room.1", "changes": []}
    )
    async with asyncio.timeout(5):
        assert await ear.reactions.get() == ("live.regroup", 3000)

    await ear.frames.get()
    await tell("room.1", "weer daar")
    assert await ear.next() == "weer daar"
    assert "does not answer" in caplog.text
