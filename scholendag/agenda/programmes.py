"""The programmes that come with the software, read from YAML files."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from scholendag.agenda.content import HasPhase, ProgrammeContent, ProgrammeError, anything
from scholendag.agenda.models import Programme
from scholendag.agenda.reading import read_programme
from scholendag.agenda.writing import programme_data

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "programmes"


@transaction.atomic
def load_programmes(folder: Path = FOLDER, has_phase: HasPhase = anything) -> list[Programme]:
    """Put every programme of the folder in the database; again and again gives the same.

    Raises ProgrammeError, with the mistakes of all files, when one of them is wrong; then
    nothing is loaded. Days that were made from an earlier version do not change.
    """
    return [
        Programme.objects.update_or_create(
            slug=content.slug, owner=None, defaults=fields_of(content)
        )[0]
        for content in _checked_files(folder, has_phase)
    ]


def fields_of(content: ProgrammeContent) -> dict[str, Any]:
    """What is stored of a programme, beside its slug."""
    return {
        "title": content.title,
        "summary": content.summary,
        "content": programme_data(content),
    }


def _checked_files(folder: Path, has_phase: HasPhase) -> list[ProgrammeContent]:
    found: dict[str, ProgrammeContent] = {}
    mistakes: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            content = read_programme(path.read_bytes(), has_phase)
        except ProgrammeError as error:
            mistakes += [f"{path.name}, {mistake}" for mistake in error.mistakes]
            continue
        if content.slug in found:
            mistakes.append(f"{path.name}, slug: een ander bestand heet ook {content.slug}")
        found[content.slug] = content
    if mistakes:
        raise ProgrammeError(mistakes)
    return list(found.values())
