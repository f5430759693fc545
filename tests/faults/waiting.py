"""Waiting for what is expected, never longer than it may take."""

import asyncio
import time
from collections.abc import Callable

GLANCE_SECONDS = 0.05


async def until(is_so: Callable[[], bool], seconds: float, what: Callable[[], object]) -> None:
    """Wait until it is so. After this many seconds it fails, and `what` says what there is."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, f"Not within {seconds} seconds: {what()}"
        await asyncio.sleep(GLANCE_SECONDS)
