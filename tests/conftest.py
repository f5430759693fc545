"""What every test may ask for."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from scholendag.live.frames import frame_of
from tests.cast import Cast

# How long an example takes says more about the machine than about what it shows.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed cast: one running school day and one of another school."""
    return Cast()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """What was pushed, as (audience, message); fills when on-commit callbacks are executed.

    A message is `{"type": "live.frame", "frame": …}`, with what a browser gets, or a
    `{"type": "live.regroup"}`.
    """
    messages: list[tuple[str, dict[str, Any]]] = []

    def note(audience: str, message: Any) -> None:
        is_frame = message["type"] == "live.changes"
        frame = {"type": "live.frame", "frame": json.loads(frame_of([message]))}
        messages.append((audience, frame if is_frame else {"type": message["type"]}))

    monkeypatch.setattr("scholendag.live.seam._send", note)
    return messages
