"""What every test may ask for."""

import json
import os
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from hypothesis import HealthCheck, settings

from scholendag.live.frames import frame_of
from tests.cast import Cast

# As many as Redis has, unless told otherwise.
REDIS_DATABASES = 16

# How long an example takes says more about the machine than about what it shows.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def pytest_configure(config: pytest.Config) -> None:
    """Let no client look through all static files before its first page, and part the workers."""
    django_settings.WHITENOISE_AUTOREFRESH = True  # it looks for a file when somebody asks for it
    _keep_to_one_redis_database()


def _keep_to_one_redis_database() -> None:
    """Give each of several processes that test at once a Redis database of its own.

    Servers that they start find it in the environment. Databases pytest-django keeps apart.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if not (worker and django_settings.REDIS_URL):
        return
    address = urlsplit(django_settings.REDIS_URL)
    number = int(address.path.strip("/") or 0) + int(worker.removeprefix("gw"))
    url = address._replace(path=f"/{number % REDIS_DATABASES}").geturl()
    os.environ["REDIS_URL"] = django_settings.REDIS_URL = url
    layer = django_settings.CHANNEL_LAYERS["default"]["CONFIG"]
    layer["hosts"][0]["address"] = url
    layer["prefix"] = f"scholendag-{worker}:"


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
