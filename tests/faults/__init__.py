"""What breaks on a school day, done to real processes."""

import pytest

# What must be true of everyone is checked in the modules beside the tests.
pytest.register_assert_rewrite("tests.faults.room", "tests.faults.people", "tests.faults.coach")
