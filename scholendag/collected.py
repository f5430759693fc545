"""How a host gets its static files: few, small, and under names that may be kept for ever."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from scholendag import bundles

STYLES = ("css/app.css", "css/coach.css", "css/scherm.css", "css/styleguide.css")
SCRIPTS = "js/pages/"
SOURCES = ("css/", "js/")

# The name of a file below static/, and the storage and path where it was found.
Found = dict[str, tuple[Any, str]]


class CollectedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # untyped
    """Hashed and compressed, with few stylesheets for all pages and one script for each.

    What is in those gets no hashed name of its own, so a page that asks for it by itself fails.
    """

    def post_process(
        self, paths: Found, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        """Put together what pages load, before it is hashed and compressed."""
        if not dry_run:
            yield from super().post_process(bundled(paths), dry_run, **options)


def bundled(paths: Found) -> Found:
    """The files that pages ask for: ours in bundles, those of packages as they are."""

    def read(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return str(file.read().decode())

    made = InMemoryStorage()
    for name in paths:
        if name in STYLES:
            made.save(name, ContentFile(bundles.bare(bundles.stylesheet(name, read))))
        elif name.startswith(SCRIPTS):
            made.save(name, ContentFile(bundles.bare(bundles.script(name, read))))
    return {
        name: (made, name) if made.exists(name) else found
        for name, found in paths.items()
        if made.exists(name) or not name.startswith(SOURCES)
    }
