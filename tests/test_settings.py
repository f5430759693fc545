"""What the environment turns on and off, and what it refuses. No test reads this machine's own."""

import runpy
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from whitenoise.storage import CompressedManifestStaticFilesStorage

from scholendag import env

SETTINGS = Path(env.__file__).parent / "settings.py"
OURS = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS", "DEBUG", "DEMO")
POSTGRES = "postgres://someone:secret@db.example/scholendag"


class Environment:
    """An environment with nothing of ours in it but a data folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
        self.monkeypatch = monkeypatch
        self.data = data
        for name in OURS:
            monkeypatch.delenv(name, raising=False)
        self.set(DATA_DIR=str(data), STATIC_ROOT=str(data / "static"))

    def set(self, **variables: str) -> None:
        for name, value in variables.items():
            self.monkeypatch.setenv(name, value)

    def settings(self, **variables: str) -> dict[str, Any]:
        """The settings as they are when the server starts with these variables."""
        self.set(**variables)
        return runpy.run_path(str(SETTINGS))


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Environment:
    return Environment(monkeypatch, tmp_path / "data")


@pytest.mark.parametrize("word", ["1", "true", "Yes", "ON"])
def test_a_flag_is_on(environment: Environment, word: str) -> None:
    environment.set(DEBUG=word)
    assert env.flag("DEBUG") is True


@pytest.mark.parametrize("word", ["0", "false", "No", "off", ""])
def test_a_flag_is_off(environment: Environment, word: str) -> None:
    environment.set(DEBUG=word)
    assert env.flag("DEBUG", default=True) is False


def test_a_flag_is_its_default_when_absent(environment: Environment) -> None:
    assert env.flag("DEBUG", default=True) is True


def test_any_other_word_for_a_flag_stops_the_start(environment: Environment) -> None:
    with pytest.raises(ImproperlyConfigured, match="DEBUG should be yes or no, not 'ja'"):
        environment.settings(DEBUG="ja")


def test_words_are_split_at_commas(environment: Environment) -> None:
    environment.set(ALLOWED_HOSTS=" een.example, ,twee.example,")
    assert env.words("ALLOWED_HOSTS") == ["een.example", "twee.example"]


@pytest.mark.parametrize(
    "address", ["", "scholendag.example", "https://", "ftp://een.example", "https://een.example/x"]
)
def test_an_address_that_is_none_stops_the_start(environment: Environment, address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SITE_URL should look like"):
        environment.settings(SITE_URL=address)


def test_an_address_loses_its_last_slash(environment: Environment) -> None:
    settings = environment.settings(SITE_URL="https://scholendag.example/")
    assert settings["SITE_URL"] == "https://scholendag.example"
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://scholendag.example"]
    assert "scholendag.example" in settings["ALLOWED_HOSTS"]


def test_the_embedded_default_needs_no_environment(environment: Environment) -> None:
    settings = environment.settings()
    database = settings["DATABASES"]["default"]
    assert database["NAME"] == environment.data / "scholendag.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["CHANNEL_LAYERS"]["default"]["BACKEND"].endswith("OneProcessLayer")
    assert settings["DEBUG"] is False
    assert settings["DEMO"] is False


def test_the_embedded_default_keeps_a_key_of_its_own(environment: Environment) -> None:
    key = environment.settings()["SECRET_KEY"]
    assert len(key) >= 50
    assert environment.settings()["SECRET_KEY"] == key
    assert (environment.data / "secret_key").stat().st_mode & 0o077 == 0


def test_a_hosted_database_needs_a_key_from_the_environment(environment: Environment) -> None:
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is needed"):
        environment.settings(DATABASE_URL=POSTGRES)
    assert not environment.data.exists()


def test_several_processes_share_a_database_and_a_layer(environment: Environment) -> None:
    settings = environment.settings(
        DATABASE_URL=POSTGRES, SECRET_KEY="x" * 50, REDIS_URL="redis://redis.example/0"
    )
    database = settings["DATABASES"]["default"]
    assert (database["ENGINE"], database["HOST"]) == ("django.db.backends.postgresql", "db.example")
    layer = settings["CHANNEL_LAYERS"]["default"]
    assert "redis" in layer["BACKEND"].lower()
    [host] = layer["CONFIG"]["hosts"]
    assert host["address"] == "redis://redis.example/0"
    # Else a socket is closed as soon as nothing happens for a while.
    assert host["socket_timeout"] >= 30


def test_two_installations_in_two_databases_of_one_redis_do_not_hear_each_other(
    environment: Environment,
) -> None:
    def prefix(number: int) -> str:
        settings = environment.settings(REDIS_URL=f"redis://redis.example/{number}")
        return str(settings["CHANNEL_LAYERS"]["default"]["CONFIG"]["prefix"])

    assert prefix(0) != prefix(1)


def test_the_layer_of_one_process_drops_no_burst_of_a_full_room(environment: Environment) -> None:
    layer = environment.settings()["CHANNEL_LAYERS"]["default"]
    assert layer["CONFIG"]["capacity"] >= 300 * 2


def test_cookies_travel_over_https_only(environment: Environment) -> None:
    settings = environment.settings(SITE_URL="https://scholendag.example")
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SECURE_HSTS_SECONDS"] > 0
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_on_this_machine_cookies_travel_over_http(environment: Environment) -> None:
    settings = environment.settings()
    assert settings["SESSION_COOKIE_SECURE"] is False
    assert settings["CSRF_COOKIE_SECURE"] is False
    assert settings["SECURE_SSL_REDIRECT"] is False
    assert settings["SECURE_HSTS_SECONDS"] == 0
    # Without a proxy in front, anyone could send this header.
    assert settings["SECURE_PROXY_SSL_HEADER"] is None


def test_the_policy_allows_no_inline_script_or_style(environment: Environment) -> None:
    directives = environment.settings()["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    allowed = {source for sources in directives.values() for source in sources}
    assert allowed == {"'self'", "'none'", "data:"}


def test_static_files_are_served_from_where_they_are_written(environment: Environment) -> None:
    settings = environment.settings()
    assert settings["STATIC_ROOT"] is None
    assert settings["WHITENOISE_USE_FINDERS"] is True


def test_collected_static_files_are_served_under_names_that_may_be_cached(
    environment: Environment,
) -> None:
    (environment.data / "static").mkdir(parents=True)
    settings = environment.settings()
    assert settings["STATIC_ROOT"] == environment.data / "static"
    assert settings["WHITENOISE_USE_FINDERS"] is False
    storage = import_string(settings["STORAGES"]["staticfiles"]["BACKEND"])
    assert issubclass(storage, CompressedManifestStaticFilesStorage)
    assert settings["WHITENOISE_KEEP_ONLY_HASHED_FILES"] is True
