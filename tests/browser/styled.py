"""An observer that finds what a page has no styles for: those of another page are not loaded."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from playwright.sync_api import Page

from scholendag import bundles
from scholendag.collected import STYLES

STATIC = settings.BASE_DIR / "static"
CLASS = re.compile(r"\.([a-z][\w-]*)")
OF_THE_STYLEGUIDE = "css/styleguide.css"
# The classes on the page that no rule of its stylesheets is about.
BARE = """() => {
    const flat = (rules) => [...rules].flatMap((rule) =>
        [rule.selectorText ?? "", ...flat(rule.styleSheet?.cssRules ?? rule.cssRules ?? [])]);
    const selectors = [...document.styleSheets].flatMap((sheet) => flat(sheet.cssRules)).join(" ");
    const known = new Set(selectors.match(/\\.[a-z][\\w-]*/g));
    const all = [...document.querySelectorAll("body, body *")];
    const worn = new Set(all.flatMap((one) => [...one.classList]));
    return [...worn].filter((name) => !known.has(`.${name}`));
}"""


@dataclass
class Unstyled:
    """Classes that some stylesheet of ours is about, on pages that do not load it, and where."""

    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    styled: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for name in STYLES:
            if name != OF_THE_STYLEGUIDE:
                sheet = bundles.stylesheet(name, lambda path: (STATIC / path).read_text())
                self.styled |= set(CLASS.findall(bundles.COMMENT.sub("", sheet)))

    def __call__(self, moment: str, role: str, page: Page) -> None:
        for name in self.styled & set(page.evaluate(BARE)):
            self.places[name].add(f"{moment}, {role}")
