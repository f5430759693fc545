"""What must hold on every page, however small the window is that it is looked at through."""

from playwright.sync_api import Page, ViewportSize

# A laptop of 1366 by 768 at 200 % and at 400 %, and the narrowest that a page has to fit in.
TWICE = ViewportSize(width=683, height=384)
FOUR_TIMES = ViewportSize(width=342, height=192)
NARROWEST = ViewportSize(width=320, height=256)
ZOOMED = (TWICE, FOUR_TIMES, NARROWEST)

# What sticks out of the page to the side.
STICKS_OUT = """() => {
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
        .filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1)
        .map((one) => one.outerHTML.slice(0, 120)).slice(0, 12);
}"""
CONTROLS = """
    const isShown = (one) => one.checkVisibility({ visibilityProperty: true })
        && one.type !== "hidden" && !one.closest(".visually-hidden, .skip");
    const controlsIn = (root) => [
        ...root.querySelectorAll("a[href], button, input, select, textarea, summary"),
    ].filter(isShown);
    // Who aims at a box to tick may press the words beside it.
    const labelOf = (one) =>
        one.matches("[type=radio], [type=checkbox]") ? one.closest("label") : null;
"""
# Controls that one cannot press, because something lies over them or they are cut off. Scrolled to
# again a few times: what was out of sight is laid out only when it comes in sight, and then moves
# what is below it.
UNREACHABLE = (
    "async () => {"
    + CONTROLS
    + """
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const over = (one) => {
        one.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
        const { left, top, width, height } = one.getClientRects()[0];
        const on = document.elementFromPoint(left + width / 2, top + height / 2);
        return one.contains(on) || labelOf(one)?.contains(on) ? "" : on?.outerHTML ?? "nothing";
    };
    const open = document.querySelector(
        "dialog[open], :popover-open, .note__menu[open] > div",
    );
    const found = [];
    for (const one of controlsIn(open ?? document.body)) {
        for (let frames = 0; frames < 5 && over(one); frames++) await frame();
        const cover = over(one);
        if (cover) found.push(`${one.outerHTML.slice(0, 160)} under ${cover.slice(0, 80)}`);
    }
    return found;
}"""
)
# Controls below 24 by 24 pixels; a link in a sentence may be as low as its line.
SMALL = (
    "() => {"
    + CONTROLS
    + """
    const isInText = (one) => getComputedStyle(one).display === "inline"
        && one.parentElement.textContent.trim() !== one.textContent.trim();
    return controlsIn(document.body).filter((one) => !isInText(one))
        .map((one) => [one, (labelOf(one) ?? one).getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([one, { width, height }]) => `${width}x${height} ${one.outerHTML.slice(0, 160)}`);
}"""
)


def fits(page: Page) -> None:
    """Nothing of the page lies beside what one sees, and nothing lies over what one presses; of an
    open menu, dialog or announcement only that, since it is meant to lie over the rest."""
    for script in (STICKS_OUT, UNREACHABLE):
        found = page.evaluate(script)
        assert not found, "\n".join((f"does not fit at {page.viewport_size}:", *found))


def can_be_hit(page: Page) -> None:
    """Whatever one presses is large enough (WCAG 2.5.8)."""
    small = page.evaluate(SMALL)
    assert not small, "\n".join(("too small:", *small))


def fits_when_zoomed(page: Page) -> None:
    """At 200 and 400 % and at the narrowest, and then at its own size again."""
    own = page.viewport_size
    for size in ZOOMED:
        page.set_viewport_size(size)
        fits(page)
    if own:
        page.set_viewport_size(own)
