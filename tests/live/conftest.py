"""Nobody of an earlier test is still there, and nothing of it is still on its way."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from channels.layers import get_channel_layer

from scholendag.live.consumers import LiveConsumer
from scholendag.live.presence import Presence
from tests.live.pages import Page


@pytest.fixture(autouse=True)
def presence(monkeypatch: pytest.MonkeyPatch) -> Presence:
    """Who has a page open. Who closes their last is gone at once."""
    monkeypatch.setattr("scholendag.live.presence.GRACE_SECONDS", 0)
    monkeypatch.setattr(LiveConsumer, "presence", Presence())
    return LiveConsumer.presence


@pytest.fixture
async def layer() -> Any:
    """The channel layer, empty."""
    layer = get_channel_layer()
    await layer.flush()
    return layer


@pytest.fixture
async def page(layer: Any) -> AsyncIterator[Callable[..., Page]]:
    """Makes a page of a viewer; what is still open at the end is closed."""
    pages: list[Page] = []

    def make(*args: Any, **kwargs: Any) -> Page:
        pages.append(Page(*args, **kwargs))
        return pages[-1]

    yield make
    for one in pages:
        await one.close()
