"""What is shut on a page until somebody opens it: its folds and menus, and its dialogs."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.scheme import settles

# One fold of each kind, with the folds inside it. What was taken along is fetched when it is
# opened, and changes the page for good: the story of the day opens that itself.
UNFOLD = """(seen) => {
    window.unfolded = [];
    const names = [];
    for (const fold of document.querySelectorAll("details:not([open], [data-chain])")) {
        const place = `${fold.parentElement.className.split(" ")[0]} > ${fold.className}`;
        const name = `${place} #${fold.id.replace(/\\d+/g, "")}`;
        if (seen.includes(name) || names.includes(name) || !fold.checkVisibility()) continue;
        fold.open = true;
        window.unfolded.push(fold);
        names.push(name);
    }
    return names;
}"""
FOLD = "() => { for (const fold of window.unfolded) fold.open = false }"
# Help goes by the same name on every page, and says something else.
DIALOGS = """() => {
    const words = ({ textContent }) => textContent.trim().replace(/\\s+/g, " ").slice(0, 160);
    const dialogs = [...document.querySelectorAll("dialog[id]:not([open])")];
    return dialogs.map((one) => [one.id, `${one.id} ${words(one)}`]);
}"""
SHOW = "(id) => document.getElementById(id).showModal()"
CLOSE = "(id) => document.getElementById(id).close()"


def opened(page: Page, seen: set[str]) -> Iterator[str]:
    """Open what was not `seen` yet: all folds at once, then each dialog, while we look at it.

    Gives what it is that stands open; shuts it again, and adds it to what was seen.
    """
    names: list[str] = page.evaluate(UNFOLD, sorted(seen))
    if names:
        settles(page)  # what was folded away had not turned to the colours of the page
        yield "uitgeklapt"
    page.evaluate(FOLD)
    seen.update(names)
    for dialog, begin in page.evaluate(DIALOGS):
        if begin not in seen:
            seen.add(begin)
            page.evaluate(SHOW, dialog)
            settles(page)
            yield dialog
            page.evaluate(CLOSE, dialog)
