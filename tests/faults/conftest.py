"""Real processes that fail in the ways of a school day. They take minutes: `pytest -m faults`."""

from pathlib import Path

import pytest

from tests.faults.store import Store

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark whatever is in this folder, and leave it out of every run that does not ask for it."""
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker("faults")
    if "faults" not in config.option.markexpr:
        config.hook.pytest_deselected(items=ours)
        items[:] = [item for item in items if HERE not in item.path.parents]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Days on SQLite, to copy for each test."""
    return Store(tmp_path_factory.mktemp("prepared")).prepare()


@pytest.fixture
def embedded(prepared: Store, tmp_path: Path) -> Store:
    """Days of this test's own, for one process on SQLite with the layer in memory."""
    return prepared.copy(tmp_path)
