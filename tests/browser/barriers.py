"""An observer that looks for what keeps people out, with the rules of axe."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.opening import opened
from tests.browser.scheme import turns

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
RULES = {"type": "tag", "values": [*WCAG, "best-practice"]}
# All that differs in the dark is what stands out against what.
CONTRAST = {"type": "rule", "values": ["color-contrast"]}
# Beside every step of a coach, and half of the work of a look: at first, and when folds are open.
KNOWN = ".desk__agenda, #mensen"
HAS_A_MENU = "!!document.querySelector('details:is(.menu, .note__menu)[open]')"
# What lies half under the bar that stays in sight can be scrolled away from it.
TO_THE_TOP = """() => {
    for (const one of [document.scrollingElement, document.querySelector(".desk__step")])
        one?.scrollTo({ top: 0, behavior: "instant" });
}"""
RUN = """async ([leftOut, options]) => {
    const exclude = leftOut ? [...document.querySelectorAll(leftOut)] : [];
    return (await axe.run({ include: document, exclude }, options)).violations;
}"""


@dataclass
class Barriers:
    """What axe finds on each page that it is shown: in light, in dark, and with all that opens."""

    places: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __call__(self, moment: str, role: str, page: Page) -> None:
        is_known = role in self.seen
        self._look(moment, role, page, leaves_out=KNOWN if is_known else "")
        for name in opened(page, self.seen[role]):
            self._look(f"{moment} ({name})", role, page)

    def __str__(self) -> str:
        lines = [f"{what}\n    at {'; '.join(where)}" for what, where in self.places.items()]
        return "\n".join([f"{len(lines)} barriers", *lines])

    def _look(self, moment: str, role: str, page: Page, *, leaves_out: str = "") -> None:
        where = f"{moment}, {role}, {page.url}"
        page.wait_for_load_state()  # with its styles
        page.evaluate(TO_THE_TOP)
        self._check(page, RULES, where, leaves_out)
        if role != "scherm":  # which stays light
            turns(page, "dark")
            self._check(page, CONTRAST, f"{where}, dark", leaves_out)
            turns(page, "light")

    def _check(self, page: Page, rules: dict[str, Any], where: str, leaves_out: str) -> None:
        options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
        if page.evaluate("typeof axe") == "undefined":
            page.evaluate(Axe().axe_script)
        for violation in page.evaluate(RUN, [leaves_out, options]):
            for node in violation["nodes"]:
                if not _lies_under_a_menu(page, violation, node):
                    self.places[_told(violation, node)].append(where)


def _lies_under_a_menu(page: Page, violation: dict[str, Any], node: dict[str, Any]) -> bool:
    """What an open menu covers for as long as it is open, is not too small to be hit."""
    is_covered = "partially obscured" in node["failureSummary"]
    return violation["id"] == "target-size" and is_covered and bool(page.evaluate(HAS_A_MENU))


def _told(violation: dict[str, Any], node: dict[str, Any]) -> str:
    """The rule, the element, and what is wrong with it."""
    element = f"{' '.join(map(str, node['target']))}  {node['html'][:160]}"
    return f"{violation['id']}: {violation['help']}\n    {element}\n    {node['failureSummary']}"
