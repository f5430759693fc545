"""What the channel layer drops or reorders, and what a page notices of it."""

import asyncio

import pytest
from django.db import connection

from scholendag import live
from scholendag.live.hub import Hub
from tests.live.pages import say, someone, until


def says(html):
    return lambda message: html in str(message.get("changes"))


@pytest.mark.parametrize("dropped", ["[1]", "[2]"])
async def test_what_the_layer_drops_makes_the_pages_fetch(page, hub, pulsing, swallow, dropped):
    anna, bram = page(someone("room.1")), page(someone("room.2"))
    await anna.open()
    await bram.open()
    swallow(says(dropped))

    for number in (1, 2, 3):
        say(hub, "room.1", f"[{number}]")

    assert await anna.contents(until="[3]") == "[1][2][3]".replace(dropped, "")
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


async def test_what_was_said_before_a_page_came_makes_it_fetch_no_second_time(page, hub, pulsing):
    say(hub, "room.1", "eerder")
    anna = page(someone("room.1"))
    await anna.open()

    later = hub.line.pulses + 5
    await until(lambda: hub.line.pulses > later)
    say(hub, "room.1", "nu")

    assert await anna.told() == {"content": "nu"}


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
