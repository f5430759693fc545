"""One board with hundreds of notes, on the pages of real people with a slow laptop.

    .venv/bin/python -m tests.load.long_board              # 600 notes, Chromium 4 times slower
    .venv/bin/python -m tests.load.long_board --notes 1200 --slower 1 --runs 5

Starts the real server, opens the page of a deelnemer and the desk of the begeleider in Chromium,
and prints a Markdown table of the medians in milliseconds:

- *first view*: from the start of the navigation until the frame with the last note was painted.
  Whoever opens the day comes from a page that has most of the styles and scripts, as from joining;
- *at rest*: until the last long task of the page is done, so that everything can be pressed;
- *to the page*: from the start of someone else's POST until their note is in the browser;
- *painted*: from there until the frame that shows it, and *the most* that it took;
- *a frame of scrolling*: the median, and the slowest, from the top of the board to its end.

`long_board.js` books these in the page. With `--profile FOLDER` the desk's and the deelnemer's
opening are written there as profiles that Chromium's tools show.
"""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.browser.chromium import QUIET
from tests.browser.conftest import chromium_path
from tests.browser.screens import LAPTOP
from tests.load.deelnemer import Deelnemer
from tests.load.ledger import Ledger
from tests.load.people import Place
from tests.load.servers import DAPHNE, Cores, Server, free_port, prepare, serving

BOOK = Path(__file__).with_name("long_board.js").read_text()
# Each may put up two; the last of them have put up nothing yet.
WRITERS = 12
STEP = 60  # pixels a frame: a firm turn of the wheel
PATIENCE = 60_000
REST = 1500  # milliseconds without a long task


@dataclass
class Booked:
    """What one page took, in milliseconds."""

    first_paint: list[float] = field(default_factory=list)
    first_view: list[float] = field(default_factory=list)
    at_rest: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    to_page: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)
    bytes: int = 0


@dataclass(frozen=True)
class Viewer:
    """Someone with a page: where it is, their cookie, and what scrolls on it."""

    title: str
    path: str
    cookie: str
    scrolls: str


async def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    with TemporaryDirectory(prefix="load-") as name:
        folder, port = Path(name), free_port()
        people = options.notes // 2 + WRITERS * options.runs
        [day] = prepare(folder, port, 1, people, options.notes)
        with serving(DAPHNE, folder, port, Cores.of_this_machine().server) as server:
            rows = [
                (viewer.title, await _measure(server, day, viewer, options))
                for viewer in _viewers(day)
            ]
    print(_table(rows, options))


def _viewers(day: dict[str, Any]) -> tuple[Viewer, ...]:
    return (
        Viewer("deelnemer", day["page"], day["cookies"][0], "html"),
        Viewer("begeleider", day["desk"], day["coach"], ".desk__step"),
    )


async def _measure(
    server: Server, day: dict[str, Any], viewer: Viewer, options: argparse.Namespace
) -> Booked:
    booked = Booked()
    async with _chromium() as chrome:
        for run in range(options.runs):
            async with _slow_page(chrome, server, viewer, options.slower) as page:
                await _open(page, server.origin + viewer.path, options, booked)
                if run == 0:
                    await _receive(page, server, day, booked)
                booked.frames += await page.evaluate(
                    "([where, step]) => booked.scroll(where, step)", [viewer.scrolls, STEP]
                )
    return booked


@asynccontextmanager
async def _chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        chrome = await playwright.chromium.launch(
            executable_path=chromium_path(), chromium_sandbox=False, args=QUIET
        )
        yield chrome
        await chrome.close()


@asynccontextmanager
async def _slow_page(
    chrome: Browser, server: Server, viewer: Viewer, slower: float
) -> AsyncIterator[Page]:
    context: BrowserContext = await chrome.new_context(locale="nl-NL", viewport=LAPTOP)
    name, _, value = viewer.cookie.partition("=")
    await context.add_cookies([{"name": name, "value": value, "url": server.origin}])
    page = await context.new_page()
    await page.goto(f"{server.origin}/", timeout=PATIENCE)
    await page.add_init_script(BOOK)
    tools = await context.new_cdp_session(page)
    await tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    yield page
    await context.close()


