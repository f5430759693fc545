"""The real server on data of its own: started as a newcomer starts it, or from a warm process."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from tests.browser import warm
from tests.browser.store import Store

SECONDS_TO_START = 90
A_MOMENT = 0.05
LINKS = "links.json"
LOG = "server.log"


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
        return (self.folder / LOG).read_text()


@contextmanager
def serve_demo(store: Store, *options: str, port: int = 0) -> Iterator[Demo]:
    """Serve the demo day of this store until the block ends, as a newcomer does; on any port."""
    port = port or free_port()
    process = _start(store, port, options)

    def ended() -> int | None:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(A_MOMENT)
        return None

    try:
        yield _wait_until_served(ended, port, store.folder)
    finally:
        process.kill()  # its data is thrown away, so nobody has to say goodbye
        process.wait()


@contextmanager
def serve_at_once(store: Store) -> Iterator[Demo]:
    """The same server, forked from a process that has imported it."""
    port = free_port()
    process = warm.serving(store.name, port, store.folder / LINKS, store.folder / LOG)

    def ended() -> int | None:
        process.join(A_MOMENT)
        return process.exitcode

    try:
        yield _wait_until_served(ended, port, store.folder)
    finally:
        process.kill()
        process.join()
        process.close()


def _start(store: Store, port: int, options: tuple[str, ...]) -> subprocess.Popen[bytes]:
    environment = os.environ | store.environment | {"SITE_URL": f"http://127.0.0.1:{port}"}
    with (store.folder / LINKS).open("wb") as links, (store.folder / LOG).open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "manage.py", "demo", "--port", str(port), "--json", *options],
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=links,
            stderr=log,
        )


def _wait_until_served(ended: Callable[[], int | None], port: int, folder: Path) -> Demo:
    """Until it listens; `ended` waits a moment for it to end, and says how."""
    deadline = time.monotonic() + SECONDS_TO_START
    code = None
    while code is None and time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return Demo(**_links(folder), folder=folder)
        code = ended()
    log = (folder / LOG).read_text()
    raise AssertionError(f"The server did not start (exit code {code}):\n{log}")


def _links(folder: Path) -> dict[str, str]:
    """The links are printed before the first request can be served."""
    printed = (folder / LINKS).read_text().splitlines()
    links: dict[str, str] = json.loads(next(line for line in printed if line.startswith("{")))
    return links


def free_port() -> int:
    """A port that nobody uses now."""
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
