"""Everyone of a day, each with a page open, and what must be true of all of them together."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterable
from contextlib import asynccontextmanager

from tests.faults.browser import Answer, Browser
from tests.faults.day import Day
from tests.faults.people import Person, comes_in
from tests.faults.store import Store
from tests.faults.waiting import until

# Against hanging: a machine that does other work too takes a minute over 600 people.
SECONDS_TO_OPEN = 240
# Far less than the 75 seconds after which a quiet page fetches itself without a reason.
SECONDS_TO_AGREE = 45
SECONDS_TO_ARRIVE = 5
# Browsers load this many pages at once.
COMING_IN = 20


class Room:
    """The people of a day. `answers` is all that the servers said to anyone."""

    def __init__(self, store: Store, day: Day, port: int) -> None:
        self.store = store
        self.day = day
        self.port = port
        self.people: list[Person] = []
        self.answers: list[Answer] = []

    @property
    def acknowledged(self) -> dict[int, str]:
        """Every note that somebody was told is kept."""
        return {pk: text for person in self.people for pk, text in person.stored.items()}

    def person(self, number: int, port: int = 0) -> Person:
        """Number so many of those who joined, on this address or on that of the room."""
        cookies = {self.day.cookie: self.day.tokens[number]}
        browser = Browser(port or self.port, self.answers, cookies)
        person = Person(f"Leraar {number + 1}", browser, self.day.path)
        self.people.append(person)
        return person

    async def open(self, people: Iterable[Person]) -> None:
        """Let them all open the page of the day, and wait until they are live."""
        at_once = asyncio.Semaphore(COMING_IN)

        async def opens(person: Person) -> None:
            async with at_once:
                await person.opens()

        people = list(people)
        async with asyncio.timeout(SECONDS_TO_OPEN):
            await asyncio.gather(*map(opens, people))
        await self.are_live(people)

    async def are_live(self, people: Iterable[Person] = ()) -> None:
        """Wait until they all have a socket."""
        pages = [person.page for person in people or self.people]
        await until(
            lambda: all(page.is_live for page in pages),
            SECONDS_TO_OPEN,
            lambda: f"{sum(page.is_live for page in pages)} of {len(pages)} are live",
        )

    async def is_quiet(self) -> None:
        """Wait until nobody has anything to fetch."""
        await until(
            lambda: all(person.page.is_quiet for person in self.people),
            SECONDS_TO_OPEN,
            lambda: f"{sum(not one.page.is_quiet for one in self.people)} are not quiet",
        )

    async def agree(self) -> None:
        """Nothing acknowledged is lost, nothing is double, every screen shows the database."""
        assert [one for person in self.people for one in person.refused] == []
        stored = self.store.notes(self.day)
        doubled = [text for text, times in Counter(stored.values()).items() if times > 1]
        assert doubled == []
        assert stored == self.acknowledged
        await until(
            lambda: all(person.screen.notes == stored for person in self.people),
            SECONDS_TO_AGREE,
            lambda: self._differences(stored),
        )
        assert not any(person.page.was_sent_away for person in self.people)

    async def lives_on(self) -> None:
        """Someone new comes in, everyone reads what they write at once, and nobody polls."""
        await self.are_live()
        newcomer = await comes_in("Noor", Browser(self.port, self.answers), self.day.join_path)
        self.people.append(newcomer)
        await self.are_live()
        await newcomer.writes("Hier ben ik")
        await self.everyone_reads("Hier ben ik")
        await self.agree()

    async def everyone_reads(self, text: str) -> None:
        """The note arrives on every screen long before a quiet page would look by itself."""
        await until(
            lambda: all(text in one.screen.notes.values() for one in self.people),
            SECONDS_TO_ARRIVE,
            lambda: self._differences(self.store.notes(self.day)),
        )

    async def is_at(self, title: str, seconds: float) -> None:
        """Everyone follows to the step with this title within so many seconds."""
        await until(
            lambda: all(person.screen.title == title for person in self.people),
            seconds,
            lambda: Counter(person.screen.title for person in self.people),
        )

    def was_told(self, *statuses: int) -> list[Answer]:
        """What was answered with one of these."""
        return [answer for answer in self.answers if answer.status in statuses]

    def nobody_saw_an_error(self) -> None:
        """No answer at all said that the server broke."""
        broken = [answer for answer in self.answers if not answer.is_answer]
        assert [f"{one.request}: {one.status}" for one in broken] == []

    def _differences(self, stored: dict[int, str]) -> str:
        lines = []
        for person in self.people:
            shown = person.screen.notes
            if shown != stored:
                state = "live" if person.page.is_live else "without a socket"
                misses, extra = stored.keys() - shown, shown.keys() - stored
                lines.append(f"{person.name}, {state}: misses {misses}, has too many {extra}")
        return "\n".join([f"{len(lines)} of {len(self.people)} differ", *lines[:5]])


@asynccontextmanager
async def room(store: Store, port: int, people: int, day: int = 0) -> AsyncIterator[Room]:
    """This many people of a day with the page open, until the block ends."""
    everyone = Room(store, store.days[day], port)
    try:
        await everyone.open([everyone.person(number) for number in range(people)])
        yield everyone
    finally:
        await asyncio.gather(*(person.page.close() for person in everyone.people))


async def together(acts: Iterable[Coroutine[None, None, None]], seconds: float) -> None:
    """Everyone at the same moment; all of them have to end within this many seconds."""
    async with asyncio.timeout(seconds):
        await asyncio.gather(*acts)
