"""What the tests of boards may ask for besides."""

from typing import Any

import pytest

from scholendag.boards import kinds
from tests.boards.polling import POLLED, Polling
from tests.boards.scene import KINDS, Committed, Scene
from tests.cast import Cast


@pytest.fixture
def trial_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kinds that cover every declaration, known for the length of one test."""
    for kind in KINDS:
        monkeypatch.setitem(kinds._kinds, kind.slug, kind)


@pytest.fixture
def scene(cast: Cast, trial_kinds: None) -> Scene:
    """A running day with rooms and teams."""
    return Scene(cast)


@pytest.fixture
def polling(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Polling:
    """The same day, with boards on which can be voted."""
    for kind in POLLED:
        monkeypatch.setitem(kinds._kinds, kind.slug, kind)
    return Polling(scene)


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Committed:
    """`with committed():` pushes what is done inside it, as after a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
