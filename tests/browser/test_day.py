"""The whole day: one coach, three teachers, someone who is late, and the screen of the room.

Whatever changes must be seen by everyone who may see it, and by nobody else, without anyone ever
reloading a page.
"""

from collections.abc import Iterator

import pytest

from tests.browser import whole_day
from tests.browser.screens import Screens
from tests.browser.server import Demo, serve_demo
from tests.browser.store import Store


@pytest.fixture
def demo(store: Store) -> Iterator[Demo]:
    """Started from nothing, with the static files as they are: other tests take those of a host."""
    with serve_demo(store) as demo:
        yield demo


def test_the_day_from_joining_to_looking_back(screens: Screens, demo: Demo) -> None:
    whole_day.play(screens, demo)
