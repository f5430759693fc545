"""The chapters of the handleiding: one for each role that prepares something or runs the day."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chapter:
    """One page of the handleiding; its text is `templates/handleiding/<slug>.html`."""

    slug: str
    title: str
    summary: str

    @property
    def template(self) -> str:
        """The template with the text."""
        return f"handleiding/{self.slug}.html"


CHAPTERS = (
    Chapter(
        "begeleider",
        "Voor de begeleider",
        "Je maakt de dag, deelt de links en drukt op de dag op één knop.",
    ),
    Chapter(
        "schoolleider",
        "Voor de schoolleider",
        "Je vertelt je verhaal, doet mee en leest na afloop wat de dag opleverde.",
    ),
    Chapter(
        "dataredacteur",
        "Voor de dataredacteur",
        "Je maakt de kaarten met cijfers waar het team over praat.",
    ),
)


def chapter_called(slug: str) -> Chapter | None:
    """The chapter with this slug, if there is one."""
    return next((chapter for chapter in CHAPTERS if chapter.slug == slug), None)
