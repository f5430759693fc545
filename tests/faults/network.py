"""The way from people to servers: one address, with a wire that can be cut."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from tests.faults.browser import HOST
from tests.faults.servers import free_port
from tests.faults.waiting import until

SECONDS_TO_END = 5
CHUNK = 64 * 1024
SOCKETS = b"GET /live/"

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Network:
    """Carries each connection to one of the servers in turn; to the next when one is dead.

    `sockets` counts the WebSockets that each server was given, by its port.
    """

    def __init__(self, ports: Sequence[int]) -> None:
        self.port = free_port()
        self.ports = list(ports)
        self.sockets: Counter[int] = Counter()
        self._server: asyncio.Server | None = None
        self._flowing = asyncio.Event()
        self._open: set[asyncio.StreamWriter] = set()

    async def restore(self) -> None:
        """Carry whatever comes; what was held up by `freeze` arrives after all."""
        self._flowing.set()
        if self._server is None:
            self._server = await asyncio.start_server(self._carry, HOST, self.port)

    def cut(self) -> None:
        """Every connection breaks, and there can be no new one."""
        if self._server:
            self._server.close()
            self._server = None
        for writer in self._open:
            writer.transport.abort()

    async def take_away(self) -> None:
        """Cut it for good, and wait until nothing of it is left."""
        self.cut()
        self._flowing.set()
        await until(lambda: not self._open, SECONDS_TO_END, lambda: f"{len(self._open)} are open")

    def freeze(self) -> None:
        """Nothing arrives any more, and nobody is told."""
        self._flowing.clear()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """From here on it breaks when it is cut, like the wire that it is."""
        self._open.add(writer)
        with suppress(OSError):
            first = await reader.read(CHUNK)
            await self._flowing.wait()
            far_reader, far_writer = await self._reach(is_socket=first.startswith(SOCKETS))
            self._open.add(far_writer)
            far_writer.write(first)
            await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
            self._hang_up(far_writer)
        self._hang_up(writer)

    async def _reach(self, *, is_socket: bool) -> Ends:
        for _ in self.ports:
            port = self.ports.pop(0)
            self.ports.append(port)
            with suppress(OSError):
                ends = await asyncio.open_connection(HOST, port)
                self.sockets[port] += is_socket
                return ends
        raise ConnectionRefusedError("No server answers")

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Until one side is done; then the other hears so."""
        with suppress(OSError):
            while piece := await reader.read(CHUNK):
                await self._flowing.wait()
                writer.write(piece)
                await writer.drain()
        writer.close()

    def _hang_up(self, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()
        self._open.discard(writer)


@asynccontextmanager
async def network(*ports: int) -> AsyncIterator[Network]:
    """One address before the servers on these ports, until the block ends."""
    wire = Network(ports)
    await wire.restore()
    try:
        yield wire
    finally:
        await wire.take_away()
