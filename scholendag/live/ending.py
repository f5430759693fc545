"""How a task of the process ends, when the process does."""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def until_it_ends(work: Coroutine[Any, Any, Any]) -> Any:
    """What this work gives. When cancelled, the work is cancelled until it has ended.

    Once is not always enough: `asyncio.wait_for` of Python 3.11, in the Redis client, may miss it.
    """
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task})
        return task.result()
    finally:
        while not task.done():
            task.cancel()
            await asyncio.wait({task}, timeout=0.1)
        if not task.cancelled():
            task.exception()


def is_stopping() -> bool:
    """The process ends. A layer may answer a cancellation with an error of its own."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
