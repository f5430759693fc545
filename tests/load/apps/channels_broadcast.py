"""The textbook way: one Channels consumer per socket, one group, the in-memory layer.

No database, no templates, no rights. Whoever sends a text over the socket sends it to everyone on
the same path. Served by Daphne, with every default as it comes.
"""

from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter
from django.conf import settings

settings.configure(
    CHANNEL_LAYERS={"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}},
)


class Broadcast(AsyncWebsocketConsumer):
    """One socket in the group of its path."""

    async def connect(self) -> None:
        self.group = "group" + self.scope["path"].replace("/", ".")
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        await self.channel_layer.group_send(self.group, {"type": "group.text", "text": text_data})

    async def group_text(self, event: dict[str, Any]) -> None:
        await self.send(text_data=event["text"])


application = ProtocolTypeRouter({"websocket": Broadcast.as_asgi()})
