"""What every test may ask for."""

from typing import Any

import pytest

from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed cast: one running school day and one of another school."""
    return Cast()


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """What was pushed, as (audience, message); fills when on-commit callbacks are executed."""
    messages: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(
        "scholendag.live.seam._send", lambda audience, message: messages.append((audience, message))
    )
    return messages
