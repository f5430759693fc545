"""Reading the environment: a wrong value stops the start instead of surprising someone later."""

import os
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """The variable as it stands, or `default` when it is absent."""
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """The variable as yes or no. Raises ImproperlyConfigured for any other word."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} should be yes or no, not {value!r}")


def words(name: str) -> list[str]:
    """The comma-separated words of the variable, without empty ones."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


def address(name: str, default: str) -> str:
    """The variable as the address of a site, without a slash at the end.

    Raises ImproperlyConfigured when it is not `http://` or `https://` and a host.
    """
    value = os.environ.get(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        raise ImproperlyConfigured(f"{name} should look like https://host, not {value!r}")
    return value
