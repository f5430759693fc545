"""What hangs on someone's screen: what the live region held, and every change put on top of it."""

import re
from functools import lru_cache
from html import unescape

STAGE = re.compile(r'<main id="stage".*?</main>', re.DOTALL)
TITLE = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
LIST = re.compile(r'<ul id="(vak-\d+)"')
NOTE = re.compile(
    r'<li id="post-it-(\d+)" class="note[^>]*>\s*<p class="note__text">(.*?)</p>', re.DOTALL
)
CHANGE = re.compile(
    r'<hx-partial hx-target="([^"]*)" hx-swap="([^"]*)">(.*?)</hx-partial>', re.DOTALL
)

Notes = dict[int, str]


class Screen:
    """The notes by pk, and the heading above them."""

    def __init__(self) -> None:
        self.title = ""
        self.notes: Notes = {}
        self.lists: set[str] = set()

    def show(self, page: str) -> None:
        """The live region of this page comes in place of what was there."""
        stage = STAGE.search(page)
        assert stage, f"A page without a live region: {page[:500]}"
        title = TITLE.search(stage[0])
        self.title = unescape(title[1]) if title else ""
        self.lists = set(LIST.findall(stage[0]))
        self.notes = _once(notes_in(stage[0]))

    def change(self, content: str) -> None:
        """Apply what was pushed or answered, as htmx does: what is not on the page is left."""
        for target, swap, html in changes_in(content):
            if swap == "delete":
                if target.startswith("#post-it-"):
                    self.notes.pop(int(target.rpartition("-")[2]), None)
            elif not self.lists & {one.strip(" #") for one in target.split(",")}:
                continue
            elif swap.startswith("upsert"):
                self.notes |= _once(notes_in(html))
            else:
                self.notes = _once(notes_in(html))


@lru_cache(maxsize=512)
def changes_in(content: str) -> tuple[tuple[str, str, str], ...]:
    """Target, swap and HTML of each change. A room gets the same text, so read it once."""
    return tuple(CHANGE.findall(content))


@lru_cache(maxsize=512)
def notes_in(html: str) -> tuple[tuple[int, str], ...]:
    """Pk and text of every note in this HTML."""
    return tuple((int(pk), unescape(text)) for pk, text in NOTE.findall(html))


def _once(notes: tuple[tuple[int, str], ...]) -> Notes:
    found = dict(notes)
    assert len(found) == len(notes), f"The same note twice on one screen: {notes}"
    return found
