"""The floor: a bare socket server that stores nothing and sends one frame per note per socket.

Whatever text a socket sends goes to all sockets on the same path, one write each. It holds what
RFC 6455 asks of a server that trusts its clients: no fragments, no close handshake.

    python -m tests.load.apps.floor --port 8001
"""

import argparse
import asyncio
import base64
import hashlib
from collections import defaultdict

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT = 0x81
PING = 0x89
PONG = 0x8A
BACKLOG = 2048

rooms: defaultdict[bytes, set["Floor"]] = defaultdict(set)


def frame(first: int, payload: bytes) -> bytes:
    """A frame as a server sends it: unmasked."""
    length = len(payload)
    if length < 126:
        return bytes((first, length)) + payload
    if length < 65536:
        return bytes((first, 126)) + length.to_bytes(2) + payload
    return bytes((first, 127)) + length.to_bytes(8) + payload


def unmasked(key: bytes, payload: bytes) -> bytes:
    """What a client masked with this key; nothing to do for the key of zeros."""
    if key == b"\0\0\0\0":
        return payload
    repeated = (key * (len(payload) // 4 + 1))[: len(payload)]
    return (int.from_bytes(payload) ^ int.from_bytes(repeated)).to_bytes(len(payload))


class Floor(asyncio.Protocol):
    """One socket."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.rest = b""
        self.room: set[Floor] | None = None

    def connection_lost(self, error: Exception | None) -> None:
        if self.room is not None:
            self.room.discard(self)

    def data_received(self, data: bytes) -> None:
        self.rest += data
        if self.room is None and b"\r\n\r\n" in self.rest:
            self._shake_hands()
        while self.room is not None and self._take_frame(self.room):
            pass

    def _shake_hands(self) -> None:
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        request, *lines = head.split(b"\r\n")
        headers = {name.lower(): value for name, _, value in (x.partition(b": ") for x in lines)}
        proof = hashlib.sha1(headers[b"sec-websocket-key"] + MAGIC).digest()
        self.room = rooms[request.split()[1]]
        self.room.add(self)
        self.transport.write(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + base64.b64encode(proof) + b"\r\n\r\n"
        )

    def _take_frame(self, room: set["Floor"]) -> bool:
        """Handle one whole frame. False when there is none yet."""
        if len(self.rest) < 6:
            return False
        length, start = self.rest[1] & 0x7F, 6
        if length == 126:
            length, start = int.from_bytes(self.rest[2:4]), 8
        end = start + length
        if len(self.rest) < end:
            return False
        first, key, payload = self.rest[0], self.rest[start - 4 : start], self.rest[start:end]
        self.rest = self.rest[end:]
        if first == TEXT:
            text = frame(TEXT, unmasked(key, payload))
            for socket in room:
                socket.transport.write(text)
        elif first == PING:
            self.transport.write(frame(PONG, unmasked(key, payload)))
        else:
            self.transport.close()
        return True


async def serve(port: int) -> None:
    """Serve on this port of this machine until killed."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Floor, "127.0.0.1", port, backlog=BACKLOG)
    await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    asyncio.run(serve(parser.parse_args().port))
