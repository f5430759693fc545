"""The lean half: sockets and requests with as little work a byte as can be.

A client that is busier than the server measures itself, so a frame is not parsed as JSON or HTML.
Every note has a mark in its text, and one search over the bytes of a frame finds all of them; for
the same bytes, which all sockets of an audience get, it is done once.
"""

import asyncio
import base64
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

HOST = "127.0.0.1"
MARK = re.compile(rb"note-\d{5}")
NUMBER = re.compile(rb'\{"n":(\d+)')
AT = re.compile(rb'"at": "([^"]+)"')
REFRESH = re.compile(rb'"refresh": (?:true|(\d+))')
# Browsers spread what they fetch over this many milliseconds, unless a frame says otherwise.
SOON = 150
# Browsers offer compression; a server that takes it up does other work than what is measured here.
COMPRESSED = re.compile(rb"\r\nsec-websocket-extensions:", re.IGNORECASE)
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
TEXT, CLOSE, PING, PONG, FINAL, MASKED = 0x1, 0x8, 0x9, 0xA, 0x80, 0x80
NO_MASK = b"\0\0\0\0"


@dataclass(frozen=True)
class Heard:
    """What a frame was about: notes, a request to fetch within so many milliseconds (or 0)."""

    marks: frozenset[bytes]
    refresh: int
    at: str
    size: int
    beat: bytes = b""


def read(payload: bytes) -> Heard:
    """What a frame holds. Its number differs from socket to socket, the rest is mostly the same."""
    number = NUMBER.match(payload)
    if number is None:
        return _read(payload)
    rest = payload[number.end() :]
    return replace(_read(rest), beat=number[1]) if rest == b"}" else _read(rest)


@lru_cache(maxsize=2048)
def _read(payload: bytes) -> Heard:
    refresh, at = REFRESH.search(payload), AT.search(payload)
    return Heard(
        marks=frozenset(MARK.findall(payload)),
        refresh=int(refresh[1] or SOON) if refresh else 0,
        at=at[1].decode() if at else "",
        size=len(payload),
    )


class Socket(asyncio.Protocol):
    """One WebSocket. `hear` is called for each frame, with the moment at which it came in."""

    def __init__(self, upgrade: bytes, hear: Callable[[Heard, float], None]) -> None:
        self.upgrade = upgrade
        self.hear = hear
        self.rest = b""
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self.upgrade)

    def connection_lost(self, error: Exception | None) -> None:
        self.is_open = False
        if not self.opened.done():
            self.opened.set_exception(ConnectionResetError("The server hung up"))

    def data_received(self, data: bytes) -> None:
        now = time.perf_counter()
        data = self.rest + data if self.rest else data
        at = 0 if self.is_open else self._shake_hands(data)
        while self.is_open and (end := self._take_frame(data, at, now)):
            at = end
        self.rest = data[at:]

    def send(self, text: bytes) -> None:
        """A text of less than 64 kB to the server."""
        self._send(TEXT, text)

    def abort(self) -> None:
        """Be gone, as when a network drops."""
        self.transport.abort()

    def _send(self, opcode: int, payload: bytes) -> None:
        length = len(payload)
        size = bytes((MASKED | length,)) if length < 126 else b"\xfe" + length.to_bytes(2)
        self.transport.write(bytes((FINAL | opcode,)) + size + NO_MASK + payload)

    def _shake_hands(self, data: bytes) -> int:
        """Where the frames begin; 0 while the answer is not complete."""
        end = data.find(b"\r\n\r\n") + 4
        if end < 4 or self.opened.done():
            return 0
        if COMPRESSED.search(data[:end]):
            self.opened.set_exception(ConnectionError("The server compresses what it sends"))
            self.transport.abort()
        elif data.startswith(b"HTTP/1.1 101"):
            self.is_open = True
            self.opened.set_result(None)
        else:
            self.opened.set_exception(ConnectionRefusedError(data[:40]))
            self.transport.abort()
        return end

    def _take_frame(self, data: bytes, at: int, now: float) -> int:
        """Handle the frame that starts here; where the next starts, or 0 if it is not whole."""
        if len(data) < at + 2:
            return 0
        length, start = data[at + 1], at + 2
        if length >= 126:
            start += 2 if length == 126 else 8
            length = int.from_bytes(data[at + 2 : start])
        end = start + length
        if len(data) < end:
            return 0
        opcode = data[at] & 0xF
        if opcode == TEXT:
            self.hear(read(data[start:end]), now)
        elif opcode == PING:
            self._send(PONG, data[start:end])
        elif opcode == CLOSE:
            self.transport.close()
        return end


async def open_socket(
    port: int, path: str, headers: str, hear: Callable[[Heard, float], None]
) -> Socket:
    """A socket on which the server has answered. Raises OSError when it does not want to."""
    key = base64.b64encode(os.urandom(16)).decode()
    upgrade = (
        f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
        f"Sec-WebSocket-Extensions: permessage-deflate\r\n{headers}\r\n"
    )
    _, socket = await asyncio.get_running_loop().create_connection(
        lambda: Socket(upgrade.encode(), hear), HOST, port
    )
    await socket.opened
    return socket


@dataclass(frozen=True)
class Answer:
    """What the server said to a request."""

    status: int
    head: bytes
    body: bytes


class Http:
    """One keep-alive connection, on which one request is under way at a time."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reader: asyncio.StreamReader | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.turn = asyncio.Lock()

    async def open(self) -> None:
        """A fresh connection, so that the server has no reason to have tired of it."""
        self.abort()
        self.reader, self.writer = await asyncio.open_connection(HOST, self.port)

    def abort(self) -> None:
        """Be gone, as when a network drops."""
        if self.writer:
            self.writer.transport.abort()
        self.reader = self.writer = None

    def send(self, request: bytes) -> None:
        """Send a request on the open connection, at once."""
        assert self.writer
        self.writer.write(request)

    async def answer(self) -> Answer:
        """The answer to it. Raises OSError or EOFError when the server hung up."""
        assert self.reader
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = LENGTH.search(head)
        body = await self.reader.readexactly(int(length[1])) if length else b""
        return Answer(int(head[9:12]), head, body)

    async def request(self, request: bytes) -> Answer:
        """Send and await; once more, as browsers do, when a kept connection had been closed."""
        async with self.turn:
            if self.writer and self.reader and not self.reader.at_eof():
                try:
                    self.send(request)
                    return await self.answer()
                except (OSError, EOFError):
                    pass
            await self.open()
            self.send(request)
            return await self.answer()
