"""Nobody of an earlier test is still there, and nothing of it is still on its way."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from channels import DEFAULT_CHANNEL_LAYER
from channels.layers import channel_layers, get_channel_layer

from scholendag.live.consumers import LiveConsumer
from scholendag.live.hub import Hub
from scholendag.live.presence import Presence
from tests.live.pages import Page, page_of


@pytest.fixture(autouse=True)
def presence(monkeypatch: pytest.MonkeyPatch) -> Presence:
    """Who has a page open. Who closes their last is gone at once."""
    monkeypatch.setattr("scholendag.live.presence.GRACE_SECONDS", 0)
    monkeypatch.setattr(LiveConsumer, "presence", Presence())
    return LiveConsumer.presence


@pytest.fixture
async def layer() -> Any:
    """The channel layer, empty, and of the event loop of this test."""
    channel_layers.backends.pop(DEFAULT_CHANNEL_LAYER, None)
    layer = get_channel_layer()
    await layer.flush()
    return layer


@pytest.fixture
async def hub(layer: Any, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """The hub of this process, which is not just starting."""
    monkeypatch.setattr("scholendag.live.hub.CROWDED_SECONDS", 0)
    return Hub.here()


@pytest.fixture
async def page(layer: Any) -> AsyncIterator[Callable[..., Page]]:
    """Makes a page of a viewer; what is still open at the end is closed."""
    pages: list[Page] = []

    def make(*args: Any, **kwargs: Any) -> Page:
        pages.append(page_of(*args, **kwargs))
        return pages[-1]

    yield make
    for one in pages:
        await one.close()
