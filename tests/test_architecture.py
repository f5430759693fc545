"""The rules that keep the project simple, read from the code itself. See docs/architecture.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

PROJECT = settings.BASE_DIR
SOURCE = PROJECT / "scholendag"
MAX_LINES = 250

# From the ground up: each may import those before it.
GROUND = (
    "live",
    "accounts",
    "help",
    "schools",
    "sessies",
    "agenda",
    "breakouts",
    "boards",
    "instruments",
)
# These know the registry, never an instrument by name.
PAGES = ("stage", "review", "rehearsal")
APPS = tuple(
    config.name.removeprefix("scholendag.")
    for config in apps.get_app_configs()
    if config.name.startswith("scholendag.")
)
INSTRUMENTS = tuple(app for app in APPS if app not in (*GROUND, *PAGES, "demo", "styleguide"))

# Inside an app: a file may import files of its own tier (not itself) or a lower one.
TIERS = {"models": 0, "rules": 1, "queries": 1, "fragments": 2, "actions": 3, "forms": 4}
TIERS |= {"views": 5, "urls": 6}


def may_import(app: str) -> set[str]:
    """The apps that this app may import, besides itself."""
    if app == "live":
        return set()
    if app in ("accounts", "help", "schools"):
        return {"accounts"} - {app}
    if app in GROUND:
        return set(GROUND[: GROUND.index(app)])
    if app == "rehearsal":
        # Its simulated colleagues ask for pages as the server does.
        return {*GROUND, "stage", "threads"}
    if app == "demo":
        return {*APPS, "asgi"}
    return set(GROUND) | ({"doelen"} if app == "verbeterbord" else set())


def python_files(*folders: str) -> list[Path]:
    """Every Python file of the project, or of these folders of it; not the migrations."""
    found = (path for folder in folders for path in (PROJECT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def app_files() -> list[Path]:
    return [path for path in python_files("scholendag") if path.parent != SOURCE]


def imports(path: Path) -> Iterator[str]:
    """The full name of every module and every name imported from one, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: write imports in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> Iterator[list[str]]:
    """What is imported of the project itself, as [app, file, name…]."""
    for name in imports(path):
        package, *rest = name.split(".")
        if package == "scholendag":
            yield rest


def name_of(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def app_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def test_every_app_has_its_place() -> None:
    folders = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert set(APPS) == folders
    assert {*GROUND, *PAGES} <= set(APPS)


@pytest.mark.parametrize("app", APPS)
def test_an_app_imports_only_what_lies_below_it(app: str) -> None:
    allowed = {app, *may_import(app)}
    wrong = [
        f"{name_of(path)} imports {imported[0]}"
        for path in python_files(f"scholendag/{app}")
        for imported in own_imports(path)
        if imported[0] not in allowed
    ]
    assert not wrong, wrong


def test_inside_an_app_no_file_imports_a_higher_one() -> None:
    wrong = [
        f"{name_of(path)} imports {'.'.join(imported)}"
        for path in app_files()
        for imported in own_imports(path)
        if path.stem in TIERS
        and imported[0] == app_of(path)
        and any(TIERS.get(part, 0) > TIERS[path.stem] for part in imported[1:2])
    ]
    assert not wrong, wrong


def test_no_app_reaches_into_the_views_of_another() -> None:
    wrong = [
        f"{name_of(path)} imports {'.'.join(imported)}"
        for path in app_files()
        for imported in own_imports(path)
        if imported[0] != app_of(path) and imported[1:2] in (["views"], ["forms"], ["urls"])
    ]
    assert not wrong, wrong


def test_only_live_knows_of_channel_layers() -> None:
    users = {
        app_of(path)
        for path in app_files()
        for name in imports(path)
        if name.startswith("channels.layers")
    }
    assert users == {"live"}


def test_no_model_signals() -> None:
    wrong = [
        name_of(path)
        for path in python_files("scholendag")
        for name in imports(path)
        if name.startswith("django.db.models.signals")
    ]
    assert not wrong, wrong


def test_names_of_audiences_are_written_in_one_place() -> None:
    prefixes = ("sessie.", "participant.", "room.", "team.")
    wrong = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files("scholendag")
        if path != SOURCE / "live" / "audiences.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.JoinedStr)
        and isinstance(first := node.values[0], ast.Constant)
        and str(first.value).startswith(prefixes)
    ]
    assert not wrong, wrong


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_know_no_instrument_by_name(page: str) -> None:
    code = {
        node.value: name_of(path)
        for path in python_files(f"scholendag/{page}")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant)
    }
    wrong = [f"{code[app]} names {app}" for app in INSTRUMENTS if app in code]
    for path in sorted((PROJECT / "templates" / page).rglob("*.html")):
        tags = " ".join(re.findall(r"{[{%].*?[}%]}", path.read_text()))
        wrong += [f"{name_of(path)} names {app}" for app in INSTRUMENTS if app in tags]
    assert not wrong, wrong


def test_files_stay_short() -> None:
    files = python_files("scholendag", "tests")
    for folder in ("templates", "static", "tests"):
        for kind in ("html", "css", "js"):
            files += (PROJECT / folder).rglob(f"*.{kind}")
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in files}
    too_long = {name: lines for name, lines in lengths.items() if lines > MAX_LINES}
    assert not too_long, too_long


def test_no_test_sleeps() -> None:
    sleepers = ("time.sleep", ".wait_for_timeout")
    wrong = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files("tests")
        if "load" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(sleepers)
    ]
    assert not wrong, wrong
