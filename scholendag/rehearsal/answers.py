"""What the simulated colleagues write: invented, in the tone of a team room."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import cache

import yaml
from django.conf import settings
from django.utils import timezone

from scholendag.rehearsal.forms_on_page import PageForm

Texts = dict[str, list[str]]


@cache
def texts() -> dict[str, Texts]:
    """`notes` by kind of board and lane (`terugblik.stap`), `fields` by the name of the field."""
    path = settings.BASE_DIR / "fixtures" / "rehearsal" / "answers.yaml"
    answers: dict[str, Texts] = yaml.safe_load(path.read_text())
    return answers


class Answers:
    """What the colleagues of one day have to say. They say the same only when all has been said."""

    def __init__(self) -> None:
        self._said: Counter[str] = Counter()

    def to(self, form: PageForm) -> dict[str, str]:
        """What to fill in on this form; empty when there is nothing to say."""
        answers = {field: self._pick(options) for field, options in _options(form).items()}
        if answers and "due_on" in form.fields:
            answers["due_on"] = (timezone.localdate() + timedelta(days=7)).isoformat()
        return answers

    @staticmethod
    def has_one_for(form: PageForm) -> bool:
        """There is something to fill in on this form."""
        return bool(_options(form))

    def _pick(self, options: Sequence[str]) -> str:
        fewest = min(self._said[text] for text in options)
        text = random.choice(  # noqa: S311 - no secret depends on it
            [text for text in options if self._said[text] == fewest]
        )
        self._said[text] += 1
        return text


def _options(form: PageForm) -> Texts:
    """What there is to choose from, by field."""
    if form.lane:
        notes = texts()["notes"].get(form.lane)
        return {"text": notes} if notes else {}
    fields = texts()["fields"]
    return {name: fields[name] for name in form.fields if name in fields}
