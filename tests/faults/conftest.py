"""Real processes that fail in the ways of a school day. They take minutes: `pytest -m faults`."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.faults.services import Postgres, Redis, running_postgres
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


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of these tests' own, which they may stop."""
    with running_postgres() as cluster:
        yield cluster


@pytest_asyncio.fixture
async def redis(tmp_path: Path) -> AsyncIterator[Redis]:
    """A Redis of this test's own, which it may stop."""
    redis = Redis(tmp_path)
    await redis.start()
    yield redis
    redis.stop()


@pytest.fixture(scope="session")
def prepared_hosted(tmp_path_factory: pytest.TempPathFactory, postgres: Postgres) -> Store:
    """Days on PostgreSQL, to copy for each test."""
    postgres.administer("CREATE DATABASE {}", "prepared")
    return Store(tmp_path_factory.mktemp("hosted"), postgres.url("prepared")).prepare()


@pytest.fixture
def hosted(prepared_hosted: Store, postgres: Postgres, redis: Redis, tmp_path: Path) -> Store:
    """Days of this test's own, for several processes on PostgreSQL and Redis."""
    name = f"faults_{uuid4().hex[:12]}"
    postgres.administer("CREATE DATABASE {} TEMPLATE {}", name, "prepared")
    # A copied sequence believes that its next 32 numbers survive a crash. After this they do.
    postgres.administer("CHECKPOINT")
    return replace(
        prepared_hosted, folder=tmp_path, database_url=postgres.url(name), redis_url=redis.url
    )
