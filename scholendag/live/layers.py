"""The channel layer of one process."""

import time

from channels.layers import InMemoryChannelLayer

CLEAN_SECONDS = 5.0


class OneProcessLayer(InMemoryChannelLayer):  # type: ignore[misc]
    """Channels' own, that looks for what expired every few seconds instead of at every message.

    Such a look is at every member of every group: with the audiences of 2,400 people it takes
    longer than what there is to send.
    """

    cleaned_at = 0.0

    def _clean_expired(self) -> None:
        if time.monotonic() - self.cleaned_at > CLEAN_SECONDS:
            self.cleaned_at = time.monotonic()
            super()._clean_expired()
