"""Reading the environment: a wrong value stops the start instead of surprising someone later."""

import os

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
