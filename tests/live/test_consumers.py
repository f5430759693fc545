import asyncio

import pytest

from scholendag.live import consumers, outbox
from scholendag.live.consumers import NO_LONGER_WELCOME, TOO_SLOW, TRY_AGAIN, LiveConsumer
from scholendag.live.presence import Presence
from tests.live.pages import regroup, someone, tell, until


def broken():
    raise ZeroDivisionError


async def test_a_socket_hears_its_audiences_and_no_other(page):
    anna = page(someone("room.1"))
    bram = page(someone("room.2"))
    await anna.open()
    await bram.open()

    await tell("room.2", "geheim van kamer 2")
    await tell("room.1", "voor kamer 1")

    assert await bram.told() == {"content": "geheim van kamer 2"}
    assert await anna.told() == {"content": "voor kamer 1"}
    assert anna.nothing_more()


async def test_frames_are_numbered_without_holes_from_the_first_on(page):
    anna = page(someone("room.1"))
    assert (await anna.open())["n"] == 1

    for number in (2, 3, 4):
        await tell("room.1", f"{number}")
        assert (await anna.frame())["n"] == number


async def test_a_beat_says_how_far_the_socket_is_and_has_no_number_of_its_own(page, monkeypatch):
    monkeypatch.setattr(consumers, "BEAT_SECONDS", 0.01)
    anna = page(someone("room.1"))
    await anna.open()
    assert await anna.beat() == 1

    await tell("room.1", "voor kamer 1")
    assert (await anna.frame())["n"] == 2
    assert await anna.beat() == 2


async def test_whoever_has_no_right_is_closed_at_once_and_told_nothing(page):
    stranger = page(None)
    assert await stranger.socket.connect() == (True, "scholendag")
    stranger.is_open = True

    assert (await stranger.socket.receive_output())["code"] == NO_LONGER_WELCOME
    assert stranger.nothing_more()


async def test_a_revoked_right_closes_the_socket_and_ends_its_audience(page):
    viewer = someone("room.1")
    anna = page(viewer)
    await anna.open()

    viewer.hears = None
    await regroup("room.1")
    await tell("room.1", "geheim")

    output = await anna.socket.receive_output()
    assert output["type"] == "websocket.close"
    assert output["code"] == NO_LONGER_WELCOME
    await anna.close()
    assert anna.nothing_more()


async def test_a_changed_room_leaves_the_old_audience_and_refreshes(page):
    viewer = someone("participant.1", "room.1")
    anna = page(viewer)
    await anna.open()

    viewer.hears = frozenset({"participant.1", "room.2"})
    await regroup("participant.1")
    assert await anna.told() == {"refresh": 150}

    await tell("room.1", "geheim van kamer 1")
    await tell("room.2", "voor kamer 2")
    assert await anna.told() == {"content": "voor kamer 2"}


async def test_what_a_browser_sends_is_ignored(page):
    anna, bram = page(someone("room.1")), page(someone("room.1"))
    await anna.open()
    await bram.open()

    await anna.say('{"type": "live.regroup", "content": "<b>hoi</b>"}')
    await tell("room.1", "voor kamer 1")

    for one in (anna, bram):
        assert await one.told() == {"content": "voor kamer 1"}
        assert one.nothing_more()


async def test_the_last_tab_to_close_is_the_leaving(page):
    viewer = someone("participant.1")
    first, second = page(viewer), page(viewer)
    await first.open()
    await second.open()

    await first.close()
    await tell("participant.1", "nog hier")
    await second.told()
    assert viewer.happened == ["arrived"]

    await second.close()
    await until(lambda: viewer.happened == ["arrived", "left"])


async def test_a_reload_is_no_leaving(page, monkeypatch, presence):
    monkeypatch.setattr("scholendag.live.presence.GRACE_SECONDS", 3600)
    viewer = someone("participant.1")
    before, after = page(viewer), page(viewer)

    await before.open()
    await before.close()
    [leaving] = presence.going.values()
    await after.open()

    await until(leaving.cancelled)
    assert viewer.happened == ["arrived"]
    assert presence.open[viewer.key] == 1
    assert not presence.going


async def test_who_comes_back_after_leaving_arrives_again(page):
    viewer = someone("participant.1")
    before, after = page(viewer), page(viewer)

    await before.open()
    await before.close()
    await until(lambda: viewer.happened == ["arrived", "left"])
    await after.open()

    await until(lambda: viewer.happened == ["arrived", "left", "arrived"])


async def test_an_error_is_a_leaving_too(page, presence):
    viewer = someone("room.1")
    viewer.arrived = broken
    anna = page(viewer)
    await anna.open()

    assert await anna.code() == TRY_AGAIN
    await anna.close()

    await until(lambda: viewer.happened == ["left"])
    assert viewer.key not in presence.open


async def test_when_rights_cannot_be_looked_up_the_page_is_asked_to_come_back(page):
    viewer = someone("room.1")
    anna = page(viewer)
    await anna.open()

    viewer.audiences = broken
    await regroup("room.1")
    await tell("room.1", "misschien geheim")

    output = await anna.socket.receive_output()
    assert output["type"] == "websocket.close"
    assert output["code"] == TRY_AGAIN
    await anna.close()
    assert anna.nothing_more()


async def test_who_closes_a_page_in_one_process_is_still_there_in_another(page):
    class OtherProcess(LiveConsumer):
        presence = Presence()

    viewer = someone()
    viewer.hears = frozenset({viewer.key})
    here, there = page(viewer), page(viewer, consumer=OtherProcess)
    await here.open()
    await there.open()

    await here.close()
    await until(lambda: viewer.happened == ["arrived", "arrived", "left", "arrived"])

    await there.close()
    await until(lambda: viewer.happened[-1] == "left")


async def test_who_does_not_read_is_closed_to_catch_up_and_the_others_notice_nothing(
    page, monkeypatch
):
    monkeypatch.setattr(outbox, "UNREAD_CHARACTERS", 1000)
    monkeypatch.setattr("scholendag.live.hub.MERGE_SECONDS", 0)
    stalled, acknowledged = asyncio.Event(), asyncio.Event()

    class Stalled(LiveConsumer):
        async def send(self, *args, **kwargs):
            await stalled.wait()

    class Quick(LiveConsumer):
        async def receive(self, *args, **kwargs):
            await super().receive(*args, **kwargs)
            acknowledged.set()

    slow = page(someone("room.1"), consumer=Stalled)
    quick = page(someone("room.1"), consumer=Quick)
    slow.is_open, _ = await slow.socket.connect()
    await quick.open()

    for number in range(10):
        html = f"{number}" * 200
        await tell("room.1", html)
        frame = await quick.frame()
        assert frame["content"] == html
        await quick.say(f"{frame['n']}")
        await acknowledged.wait()
        acknowledged.clear()

    output = await slow.socket.receive_output()
    assert (output["type"], output["code"]) == ("websocket.close", TOO_SLOW)
    assert slow.nothing_more()


async def test_a_server_that_stops_waits_for_nobody(page, presence, monkeypatch):
    monkeypatch.setattr("scholendag.live.presence.GRACE_SECONDS", 3600)

    viewer = someone("room.1")
    anna = page(viewer)
    await anna.socket.connect()
    await until(lambda: viewer.happened == ["arrived"])
    anna.socket.future.cancel()
    with pytest.raises(asyncio.CancelledError):
        await anna.socket.future

    assert viewer.happened == ["arrived"]
    assert viewer.key not in presence.open
