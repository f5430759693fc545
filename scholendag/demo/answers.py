"""What the simulated colleagues write: invented, in the tone of a team room."""

import random
from datetime import timedelta
from functools import cache

import yaml
from django.conf import settings
from django.utils import timezone

from scholendag.demo.forms_on_page import PageForm

Texts = dict[str, list[str]]


@cache
def texts() -> dict[str, Texts]:
    """`notes` by kind of board and lane (`terugblik.stap`), `fields` by the name of the field."""
    path = settings.BASE_DIR / "fixtures" / "demo" / "answers.yaml"
    answers: dict[str, Texts] = yaml.safe_load(path.read_text())
    return answers


def answer_for(form: PageForm) -> dict[str, str]:
    """What to fill in on this form; empty when there is nothing to say."""
    if form.lane:
        notes = texts()["notes"].get(form.lane)
        return {"text": _pick(notes)} if notes else {}
    fields = texts()["fields"]
    known = {name: _pick(fields[name]) for name in form.fields if name in fields}
    if known and "due_on" in form.fields:
        known["due_on"] = (timezone.localdate() + timedelta(days=7)).isoformat()
    return known


def _pick(options: list[str]) -> str:
    return random.choice(options)  # noqa: S311 - no secret depends on it
