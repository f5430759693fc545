"""How long to wait for the channel layer: for as long as an answer could have been heard."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

WAIT_SECONDS = 2.0
LOOKS = 20


@asynccontextmanager
async def patience() -> AsyncIterator[None]:
    """Raise TimeoutError when what is inside takes longer than WAIT_SECONDS.

    These are counted in looks of the event loop. On a busy machine it may look once in some
    seconds; then an answer that is there has not been seen, and the layer is not to blame.
    """
    loop = asyncio.get_running_loop()
    handle: asyncio.TimerHandle
    async with asyncio.timeout(None) as limit:

        def look(left: int) -> None:
            nonlocal handle
            if left:
                handle = loop.call_later(WAIT_SECONDS / LOOKS, look, left - 1)
            else:
                limit.reschedule(loop.time())

        handle = loop.call_later(WAIT_SECONDS / LOOKS, look, LOOKS - 1)
        try:
            yield
        finally:
            handle.cancel()
