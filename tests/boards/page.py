"""A page in small: elements, and what htmx does to them with what is pushed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"input", "br", "hr", "img", "meta", "link"}
CHANGE = re.compile(
    r'<hx-partial hx-target="([^"]*)" hx-swap="([^"]*)">(.*?)</hx-partial>', re.DOTALL
)


class Element:
    """An element with what is in it: elements and text."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent: Element | None = None
        self.children: list[Element | str] = []

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def text(self) -> str:
        found = "".join(one if isinstance(one, str) else one.text for one in self.children)
        return " ".join(found.split())

    @property
    def elements(self) -> list[Element]:
        return [one for one in self.children if isinstance(one, Element)]

    def has_class(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()

    def walk(self) -> Iterator[Element]:
        for one in list(self.elements):
            yield one
            yield from one.walk()

    def find(self, element_id: str) -> Element | None:
        return next((one for one in self.walk() if one.id == element_id), None)

    def put(self, child: Element | str, at: int | None = None) -> None:
        if isinstance(child, Element):
            child.parent = self
        self.children.insert(len(self.children) if at is None else at, child)

    def leave(self) -> None:
        if self.parent:
            self.parent.children.remove(self)

    def become(self, other: Element) -> None:
        assert self.parent
        self.parent.put(other, self.parent.children.index(self))
        self.leave()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("root", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.here.put(element)
        if tag not in VOID:
            self.here = element

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"{self.here.tag} is closed by {tag}"
        assert self.here.parent
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.put(data)


def read(html: str) -> Element:
    """The tree of this HTML. Raises AssertionError when its tags do not match."""
    reader = _Reader()
    reader.feed(html)
    assert reader.here is reader.root, f"{reader.here.tag} is never closed"
    return reader.root


def apply(page: Element, content: str) -> None:
    """Change the page as htmx does; a target that is not on it is left alone."""
    for targets, swap, html in CHANGE.findall(content):
        ids = [one.strip(" #") for one in targets.split(",")]
        target = next((found for one in ids if (found := page.find(one))), None)
        if target is None:
            continue
        new = read(html).elements
        if swap == "delete":
            target.leave()
        elif swap.startswith("upsert"):
            for element in new:
                _upsert(page, target, element)
        elif swap == "innerHTML":
            target.children = []
            for element in new:
                target.put(element)
        else:
            [element] = new
            target.become(element)


def _upsert(page: Element, target: Element, new: Element) -> None:
    """As the extension and keep.js do: in place of itself, or in order in its new list."""
    existing = page.find(new.id)
    if existing and existing.parent is target:
        existing.become(new)
        return
    if existing:
        existing.leave()
    order = _order(new)
    at = next((one for one in target.elements if _order(one) > order), None)
    target.put(new, target.children.index(at) if at else None)


def _order(element: Element) -> int:
    return int(element.attributes.get("data-order", "0"))
