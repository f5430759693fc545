import asyncio
import json
import uuid
from collections import Counter
from dataclasses import dataclass, field

import pytest
from channels.layers import get_channel_layer
from channels.testing import WebsocketCommunicator

from scholendag.live.consumers import NO_LONGER_WELCOME, TOO_SLOW, TRY_AGAIN, LiveConsumer


@dataclass
class FakeViewer:
    """Someone whose rights a test can change while the socket is open."""

    hears: frozenset[str] | None
    key: str = field(default_factory=lambda: f"participant.{uuid.uuid4()}")
    happened: list[str] = field(default_factory=list)

    def audiences(self):
        return self.hears

    def arrived(self):
        self.happened.append("arrived")

    def left(self):
        self.happened.append("left")


def socket(viewer, consumer=LiveConsumer):
    return WebsocketCommunicator(consumer.as_asgi(find_viewer=lambda scope: viewer), "/live/test/")


def broken():
    raise ZeroDivisionError


async def tell(audience, html, about=None):
    message = {"type": "live.changes", "audience": audience, "changes": [(about or html, html)]}
    await get_channel_layer().group_send(audience, message)


async def regroup(audience):
    await get_channel_layer().group_send(audience, {"type": "live.regroup", "audience": audience})


async def frame_from(communicator):
    return json.loads(await communicator.receive_from())


async def test_a_socket_hears_its_audiences_and_no_other():
    anna = socket(FakeViewer(frozenset({"room.1"})))
    await anna.connect()

    await tell("room.2", "geheim van kamer 2")
    await tell("room.1", "voor kamer 1")

    assert await frame_from(anna) == {"content": "voor kamer 1"}
    assert await anna.receive_nothing()
    await anna.disconnect()


async def test_whoever_has_no_right_is_closed_at_once():
    stranger = socket(None)
    await stranger.connect()

    assert (await stranger.receive_output())["code"] == NO_LONGER_WELCOME


async def test_a_revoked_right_closes_the_socket_and_ends_its_audience():
    viewer = FakeViewer(frozenset({"room.1"}))
    anna = socket(viewer)
    await anna.connect()

    viewer.hears = None
    await regroup("room.1")
    await tell("room.1", "geheim")

    assert (await anna.receive_output())["code"] == NO_LONGER_WELCOME
    await anna.disconnect()
    assert anna.output_queue.empty()


async def test_a_changed_room_leaves_the_old_audience_and_refreshes():
    viewer = FakeViewer(frozenset({"participant.1", "room.1"}))
    anna = socket(viewer)
    await anna.connect()

    viewer.hears = frozenset({"participant.1", "room.2"})
    await regroup("participant.1")
    assert await frame_from(anna) == {"refresh": True}

    await tell("room.1", "geheim van kamer 1")
    await tell("room.2", "voor kamer 2")
    assert await frame_from(anna) == {"content": "voor kamer 2"}
    await anna.disconnect()


async def test_what_a_browser_sends_is_ignored():
    anna = socket(FakeViewer(frozenset({"room.1"})))
    await anna.connect()

    await anna.send_to(text_data='{"type": "live.regroup", "content": "<b>hoi</b>"}')

    assert await anna.receive_nothing()
    await anna.disconnect()


async def test_the_last_tab_to_close_is_the_leaving():
    viewer = FakeViewer(frozenset({"participant.1"}))
    first, second = socket(viewer), socket(viewer)
    await first.connect()
    await second.connect()

    await first.disconnect()
    assert viewer.happened == ["arrived", "arrived"]

    await second.disconnect()
    assert viewer.happened[-1] == "left"


async def test_an_error_is_a_leaving_too():
    viewer = FakeViewer(frozenset({"room.1"}))
    viewer.arrived = broken
    anna = socket(viewer)
    await anna.connect()

    with pytest.raises(ZeroDivisionError):
        await anna.receive_output()

    assert viewer.happened == ["left"]
    assert viewer.key not in LiveConsumer.open_sockets


async def test_when_rights_cannot_be_looked_up_the_page_is_asked_to_come_back():
    viewer = FakeViewer(frozenset({"room.1"}))
    anna = socket(viewer)
    await anna.connect()

    viewer.audiences = broken
    await regroup("room.1")
    await tell("room.1", "misschien geheim")

    assert (await anna.receive_output())["code"] == TRY_AGAIN
    await anna.disconnect()
    assert anna.output_queue.empty()


async def test_who_closes_a_page_in_one_process_is_still_there_in_another():
    class OtherProcess(LiveConsumer):
        open_sockets = Counter()

    viewer = FakeViewer(None)
    viewer.hears = frozenset({viewer.key})
    here, there = socket(viewer), socket(viewer, OtherProcess)
    await here.connect()
    await there.connect()

    await here.disconnect()
    await there.receive_nothing()

    assert viewer.happened == ["arrived", "arrived", "left", "arrived"]
    await there.disconnect()
    assert viewer.happened[-1] == "left"


async def test_who_does_not_read_is_closed_to_catch_up_and_the_others_notice_nothing(monkeypatch):
    monkeypatch.setattr("scholendag.live.consumers.OUTBOX_FRAMES", 3)
    monkeypatch.setattr("scholendag.live.hub.MERGE_SECONDS", 0)
    stalled = asyncio.Event()

    class Stalled(LiveConsumer):
        async def send(self, *args, **kwargs):
            await stalled.wait()

    slow = socket(FakeViewer(frozenset({"room.1"})), Stalled)
    quick = socket(FakeViewer(frozenset({"room.1"})))
    await slow.connect()
    await quick.connect()

    for number in range(10):
        await tell("room.1", f"{number}")
        assert await frame_from(quick) == {"content": f"{number}"}

    assert (await slow.receive_output())["code"] == TOO_SLOW
    await slow.disconnect()
    await quick.disconnect()


async def test_a_server_that_stops_waits_for_nobody():
    class Stopping(LiveConsumer):
        async def connect(self):
            await super().connect()
            raise asyncio.CancelledError

    viewer = FakeViewer(frozenset({"room.1"}))
    anna = socket(viewer, Stopping)
    await anna.connect()
    with pytest.raises(asyncio.CancelledError):
        await anna.future

    assert viewer.happened == ["arrived"]
    assert viewer.key not in LiveConsumer.open_sockets
