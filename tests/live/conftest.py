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


@pytest.fixture
def pulsing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pulses that follow each other quickly; a busy machine is no reason to call the line down."""
    monkeypatch.setattr("scholendag.live.line.PULSE_SECONDS", 0.02)
    monkeypatch.setattr("scholendag.live.line.UNHEARD_PULSES", 100_000)
    monkeypatch.setattr("scholendag.live.numbering.PATIENCE_SECONDS", 0.03)


@pytest.fixture
def swallow(layer: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets the layer lose whatever this holds for, without a word."""
    group_send = layer.group_send

    def lose(is_lost: Callable[[Any], bool]) -> None:
        async def loses(audience: str, message: Any) -> None:
            if not is_lost(message):
                await group_send(audience, message)

        monkeypatch.setattr(layer, "group_send", loses)

    return lose
