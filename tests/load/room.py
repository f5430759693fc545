"""One server with people connected to it: what a scenario plays in, and the meter beside it."""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.load.deelnemer import Deelnemer
from tests.load.ledger import Ledger
from tests.load.people import Person, Place, all_at_once
from tests.load.servers import Cores, Server, Subject, free_port, prepare, serving

# So many people arrive at one time: quick, and well within what any of the servers can take.
ARRIVING = 16
WARM_UP_PEOPLE = 8
WARM_UP_ROUNDS = 2
# The server is at rest when it uses less of its core than this, and this for each socket.
REST = 0.03
REST_EACH = 0.0001
REST_SECONDS = 0.5
SECONDS_TO_REST = 30
# Every socket of the application has a beat in this many seconds.
BEAT_SECONDS = 5
SHORT = 0.3


@dataclass
class Spent:
    """What a stretch of time cost: seconds of wall clock, and of a core for whom.

    `others` is what anyone else took meanwhile of the cores that are used here.
    """

    wall: float = 0.0
    server: float = 0.0
    client: float = 0.0
    others: float = 0.0


@dataclass
class Setting:
    """How many sessies of how many people, and with what on the boards."""

    sessies: int
    people: int
    writers: int = 0
    notes: int = 0


@dataclass
class Room:
    """A server with everyone connected. In `sessies` are those with a socket, sessie by sessie.

    `writers` only write: a limit of notes per person would otherwise end a small sessie early.
    """

    server: Server
    cores: Cores
    ledger: Ledger
    sessies: list[list[Person]]
    writers: list[Person] = field(default_factory=list)
    idle: float = 0.0
    bytes_per_connection: float = 0.0

    @property
    def everyone(self) -> list[Person]:
        """All who have a socket."""
        return [person for sessie in self.sessies for person in sessie]

    @contextmanager
    def metered(self) -> Iterator[Spent]:
        """Measure what the block costs, less what the server uses when nothing happens."""
        spent = Spent()
        wall, used = time.perf_counter(), self.cores.in_use()
        server, client = self.server.cpu(), time.process_time()
        yield spent
        spent.wall = time.perf_counter() - wall
        spent.server = self.server.cpu() - server
        spent.client = time.process_time() - client
        spent.others = self.cores.in_use() - used - spent.server - spent.client
        if spent.wall < SHORT:
            spent.others = math.nan  # the system counts in hundredths of a second
        spent.server -= self.idle * spent.wall

    async def come_to_rest(self) -> None:
        """Wait until what went before has been dealt with."""
        limit = REST + REST_EACH * len(self.everyone)
        deadline = time.perf_counter() + SECONDS_TO_REST
        while await self._use(REST_SECONDS) > limit and time.perf_counter() < deadline:
            pass

    async def see_what_rest_costs(self) -> None:
        """Measure what the server uses when nothing happens."""
        self.idle = await self._use(BEAT_SECONDS)

    async def _use(self, seconds: float) -> float:
        """The share of a core that the server uses for the next so many seconds."""
        before, started = self.server.cpu(), time.perf_counter()
        await asyncio.sleep(seconds)
        return (self.server.cpu() - before) / (time.perf_counter() - started)


@asynccontextmanager
async def room(subject: Subject, cores: Cores, setting: Setting) -> AsyncIterator[Room]:
    """Serve this subject on new data with everyone connected, until the block ends."""
    with TemporaryDirectory(prefix="load-") as name:
        folder, port = Path(name), free_port()
        places, warm_up = _places(subject, folder, port, setting)
        with serving(subject, folder, port, cores.server) as server:
            await _warm_up(server, warm_up)
            yield await _filled(server, cores, places, setting)


def _places(
    subject: Subject, folder: Path, port: int, setting: Setting
) -> tuple[list[list[Place]], list[Place]]:
    """Where everyone sits, and a sessie apart to warm the server up in."""
    if not subject.is_app:
        paths = [f"/{number}/" for number in range(setting.sessies + 1)]
        *bare, spare = [[Place("", path, "")] * setting.people for path in paths]
        return bare, spare[:WARM_UP_PEOPLE]
    people = max(setting.people, setting.writers)
    days = prepare(folder, port, setting.sessies, people, setting.notes)
    days += prepare(folder, port, 1, WARM_UP_PEOPLE, 0)
    *sessies, spare = [
        [Place(day["page"], day["socket"], cookie) for cookie in day["cookies"]] for day in days
    ]
    return sessies, spare


def _person(server: Server, place: Place, ledger: Ledger) -> Person:
    kind = Deelnemer if server.subject.is_app else Person
    return kind(server.port, place, ledger)


async def _warm_up(server: Server, places: list[Place]) -> None:
    """Let a few people do everything once, so that all code has been loaded and run."""
    ledger = Ledger()
    people = [_person(server, place, ledger) for place in places]
    await all_at_once(people, lambda person: person.arrive(), ARRIVING)
    for _ in range(WARM_UP_ROUNDS):
        for person in people:
            await person.write(ledger.expect(len(people), time.perf_counter()))
    await ledger.wait_for_all(deadline=20, quiet=5)
    for person in people:
        person.drop()


async def _filled(
    server: Server, cores: Cores, places: list[list[Place]], setting: Setting
) -> Room:
    ledger = Ledger()
    sessies = [[_person(server, place, ledger) for place in sessie] for sessie in places]
    here = [sessie[: setting.people] for sessie in sessies]
    writers = [person for sessie in sessies for person in sessie[setting.people :]]
    filled = Room(server, cores, ledger, here, writers)
    await filled.come_to_rest()
    before = server.memory()
    await all_at_once(filled.everyone, lambda person: person.arrive(), ARRIVING)
    await filled.come_to_rest()
    filled.bytes_per_connection = (server.memory() - before) / len(filled.everyone)
    await all_at_once(filled.writers, lambda person: person.load(), ARRIVING)
    await filled.come_to_rest()
    await filled.see_what_rest_costs()
    ledger.refreshes = 0
    return filled
