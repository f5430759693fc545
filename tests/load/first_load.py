"""How long a deelnemer on a bad network waits before they can write.

    .venv/bin/python -m tests.load.first_load            # a slow 3G, a processor 4 times slower
    .venv/bin/python -m tests.load.first_load --runs 5 --rtt 150 --kbps 1600

Serves the application as a host does: collected files, Daphne with the words of the Dockerfile.
Two ways in: the link of the day, as everyone comes, with so many seconds to type a name; and the
page of the day straight away, by somebody whose browser was emptied. A slow 3G is what WebPageTest
calls so: 400 kbit/s down and up, 400 ms to and fro. Chromium holds back each answer for so long;
what it takes to open a connection (TCP and TLS: 2 to and fro) it does not count.
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.async_api import Browser, CDPSession, Page, async_playwright

from tests.browser.chromium import QUIET
from tests.browser.conftest import chromium_path
from tests.browser.screens import LAPTOP
from tests.load.servers import DAPHNE, ROOT, Cores, environment, free_port, prepare, serving

BOOK = Path(__file__).with_suffix(".js").read_text()
PATIENCE = 120_000
DONE = "() => first.usable > 0 && first.prompt > 0"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"


@dataclass
class Wire:
    """What came over the wire since it was emptied, by kind."""

    requests: int = 0
    bytes: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, str] = field(default_factory=dict)

    async def listen(self, tools: CDPSession) -> None:
        """From now on."""
        await tools.send("Network.enable")
        tools.on("Network.responseReceived", self._began)
        tools.on("Network.loadingFinished", self._ended)

    def empty(self) -> None:
        """Forget what came."""
        self.requests = 0
        self.bytes.clear()

    def _began(self, event: dict[str, Any]) -> None:
        self.kinds[event["requestId"]] = event["type"]

    def _ended(self, event: dict[str, Any]) -> None:
        if size := event["encodedDataLength"]:
            self.requests += 1
            self.bytes[self.kinds.get(event["requestId"], "Other")] += int(size)


@dataclass
class Load:
    """One load of the deelnemer page; times in milliseconds since it was asked for."""

    painted: float
    prompt: float
    usable: float
    wire: Wire


async def main(options: argparse.Namespace) -> None:
    """Measure and print."""
    with TemporaryDirectory(prefix="load-") as name:
        folder, port = Path(name), free_port()
        _collect(folder, port)
        [day] = prepare(folder, port, 1, 2 * options.runs + options.notes, options.notes)
        with serving(DAPHNE, folder, port, Cores.of_this_machine().server) as server:
            rows = await _measure(server.origin, day, options)
    print(_table(rows, options))


def _collect(folder: Path, port: int) -> None:
    """As the Dockerfile does. Server and preparation find it by their environment."""
    static = folder / "static"
    static.mkdir()
    os.environ["STATIC_ROOT"] = str(static)
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"]
    subprocess.run(command, cwd=ROOT, env=environment(folder, port), check=True)


async def _measure(
    origin: str, day: dict[str, Any], options: argparse.Namespace
) -> dict[str, list[Load]]:
    rows: dict[str, list[Load]] = {"by the link": [], "straight away": []}
    door = _door(origin, day["page"])
    async with async_playwright() as playwright:
        chrome = await playwright.chromium.launch(
            executable_path=chromium_path(), chromium_sandbox=False, args=QUIET
        )
        for run in range(options.runs):
            rows["by the link"].append(await _by_link(chrome, door, f"Lies {run}", options))
            cookie = day["cookies"][-1 - run]
            rows["straight away"].append(
                await _straight(chrome, origin, day["page"], cookie, options)
            )
        await chrome.close()
    return rows


def _door(origin: str, page: str) -> str:
    """The link of the day: typing its code leads there."""
    code = page.strip("/").rpartition("/")[2]
    question = urllib.parse.urlencode({"code": code})
    with urllib.request.urlopen(f"{origin}/doe-mee/?{question}") as answer:
        return str(answer.url)


async def _by_link(chrome: Browser, door: str, name: str, options: argparse.Namespace) -> Load:
    async with _slow(chrome, options) as (page, wire):
        await page.goto(door, timeout=PATIENCE)
        await page.locator("input[name=name]").fill(name)
        await asyncio.sleep(options.seconds)
        wire.empty()
        await page.get_by_role("button", name="Doe mee").click(no_wait_after=True)
        await page.wait_for_url("**/dag/**", timeout=PATIENCE, wait_until="commit")
        return await _loaded(page, wire)


async def _straight(
    chrome: Browser, origin: str, path: str, cookie: str, options: argparse.Namespace
) -> Load:
    async with _slow(chrome, options) as (page, wire):
        name, _, value = cookie.partition("=")
        await page.context.add_cookies([{"name": name, "value": value, "url": origin}])
        await page.goto(origin + path, timeout=PATIENCE, wait_until="commit")
        return await _loaded(page, wire)


async def _loaded(page: Page, wire: Wire) -> Load:
    await page.wait_for_function(DONE, timeout=PATIENCE)
    await page.wait_for_load_state("networkidle")
    booked = await page.evaluate("first")
    painted = await page.evaluate(PAINTED)
    return Load(painted, booked["prompt"], booked["usable"], wire)


@asynccontextmanager
async def _slow(chrome: Browser, options: argparse.Namespace) -> AsyncIterator[tuple[Page, Wire]]:
    context = await chrome.new_context(locale="nl-NL", viewport=LAPTOP)
    page = await context.new_page()
    await page.add_init_script(BOOK)
    tools, wire = await context.new_cdp_session(page), Wire()
    await wire.listen(tools)
    speed = options.kbps * 1000 / 8
    network = {"latency": options.rtt, "downloadThroughput": speed, "uploadThroughput": speed}
    await tools.send("Network.emulateNetworkConditions", {"offline": False, **network})
    await tools.send("Emulation.setCPUThrottlingRate", {"rate": options.slower})
    yield page, wire
    await context.close()


def _table(rows: dict[str, list[Load]], options: argparse.Namespace) -> str:
    kinds = ("Document", "Stylesheet", "Script")
    lines = [
        f"{options.kbps} kbit/s, {options.rtt} ms, Chromium {options.slower:g} times slower, "
        f"{options.notes} notes; median of {options.runs}.\n",
        "| the page of the day | requests | bytes | page | styles | scripts "
        "| first paint | prompt | can write | at most |",
        "| --- " + "| ---: " * 9 + "|",
    ]
    for title, loads in rows.items():
        last = loads[-1].wire
        sizes = [last.bytes.total(), *(last.bytes[kind] for kind in kinds)]
        times = [
            *(
                statistics.median(getattr(one, name) for one in loads)
                for name in ("painted", "prompt", "usable")
            ),
            max(one.usable for one in loads),
        ]
        cells = [title, last.requests, *(f"{size / 1000:.1f} kB" for size in sizes)]
        lines.append(f"| {' | '.join(map(str, [*cells, *(f'{time:.0f} ms' for time in times)]))} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.load.first_load")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--notes", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=4, help="to type a name")
    parser.add_argument("--kbps", type=int, default=400)
    parser.add_argument("--rtt", type=int, default=400)
    parser.add_argument("--slower", type=float, default=4)
    asyncio.run(main(parser.parse_args()))
