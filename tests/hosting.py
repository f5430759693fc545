"""How a host serves the application, by the words that hosts read, but on this machine only."""

import json
import re
import shlex
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"


def daphne(port: int) -> list[str]:
    """The command of the Dockerfile, after `python -m`."""
    found = re.search(r"^CMD (\[.*\])$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert found, "The Dockerfile has no CMD on one line"
    own = found[1].replace("0.0.0.0", HOST).replace("8000", str(port))
    command: list[str] = json.loads(own)
    return command


def uvicorn(port: int) -> list[str]:
    """The command of the README for the other server, after `python -m`."""
    found = re.search(r"^(uvicorn (?:.*\\\n)*.*)$", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert found, "The README has no command that begins with uvicorn"
    return shlex.split(found[1].replace("\\\n", "").replace("8000", str(port)))
