"""The real server, started as a newcomer starts it, on data of its own."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from tests.browser.store import Store

SECONDS_TO_START = 90


@dataclass(frozen=True)
class Demo:
    """A served demo day: the links that it printed, and where it keeps its data and its log."""

    begeleider: str
    deelnemer: str
    scherm: str
    schoolleider: str
    code: str
    folder: Path

    @property
    def url(self) -> str:
        """The address of the server, without a path."""
        parts = urlsplit(self.scherm)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def port(self) -> int:
        """The port that it listens on."""
        port = urlsplit(self.scherm).port
        assert port
        return port

    @property
    def log(self) -> str:
        """What the server had to say."""
        return (self.folder / "server.log").read_text()


@contextmanager
def serve_demo(store: Store, *options: str, port: int = 0) -> Iterator[Demo]:
    """Serve the demo day of this store until the block ends; on this port, or any."""
    port = port or free_port()
    process = _start(store, port, options)
    try:
        yield _wait_until_served(process, port, store.folder)
    finally:
        process.kill()  # its data is thrown away, so nobody has to say goodbye
        process.wait()


def _start(store: Store, port: int, options: tuple[str, ...]) -> subprocess.Popen[bytes]:
    environment = os.environ | store.environment | {"SITE_URL": f"http://127.0.0.1:{port}"}
    folder = store.folder
    with (folder / "links.json").open("wb") as links, (folder / "server.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port), "--json", *options],
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=links,
            stderr=log,
        )


def _wait_until_served(process: subprocess.Popen[bytes], port: int, folder: Path) -> Demo:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return Demo(**_links(folder), folder=folder)
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
            break
    log = (folder / "server.log").read_text()
    raise AssertionError(f"The server did not start (exit code {process.poll()}):\n{log}")


def _links(folder: Path) -> dict[str, str]:
    """The links are printed before the first request can be served."""
    printed = (folder / "links.json").read_text().splitlines()
    links: dict[str, str] = json.loads(next(line for line in printed if line.startswith("{")))
    return links


def free_port() -> int:
    """A port that nobody uses now."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
