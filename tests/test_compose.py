"""The compose file and the Dockerfile, as far as they can be checked without a Docker engine."""

import ast
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from django.conf import LazySettings, settings
from django.test import Client

PROJECT = settings.BASE_DIR
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
README = (PROJECT / "README.md").read_text()
TEXT = (PROJECT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
WEB = SERVICES["web"]["environment"]


def names_read() -> set[str]:
    """The environment variables that the settings read, by the calls of scholendag.env."""
    tree = ast.parse((PROJECT / "scholendag" / "settings.py").read_text())
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).startswith("env.")
        and isinstance(node.args[0], ast.Constant)
    }


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        path.name
        for path in (PROJECT / "scholendag").rglob("*.py")
        if re.search(r"os\.(environ|getenv)", path.read_text())
    }
    assert readers == {"env.py", "asgi.py"}


def test_the_services_are_those_that_the_settings_talk_to() -> None:
    assert set(SERVICES) == {"web", "migrate", "db", "redis"}
    assert urlsplit(WEB["REDIS_URL"]).hostname == "redis"
    assert urlsplit(re.sub(r"\$\{.*?\}", "x", WEB["DATABASE_URL"])).hostname == "db"


def test_the_environment_is_what_the_settings_read() -> None:
    assert names_read() > set(WEB)
    # These belong to the embedded default, to the image, or to trying things out.
    assert names_read() - set(WEB) == {"DATA_DIR", "STATIC_ROOT", "DEBUG", "DEMO"}


def test_migrating_happens_in_the_same_environment() -> None:
    assert SERVICES["migrate"]["environment"] == WEB
    assert "manage.py migrate" in SERVICES["migrate"]["command"]


def test_every_start_forgets_what_was_only_kept_for_a_while() -> None:
    command = SERVICES["migrate"]["command"]
    assert "manage.py clear_rehearsals" in command
    assert "manage.py clear_addresses" in command


def test_the_database_is_the_one_that_is_made() -> None:
    made = SERVICES["db"]["environment"]
    parts = urlsplit(re.sub(r"\$\{.*?\}", "x", WEB["DATABASE_URL"]))
    assert (parts.username, parts.path) == (made["POSTGRES_USER"], f"/{made['POSTGRES_DB']}")


@pytest.mark.parametrize("name", ["SITE_URL", "SECRET_KEY", "POSTGRES_PASSWORD"])
def test_starting_without_it_is_refused(name: str) -> None:
    values = re.findall(rf"\$\{{{name}([^}}]*)\}}", TEXT)
    assert values
    assert all(value.startswith(":?") for value in values)


def test_no_secret_stands_in_a_file() -> None:
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("KEY|PASSWORD|SECRET", name):
                assert re.fullmatch(r"\$\{\w+:\?.*\}", value), name
    assert not re.search(r"^ENV.*(KEY|PASSWORD|SECRET)", DOCKERFILE, re.MULTILINE)
    assert ".env" in (PROJECT / ".gitignore").read_text().split()


def test_only_the_web_has_a_port_and_only_on_the_host_itself() -> None:
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert ports == {"web": ["127.0.0.1:${WEB_PORTS:-8000}:8000"]}


def test_each_waits_for_what_it_needs() -> None:
    assert SERVICES["web"]["depends_on"] == {
        "migrate": {"condition": "service_completed_successfully"},
        "redis": {"condition": "service_healthy"},
    }
    assert SERVICES["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}
    assert all("healthcheck" in SERVICES[name] for name in ("web", "db", "redis"))


def test_the_data_outlives_its_container() -> None:
    volume, path = SERVICES["db"]["volumes"][0].split(":")
    assert volume in COMPOSE["volumes"]
    assert path == "/var/lib/postgresql/data"


def test_the_health_check_asks_for_a_page_that_answers(
    client: Client, settings: LazySettings, db: None
) -> None:
    check = SERVICES["web"]["healthcheck"]["test"][-1]
    compile(check, "healthcheck", "exec")
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    path = re.search(r"http://127\.0\.0\.1:8000([^\"]*)", check)[1]
    assert client.get(path, headers={"X-Forwarded-Proto": "https"}).status_code == 200


def test_the_image_runs_the_application_without_being_root() -> None:
    assert settings.ASGI_APPLICATION == "scholendag.asgi.application"
    last = DOCKERFILE.rstrip().splitlines()[-1]
    assert last.startswith("CMD")
    assert '"daphne"' in last
    assert '"scholendag.asgi:application"' in last
    # Any higher and daphne writes an access log, with every secret link in it.
    assert '"--verbosity", "0"' in last
    assert re.search(r"^USER (?!root)", DOCKERFILE, re.MULTILINE)


def test_no_socket_is_cut_off_while_its_page_still_waits_for_it() -> None:
    allowed = int(re.search(r'"--websocket_connect_timeout", "(\d+)"', DOCKERFILE)[1])
    script = (PROJECT / "static/js/socket.js").read_text()
    longest = int(re.search(r"LONGEST_TRY = ([\d_]+);", script)[1])  # milliseconds
    assert allowed * 1000 > longest


def test_the_image_has_its_files_collected() -> None:
    assert "collectstatic" in DOCKERFILE


def test_the_image_holds_the_files_that_the_project_needs() -> None:
    copied = {
        name
        for line in re.findall(r"^COPY (.*)$", DOCKERFILE, re.MULTILINE)
        for name in line.split()[:-1]
    }
    assert all((PROJECT / name).exists() for name in copied)
    assert {"manage.py", "scholendag", "templates", "static", "fixtures"} <= copied
    ignored = (PROJECT / ".dockerignore").read_text().split()
    assert ignored[0] == "*"
    assert {line[1:] for line in ignored if line.startswith("!")} == copied


def test_the_readme_explains_every_variable() -> None:
    explained = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))
    assert explained == names_read() | {"POSTGRES_PASSWORD", "WEB_PORTS"}
