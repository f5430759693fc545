"""The four pictures of the README, chosen from those of the gallery."""

from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from tests.browser.album import SIZES, Picture
from tests.browser.screens import BEAMER
from tests.browser.webp import as_webp

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
# Of what, and which picture: its moment, whose page, its size and its scheme.
CHOSEN = {
    "begeleider": ("Een vol bord", "begeleider", "laptop", "light"),
    "deelnemer": ("Wat we van vandaag hopen", "deelnemer", "half", "light"),
    "scherm": ("Wat we van vandaag hopen", "scherm", "beamer", "light"),
    "terugkijken": ("Terugkijken", "schoolleider", "laptop", "dark"),
}


def hang(pictures: Iterable[Picture], folder: Path) -> list[str]:
    """Put those of them that the README shows beside it, as far as they reach without scrolling.

    Which were hung, by name: of a part of the gallery that may be none.
    """
    FOLDER.mkdir(exist_ok=True)
    found = {(one.moment, one.role, one.size, one.scheme): one for one in pictures}
    hung = [name for name, which in CHOSEN.items() if which in found]
    for name in hung:
        picture = found[CHOSEN[name]]
        size = {**SIZES, "beamer": BEAMER}[picture.size]
        with Image.open(folder / picture.name) as shot:
            whole = shot.crop((0, 0, size["width"], size["height"]))
        (FOLDER / f"{name}.webp").write_bytes(as_webp(whole))
    return hung
