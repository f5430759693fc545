"""Starting, measuring and stopping one server process, on a core of its own."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.hosting import HOST, ROOT, daphne, uvicorn

SECONDS_TO_START = 60
SECONDS_TO_PREPARE = 180
# A server never outlives the benchmark, not even one that was killed.
UNTIL_WE_END = ("setpriv", "--pdeathsig", "KILL")
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Subject:
    """What is measured: the application on one kind of server, or one of the baselines."""

    key: str
    title: str
    is_app: bool = False


DAPHNE = Subject("daphne", "scholendag, Daphne", is_app=True)
UVICORN = Subject("uvicorn", "scholendag, uvicorn", is_app=True)
CHANNELS = Subject("channels", "(a) bare Channels, Daphne")
FLOOR = Subject("floor", "(b) bare sockets")
SUBJECTS = {subject.key: subject for subject in (DAPHNE, UVICORN, CHANNELS, FLOOR)}


@dataclass(frozen=True)
class Cores:
    """Which core the server has, and which the clients; the same one when there is no other."""

    server: int
    clients: int

    @classmethod
    def of_this_machine(cls) -> "Cores":
        """The first and the last core that this process may use."""
        allowed = sorted(os.sched_getaffinity(0))
        return cls(allowed[0], allowed[-1])

    def in_use(self) -> float:
        """Seconds for which these have been at work, for whomever. To a hundredth or so."""
        ours = {f"cpu{core}" for core in (self.server, self.clients)}
        rows = (line.split() for line in Path("/proc/stat").read_text().splitlines())
        # user nice system idle iowait irq softirq steal
        ticks = [[int(number) for number in row[1:9]] for row in rows if row[0] in ours]
        return sum(sum(row) - sum(row[3:5]) for row in ticks) / TICKS


class Server:
    """A running server, as seen from outside."""

    def __init__(self, subject: Subject, process: "subprocess.Popen[bytes]", port: int) -> None:
        self.subject = subject
        self.process = process
        self.port = port

    @property
    def origin(self) -> str:
        """The address that a browser shows."""
        return f"http://{HOST}:{self.port}"

    def cpu(self) -> float:
        """Seconds of processor time that it has used; the clock is of clock_getcpuclockid(3)."""
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def memory(self) -> int:
        """Bytes of real memory that it has now."""
        return int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]) * PAGE


def environment(folder: Path, port: int) -> dict[str, str]:
    """For server and preparation: data in this folder, unless the caller names a database."""
    return {
        "SECRET_KEY": _key(folder),
        **os.environ,
        "DATA_DIR": str(folder),
        "SITE_URL": f"http://{HOST}:{port}",
        "DJANGO_SETTINGS_MODULE": "scholendag.settings",
    }


def prepare(
    folder: Path, port: int, sessies: int, people: int, notes: int
) -> list[dict[str, object]]:
    """Fill the database; what `preparation` says. Raises CalledProcessError or TimeoutExpired."""
    numbers = {"sessies": sessies, "people": people, "notes": notes}
    options = [word for name, number in numbers.items() for word in (f"--{name}", str(number))]
    done = subprocess.run(
        [sys.executable, "-m", "tests.load.preparation", *options],
        cwd=ROOT,
        env=environment(folder, port),
        stdout=subprocess.PIPE,
        timeout=SECONDS_TO_PREPARE,
        check=True,
    )
    days: list[dict[str, object]] = json.loads(done.stdout)
    return days


@contextmanager
def serving(subject: Subject, folder: Path, port: int, core: int) -> Iterator[Server]:
    """Serve this subject until the block ends, on this core alone. Raises RuntimeError."""
    with (folder / f"{subject.key}.log").open("wb") as log:
        process = subprocess.Popen(
            [*UNTIL_WE_END, *_command(subject, port)],
            cwd=ROOT,
            env=environment(folder, port),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        os.sched_setaffinity(process.pid, {core})  # before it has any further thread
        _wait_until_served(process, port, Path(log.name))
        yield Server(subject, process, port)
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    """A port of this machine that nobody has now."""
    with closing(socket.socket()) as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
        return port


def _command(subject: Subject, port: int) -> list[str]:
    if subject is FLOOR:
        return [sys.executable, "-m", "tests.load.apps.floor", "--port", str(port)]
    if subject is UVICORN:
        return [sys.executable, "-m", *uvicorn(port)]
    command = daphne(port)
    if subject is CHANNELS:
        command[-1] = "tests.load.apps.channels_broadcast:application"
    return [sys.executable, "-m", *command]


def _wait_until_served(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        with suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"The server did not start (exit code {process.poll()}):\n{log.read_text()}")


def _key(folder: Path) -> str:
    """One key for all processes of a measurement."""
    path = folder / "key"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()


def database_and_layer() -> tuple[str, str]:
    """What the application stores in and pushes over, by name."""
    database = os.environ.get("DATABASE_URL", "").partition(":")[0] or "SQLite"
    return database, "Redis" if os.environ.get("REDIS_URL") else "the in-memory layer"
