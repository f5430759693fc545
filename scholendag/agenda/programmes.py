"""Programmes: the templates that a sessie is made from, read from YAML files."""

from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.db import transaction

from scholendag.agenda.content import HasPhase, ProgrammeContent, ProgrammeError, anything, check
from scholendag.agenda.models import Programme

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "programmes"


def read(text: str) -> object:
    """The data in a programme file. Raises ProgrammeError when it is no YAML or repeats a key."""
    try:
        return _StrictLoader(text).get_single_data()
    except yaml.YAMLError as error:
        raise ProgrammeError([f"bestand: geen goede YAML, {error}"]) from error


@transaction.atomic
def load_programmes(folder: Path = FOLDER, has_phase: HasPhase = anything) -> list[Programme]:
    """Put every programme of the folder in the database; again and again gives the same.

    Raises ProgrammeError, with the mistakes of all files, when one of them is wrong; then
    nothing is loaded. Days that were made from an earlier version do not change.
    """
    return [
        Programme.objects.update_or_create(
            slug=content.slug,
            defaults={"title": content.title, "summary": content.summary, "content": data},
        )[0]
        for content, data in _checked_files(folder, has_phase)
    ]


def _checked_files(folder: Path, has_phase: HasPhase) -> list[tuple[ProgrammeContent, object]]:
    found: dict[str, tuple[ProgrammeContent, object]] = {}
    mistakes: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            data = read(path.read_text(encoding="utf-8"))
            content = check(data, has_phase)
        except ProgrammeError as error:
            mistakes += [f"{path.name}, {mistake}" for mistake in error.mistakes]
            continue
        if content.slug in found:
            mistakes.append(f"{path.name}, slug: een ander bestand heet ook {content.slug}")
        found[content.slug] = (content, data)
    if mistakes:
        raise ProgrammeError(mistakes)
    return list(found.values())


class _StrictLoader(yaml.SafeLoader):
    """Safe YAML in which a key stands once; otherwise half of a step could silently vanish."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise yaml.constructor.ConstructorError(
                None,
                None,
                f"{', '.join(map(str, sorted(twice)))} staat er twee keer",
                node.start_mark,
            )
        return super().construct_mapping(node, deep)
