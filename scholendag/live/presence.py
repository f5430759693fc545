"""Who has a page open in this process."""

import asyncio
import logging
from collections import Counter

from channels.db import database_sync_to_async

from scholendag.live.seam import roll_call
from scholendag.live.viewers import Viewer

# A reload, a hiccup of the network or a restart of the server is no leaving.
GRACE_SECONDS = 8.0
logger = logging.getLogger(__name__)


class Presence:
    """Counts the open pages of each person. Who closes the last is gone a moment later."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()
        self.going: dict[str, asyncio.Task[None]] = {}

    async def came(self, viewer: Viewer) -> None:
        """A page opened. The first is this person's arrival, unless they were hardly away."""
        self.open[viewer.key] += 1
        going = self.going.pop(viewer.key, None)
        if going:
            going.cancel()
        elif self.open[viewer.key] == 1:
            # This person's, not this page's: they may have another one by the time this is done.
            await asyncio.shield(database_sync_to_async(viewer.arrived)())

    def went(self, viewer: Viewer) -> None:
        """A page closed."""
        self.open[viewer.key] -= 1
        if self.open[viewer.key] <= 0:
            del self.open[viewer.key]
            loop = asyncio.get_running_loop()
            self.going[viewer.key] = loop.create_task(self._leave(viewer))

    async def _leave(self, viewer: Viewer) -> None:
        await asyncio.sleep(GRACE_SECONDS)
        # From here on coming back is an arrival, after this leaving.
        del self.going[viewer.key]
        try:
            await database_sync_to_async(viewer.left)()
        except Exception:
            logger.exception("Could not note that a %s left", type(viewer).__name__)
        roll_call(viewer.key)