async def _open(page: Page, url: str, options: argparse.Namespace, booked: Booked) -> None:
    tools = await page.context.new_cdp_session(page)
    if options.profile:
        await tools.send("Profiler.enable")
        await tools.send("Profiler.start")
    await page.goto(url, timeout=PATIENCE)
    since = "performance.timeOrigin + performance.now() - Math.max(booked.task, booked.notesAt)"
    rested = f"() => booked.notesAt && {since} > {REST}"
    await page.wait_for_function(rested, timeout=PATIENCE, polling=500)
    if options.profile:
        found = await tools.send("Profiler.stop")
        path = Path(options.profile) / f"{url.split('/')[3]}.cpuprofile"
        path.write_text(json.dumps(found["profile"]))
    took = await page.evaluate(
        """() => {
            const [page] = performance.getEntriesByType("navigation");
            const paint = performance.getEntriesByName("first-contentful-paint")[0];
            return {
                first_paint: paint.startTime, first_view: booked.notesAt - performance.timeOrigin,
                at_rest: Math.max(booked.task, booked.notesAt) - performance.timeOrigin,
                answered: page.responseEnd, bytes: page.decodedBodySize, notes: booked.notes,
            };
        }"""
    )
    assert took.pop("notes") >= options.notes, "the page does not show all notes"
    booked.bytes = took.pop("bytes")
    for name, value in took.items():
        getattr(booked, name).append(value)


async def _receive(page: Page, server: Server, day: dict[str, Any], booked: Booked) -> None:
    """What others put up, one note at a time."""
    ledger = Ledger()
    for cookie in _idle_writers(day)[: WRITERS // 2]:
        writer = Deelnemer(server.port, Place(day["page"], day["socket"], cookie), ledger)
        await writer.load()
        mark = ledger.expect(1, time.perf_counter()).decode()
        sent = time.time() * 1000
        await writer.write(mark.encode())
        await page.wait_for_function("(mark) => booked.painted[mark]", arg=mark, timeout=PATIENCE)
        heard, painted = await page.evaluate(
            "(mark) => [booked.heard[mark], booked.painted[mark]]", mark
        )
        booked.to_page.append(heard - sent)
        booked.painted.append(painted - heard)
        writer.drop()
        await asyncio.sleep(0.5)


def _idle_writers(day: dict[str, Any]) -> list[str]:
    """Everyone can be asked once: these are used up."""
    idle = day["cookies"][-WRITERS:]
    day["cookies"] = day["cookies"][:-WRITERS]
    return list(idle)


def _table(rows: list[tuple[str, Booked]], options: argparse.Namespace) -> str:
    lines = [
        f"{options.notes} notes, Chromium {options.slower:g} times slower, {options.runs} runs.\n",
        "| page | HTML | answered | first paint | first view | at rest | to the page | painted "
        "| at most | a frame of scrolling | at most |",
        "| --- " + "| ---: " * 10 + "|",
    ]
    for title, one in rows:
        numbers = [
            *(statistics.median(x) for x in (one.answered, one.first_paint, one.first_view)),
            *(statistics.median(x) for x in (one.at_rest, one.to_page, one.painted)),
            max(one.painted),
            statistics.median(one.frames),
            max(one.frames),
        ]
        cells = " | ".join(f"{number:.0f}" for number in numbers)
        lines.append(f"| {title} | {one.bytes // 1000} kB | {cells} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.load.long_board")
    parser.add_argument("--notes", type=int, default=600)
    parser.add_argument("--slower", type=float, default=4)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--profile", help="a folder for what Chromium's profiler says")
    asyncio.run(main(parser.parse_args()))
