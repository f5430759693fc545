"""The channel layer of one process."""

import time
from contextlib import suppress
from typing import Any

from channels.exceptions import ChannelFull
from channels.layers import InMemoryChannelLayer

CLEAN_SECONDS = 5.0


class OneProcessLayer(InMemoryChannelLayer):  # type: ignore[misc]
    """Channels' own, for one event loop that may have a lot to do.

    It looks for what expired every few seconds instead of at every message. Such a look is at
    every member of every group: with the audiences of 2,400 people it takes longer than what
    there is to send.
    """

    cleaned_at = 0.0

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        """Never waits for the event loop, so all that is to be said leaves in one turn of it.

        Channels' own takes three turns for each message. A loop that lags seconds behind would
        take minutes over what a room says, and hear itself as late.
        """
        self.require_valid_group_name(group)
        self._clean_expired()
        for channel in list(self.groups.get(group, ())):
            with suppress(ChannelFull):
                await self.send(channel, message)

    def _clean_expired(self) -> None:
        if time.monotonic() - self.cleaned_at > CLEAN_SECONDS:
            self.cleaned_at = time.monotonic()
            super()._clean_expired()
