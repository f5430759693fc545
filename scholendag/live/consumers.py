"""The WebSocket. It only pushes: whatever a browser sends over it is ignored."""

import json
from collections import Counter
from typing import Any, ClassVar

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer

from scholendag.live.viewers import FindViewer, Viewer

# On this code the page stops trying: the right is gone.
NO_LONGER_WELCOME = 4404


class LiveConsumer(AsyncWebsocketConsumer):  # type: ignore[misc]
    """One open page. The route says with `find_viewer` who is at the other end."""

    open_sockets: ClassVar[Counter[str]] = Counter()

    def __init__(self, find_viewer: FindViewer) -> None:
        super().__init__()
        self.find_viewer = find_viewer
        self.viewer: Viewer | None = None
        self.hears: frozenset[str] = frozenset()
        self.counted = False

    async def __call__(self, *connection: Any) -> None:
        """One open page, from its opening to its end: also when the end is an error."""
        try:
            await super().__call__(*connection)
        finally:
            await self._leave()

    async def connect(self) -> None:
        """Join the audiences that the viewer has a right to, then accept, then note the arrival.

        In this order, so that a page that fetches itself when its socket opens misses nothing.
        """
        self.viewer = await database_sync_to_async(self.find_viewer)(self.scope)
        await self._regroup()
        await self.accept()
        if not self.hears or not self.viewer:
            await self.close(NO_LONGER_WELCOME)
            return
        self.counted = True
        self.open_sockets[self.viewer.key] += 1
        await database_sync_to_async(self.viewer.arrived)()

    async def live_frame(self, message: dict[str, Any]) -> None:
        """Hand a frame on to the browser, unless the right went while it was under way."""
        if self.hears:
            await self.send(json.dumps(message["frame"]))

    async def live_regroup(self, message: dict[str, Any]) -> None:  # noqa: ARG002
        """Rights changed: hear only what is still allowed, then fetch the page again."""
        await self._regroup()
        if self.hears:
            await self.send(json.dumps({"refresh": True}))
        else:
            await self.close(NO_LONGER_WELCOME)

    async def live_roll_call(self, message: dict[str, Any]) -> None:  # noqa: ARG002
        """In another process this person's last socket closed: here is one that is open."""
        if self.viewer:
            await database_sync_to_async(self.viewer.arrived)()

    async def _leave(self) -> None:
        """Leave every audience; the last socket of a person is their leaving."""
        for audience in self.hears:
            await self.channel_layer.group_discard(audience, self.channel_name)
        if not self.viewer or not self.counted:
            return
        self.open_sockets[self.viewer.key] -= 1
        if self.open_sockets[self.viewer.key] == 0:
            del self.open_sockets[self.viewer.key]
            await database_sync_to_async(self.viewer.left)()
            await self.channel_layer.group_send(self.viewer.key, {"type": "live.roll_call"})

    async def _regroup(self) -> None:
        allowed = await database_sync_to_async(self.viewer.audiences)() if self.viewer else None
        for audience in self.hears - (allowed or frozenset()):
            await self.channel_layer.group_discard(audience, self.channel_name)
        for audience in (allowed or frozenset()) - self.hears:
            await self.channel_layer.group_add(audience, self.channel_name)
        self.hears = allowed or frozenset()
