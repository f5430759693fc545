"""Pages as the server sees them: viewers with rights that a test can change, and their sockets."""

import asyncio
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from channels.layers import get_channel_layer
from channels.testing import WebsocketCommunicator

from scholendag.live.consumers import LiveConsumer
from scholendag.live.hub import Hub

DEADLINE_SECONDS = 10


@dataclass
class FakeViewer:
    """Someone whose rights a test can change while the socket is open."""

    hears: frozenset[str] | None
    key: str = field(default_factory=lambda: f"participant.{uuid.uuid4()}")
    happened: list[str] = field(default_factory=list)

    def audiences(self) -> frozenset[str] | None:
        return self.hears

    def arrived(self) -> None:
        self.happened.append("arrived")

    def left(self) -> None:
        self.happened.append("left")


def someone(*hears: str) -> FakeViewer:
    """A viewer who may hear these audiences."""
    return FakeViewer(frozenset(hears))


class Page:
    """One open page, and all that its socket was told."""

    def __init__(self, application: Any, path: str, at: str = "", **scope: Any) -> None:
        offers = ["scholendag", f"at.{at}"] if at else ["scholendag"]
        self.socket = WebsocketCommunicator(application, path, subprotocols=offers)
        self.socket.scope.update(scope)
        self.at = at
        self.is_open = False

    async def open(self) -> dict[str, Any]:
        """Open the socket; its first frame, which always comes."""
        self.is_open, subprotocol = await self.socket.connect(DEADLINE_SECONDS)
        assert self.is_open
        assert subprotocol == "scholendag"
        return await self.frame()

    async def refusal(self) -> int:
        """Try to open the socket; the code with which it is refused."""
        self.is_open, code = await self.socket.connect(DEADLINE_SECONDS)
        assert not self.is_open
        return code

    async def frame(self) -> dict[str, Any]:
        """The next frame, with its number; beats are passed over."""
        async with asyncio.timeout(DEADLINE_SECONDS):
            while True:
                frame = json.loads(await self.socket.receive_from(DEADLINE_SECONDS))
                self.at = frame.get("at", self.at)
                if frame.keys() != {"n"}:
                    return frame

    async def beat(self) -> int:
        """The number of the next beat; frames are passed over."""
        while True:
            frame = json.loads(await self.socket.receive_from(DEADLINE_SECONDS))
            if frame.keys() == {"n"}:
                return frame["n"]

    async def told(self) -> dict[str, Any]:
        """What the next frame says to a reader: `content`, `refresh`, both or neither."""
        frame = await self.frame()
        return {key: frame[key] for key in ("content", "refresh") if key in frame}

    async def contents(self, until: str) -> str:
        """All content, up to and including the frame that ends with `until`."""
        content = ""
        while not content.endswith(until):
            told = await self.told()
            assert told.keys() == {"content"}, told
            content += told["content"]
        return content

    async def everything(self, until: str) -> str:
        """All content, up to and including the frame that holds `until`; signals are ignored."""
        content = ""
        async with asyncio.timeout(DEADLINE_SECONDS):
            while until not in content:
                content += (await self.told()).get("content", "")
        return content

    async def say(self, text: str | None = None, data: bytes | None = None) -> None:
        """Send something, as only a beat's answer should be."""
        await self.socket.send_input({"type": "websocket.receive", "text": text, "bytes": data})

    async def code(self) -> int:
        """Read on until the server closes; the code with which it does."""
        async with asyncio.timeout(DEADLINE_SECONDS):
            while True:
                output = await self.socket.receive_output(DEADLINE_SECONDS)
                if output["type"] == "websocket.close":
                    return output["code"]

    async def close(self) -> None:
        """Close the page, also when its socket is closed already."""
        if self.is_open:
            self.is_open = False
            await self.socket.disconnect(timeout=DEADLINE_SECONDS)

    async def closed(self) -> int:
        """The code with which the server closes, and nothing that comes before it."""
        output = await self.socket.receive_output(DEADLINE_SECONDS)
        assert output["type"] == "websocket.close", output
        return output["code"]

    def nothing_more(self) -> bool:
        """Nothing has been sent that was not read."""
        return self.socket.output_queue.empty()


def page_of(viewer: Any, at: str = "", consumer: type = LiveConsumer) -> Page:
    """A page of this viewer."""
    return Page(consumer.as_asgi(find_viewer=lambda scope: viewer), "/live/test/", at)


async def tell(audience: str, html: str, about: str = "") -> None:
    """Push this to an audience, as another process does."""
    message = {"type": "live.changes", "audience": audience, "changes": [(about or html, html)]}
    await get_channel_layer().group_send(audience, message)


def say(hub: Hub, audience: str, html: str, about: str = "") -> None:
    """Push this to an audience, from this process."""
    changes = [(about or html, html)]
    hub.line.say({"type": "live.changes", "audience": audience, "changes": changes})


async def regroup(audience: str) -> None:
    """Rights of this audience changed, in another process."""
    await get_channel_layer().group_send(audience, {"type": "live.regroup", "audience": audience})


async def until(condition: Callable[[], bool]) -> None:
    """Wait until this holds."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while not condition():
            await asyncio.sleep(0.005)
