"""What every test may ask for."""

import pytest

from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> Cast:
    """The fixed cast: one running school day and one of another school."""
    return Cast()
