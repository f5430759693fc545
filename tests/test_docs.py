"""The documents keep up with the code: what they point at exists, and nothing is left out."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from scholendag.live import audiences
from tests.test_architecture import APPS

PROJECT = settings.BASE_DIR
DOCS = [
    PROJECT / "README.md",
    PROJECT / "SECURITY.md",
    *sorted((PROJECT / "docs").rglob("*.md")),
]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
SET_UP = "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e"
COMMANDS = [
    f"{SET_UP} . && .venv/bin/python manage.py demo",
    f"{SET_UP} '.[test]' && .venv/bin/pytest",
]


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_readme_gives_one_command_to_try_and_one_to_check() -> None:
    lines = (PROJECT / "README.md").read_text().splitlines()
    assert [line for line in lines if line.startswith("python3 -m venv")] == COMMANDS


def test_the_architecture_names_every_app() -> None:
    text = (PROJECT / "docs" / "architecture.md").read_text()
    assert [app for app in APPS if f"`{app}`" not in text] == []


def test_the_live_page_names_every_audience() -> None:
    text = (PROJECT / "docs" / "live.md").read_text()
    names = [name for name in vars(audiences) if not name.startswith("_")]
    assert [name for name in names if f"`{name}(" not in text] == []


def test_the_example_of_a_new_instrument_works() -> None:
    text = (PROJECT / "docs" / "new-instrument.md").read_text()
    example: dict[str, Any] = {}
    exec(re.search(r"```python\n(.*?)```", text, re.DOTALL)[1], example)
    instrument = example["INSTRUMENT"]
    assert example["BOARD"].open_in <= {phase.slug for phase in instrument.phases}
    for block in yaml.safe_load(re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]):
        assert block["instrument"] == instrument.slug
        assert [instrument.phase(step["phase"]) for step in block["steps"]]


def test_constraints_pin_everything_and_name_no_index() -> None:
    lines = (PROJECT / "constraints.txt").read_text().splitlines()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
