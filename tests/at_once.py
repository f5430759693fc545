"""Several people at the very same moment. Needs rows that can be locked, so not SQLite."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from scholendag.sessies.refused import Refused

in_threads = pytest.mark.skipif(
    connection.vendor == "sqlite", reason="threads cannot share SQLite's in-memory database"
)


def together(*acts: Callable[[], object]) -> list[object]:
    """Everyone presses together; what each got back, or how it was refused."""
    ready = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            ready.wait(timeout=10)
            return act()
        except Refused as refusal:
            return refusal.message
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
