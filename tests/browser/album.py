"""An observer that takes pictures, at every size and in light and dark, and puts them in a book."""

import html
import re
import shutil
import time
from base64 import b64decode
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tests.browser.opening import opened
from tests.browser.scheme import Scheme, turns
from tests.browser.screens import BEAMER, LAPTOP, PHONE, TABLET

# Half a laptop, with a video call in the other half.
HALF = ViewportSize(width=683, height=768)
LYING = ViewportSize(width=TABLET["height"], height=TABLET["width"])
SIZES = {"laptop": LAPTOP, "half": HALF, "tablet": TABLET, "lying": LYING, "phone": PHONE}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# The scherm hangs in front of a lit room: it has one size, and stays light.
ON_THE_WALL: tuple[dict[str, ViewportSize], tuple[Scheme, ...]] = ({"beamer": BEAMER}, ("light",))
QUICKLY = {"format": "png", "optimizeForSpeed": True}
HEIGHT = "document.documentElement.scrollHeight"
TALLEST = 2500
STYLE = """
body { font: 14px system-ui, sans-serif; margin: 1rem; background: #ddd; color: #111 }
div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
figure { margin: 0 }
img { height: 20rem; max-width: 40rem; object-fit: cover; object-position: top }
"""


@dataclass(frozen=True)
class Picture:
    """One page at one moment, as one person has it before them."""

    number: int
    moment: str
    role: str
    size: str
    scheme: Scheme

    @property
    def name(self) -> str:
        """Sorts by moment, and tells what is on it."""
        words = (slug(self.moment), slug(self.role), self.size, self.scheme)
        return f"{self.number:03}-{'-'.join(words)}.png"


@dataclass
class Album:
    """Takes the pictures and keeps them in `folder`, which begins empty."""

    folder: Path
    sizes: list[str] = field(default_factory=lambda: list(SIZES))
    schemes: list[Scheme] = field(default_factory=lambda: list(SCHEMES))
    only: str = ""
    pictures: list[Picture] = field(default_factory=list)
    moments: list[str] = field(default_factory=list)
    seen: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def __call__(self, moment: str, role: str, page: Page) -> None:
        if not self.moments or self.moments[-1] != moment:
            self.moments.append(moment)
            print(f"{time.strftime('%X')} {len(self.moments):03} {moment}", flush=True)
        if slug(role).startswith(self.only):
            self._look(moment, role, page)
            for name in opened(page, self.seen[role]):
                self._look(f"{moment}, {name}", role, page)

    def _look(self, moment: str, role: str, page: Page) -> None:
        own_size = page.viewport_size
        sizes, schemes = self._looks(role)
        for size, viewport in sizes.items():
            _stretch(page, viewport)
            for scheme in schemes:
                self._take(page, Picture(len(self.moments), moment, role, size, scheme))
        turns(page, "light")
        if own_size:
            page.set_viewport_size(own_size)

    def _looks(self, role: str) -> tuple[dict[str, ViewportSize], tuple[Scheme, ...]]:
        if role == "scherm":
            return ON_THE_WALL
        return {size: SIZES[size] for size in self.sizes}, tuple(self.schemes)

    def _take(self, page: Page, picture: Picture) -> None:
        turns(page, picture.scheme)
        session = page.context.new_cdp_session(page)
        shot = session.send("Page.captureScreenshot", QUICKLY)
        session.detach()
        (self.folder / picture.name).write_bytes(b64decode(shot["data"]))
        self.pictures.append(picture)

    def bind(self) -> Path:
        """Write the page that shows all pictures; where it is."""
        index = self.folder / "index.html"
        shown = groupby(self.pictures, key=lambda picture: (picture.number, picture.moment))
        parts = [_moment(moment, list(pictures)) for (_, moment), pictures in shown]
        head = f"<!doctype html><meta charset=utf-8><title>Gallery</title><style>{STYLE}</style>"
        index.write_text("\n".join([head, *parts]))
        return index


def _stretch(page: Page, viewport: ViewportSize) -> None:
    """Give the page this size, and make it as high as all that is on it.

    A picture of more than the window shows takes five times as long as one of a higher window.
    """
    page.set_viewport_size(viewport)
    height = min(int(page.evaluate(HEIGHT)), TALLEST)
    if height > viewport["height"]:
        page.set_viewport_size(ViewportSize(width=viewport["width"], height=height))


def _moment(moment: str, pictures: list[Picture]) -> str:
    figures = "".join(
        f'<figure><a href="{picture.name}"><img loading=lazy alt="" src="{picture.name}"></a>'
        f"<figcaption>{html.escape(f'{picture.role}, {picture.size}, {picture.scheme}')}"
        "</figcaption></figure>"
        for picture in pictures
    )
    title = f"{pictures[0].number} {moment}"
    return f"<h2>{html.escape(title)}</h2><div>{figures}</div>"


def slug(words: str) -> str:
    """These words as they can be in the name of a file."""
    return re.sub(r"\W+", "-", words.lower()).strip("-")
