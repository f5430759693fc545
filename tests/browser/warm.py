"""Processes that begin at once: forked from one that has imported all that a server needs.

A server that is started from nothing reads a thousand modules first, the same for every test. What
is forked has the settings of the data that was prepared, but for the name of its database and its
address. It ends when the tests do, also when they are killed.
"""

import os
from collections.abc import Callable
from multiprocessing import forkserver, get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from unittest.mock import patch

from django.conf import settings
from django.core.management import call_command

PROCESSES = get_context("forkserver")


def warm_up(environment: dict[str, str]) -> None:
    """Let it import everything, with this in its environment."""
    PROCESSES.set_forkserver_preload(["tests.browser.imported"])
    with patch.dict(os.environ, environment | {"DEMO": "1"}):
        forkserver.ensure_running()


def serving(database: str, port: int, links: Path, log: Path) -> BaseProcess:
    """`manage.py demo` on this data and this port."""
    return _started(_serve, database, port, links, log)


def run(database: str, folder: Path, code: str) -> None:
    """Run this in that database and data folder, as `manage.py shell` does."""
    process = _started(_run, database, folder, code)
    process.join()
    assert process.exitcode == 0, f"It ended with {process.exitcode}; see above"


def _started(target: Callable[..., None], *args: object) -> BaseProcess:
    process = PROCESSES.Process(target=target, args=args, daemon=True)
    process.start()
    return process


def _run(database: str, folder: Path, code: str) -> None:
    settings.DATABASES["default"]["NAME"] = database
    settings.DATA_DIR = folder
    exec(code, {})


def _serve(database: str, port: int, links: Path, log: Path) -> None:
    Thread(target=_end_with_the_tests, daemon=True).start()
    for stream, file in enumerate((links, log), start=1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
    settings.DATABASES["default"]["NAME"] = database
    settings.SITE_URL = f"http://127.0.0.1:{port}"
    settings.CSRF_TRUSTED_ORIGINS = [settings.SITE_URL]
    call_command("demo", port=port, json=True)


def _end_with_the_tests() -> None:
    tests = parent_process()
    assert tests
    tests.join()
    os._exit(1)
