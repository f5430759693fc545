"""Light and dark: a page in the colours that somebody's own device asks for."""

from typing import Literal

from playwright.sync_api import Page

Scheme = Literal["light", "dark"]
# Colours may change gradually; what is measured or photographed half-way is neither of both. So
# every change ends at once, also of what takes its colour from around it or is not drawn now.
HAS_CHANGED = """async () => {
    const changes = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    for (let times = 0; changes().length && times < 10; times += 1) {
        for (const change of changes()) change.finish();
        await frame();
    }
}"""


def turns(page: Page, scheme: Scheme) -> None:
    """Show the page so, and wait until it is."""
    page.emulate_media(color_scheme=scheme)
    settles(page)


def settles(page: Page) -> None:
    """Let what is changing on the page have its new looks."""
    page.evaluate(HAS_CHANGED)
