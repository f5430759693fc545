"""What the tests of the stage may ask for besides."""

import pytest


@pytest.fixture
def day(cast):
    """A day to prepare: a data wall in threes, and an arena."""
    wall = cast.step("datamuur", "kiezen", running=False, grouping="trio").block
    arena = cast.step("leerlingarena", "gesprek", running=False).block
    assert cast.marieke
    return {"datamuur": wall, "leerlingarena": arena}
