"""What the tests of the impactmatrix may ask for besides."""

from functools import partial

import pytest

from tests.boards.scene import Committed
from tests.cast import Cast
from tests.impactmatrix.day import Day


@pytest.fixture
def day(cast: Cast) -> Day:
    return Day(cast)


@pytest.fixture
def committed(django_capture_on_commit_callbacks: object) -> Committed:
    return partial(django_capture_on_commit_callbacks, execute=True)  # type: ignore[arg-type]
