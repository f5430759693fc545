"""Someone without a mouse: every press is a key, and the cursor is always in sight."""

from playwright.sync_api import Page

TABS = 160  # more than there are stops on any page
# Where the cursor is: its name, and whether one sees it there.
HERE = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const labels = [...(one.labels ?? [])].map((label) => label.innerText);
    const by = (one.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean)
        .map((id) => document.getElementById(id)?.textContent);
    const name = [one.ariaLabel, ...by, ...labels, one.textContent].filter(Boolean).join(" ");
    const isOutlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    const isTicked = one.matches("[type=radio], [type=checkbox]");
    return {
        name: name.replace(/\\s+/g, " ").trim(),
        html: one.outerHTML.slice(0, 160),
        isSeen: (isOutlined || boxShadow !== "none") && box.width > 1 && box.height > 1,
        isInSight: box.bottom > 0 && box.top < innerHeight,
        // A box to tick is pressed by its label.
        size: [box.width, box.height].map((side) => (isTicked ? Math.max(side, 24) : side)),
    };
}"""


# Two in a row are one press (press.js); nobody who reads what the first one did is so fast.
NOW = "performance.timeOrigin + performance.now()"
NOT_IN_A_ROW = f"(before) => {NOW} - before > 600"


class Keys:
    """The keyboard of one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.entered = 0.0  # when, on the clock of the page

    def presses(self, *keys: str) -> None:
        """These keys, one after the other."""
        for key in keys:
            if key == "Enter":
                self._lets_go_of_enter()
            self.page.keyboard.press(key)

    def _lets_go_of_enter(self) -> None:
        self.page.wait_for_function(NOT_IN_A_ROW, arg=self.entered)
        self.entered = self.page.evaluate(NOW)

    def types(self, text: str) -> None:
        """Where the cursor is."""
        self.page.keyboard.type(text)

    def goes_to(self, words: str, *, back: bool = False) -> None:
        """Press Tab until the cursor is on what is called so, and see it at every stop."""
        for _ in range(TABS):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            found = self.page.evaluate(HERE)
            if found is None:  # past the end, to the bar of the browser
                continue
            assert found["name"], f"a stop without a name: {found['html']}"
            assert found["isSeen"], f"nobody sees the cursor on {found['html']}"
            assert found["isInSight"], f"the cursor is out of sight on {found['html']}"
            if words in found["name"]:
                return
        raise AssertionError(f"no Tab leads to {words}")

    def uses(self, words: str, key: str = "Enter", *, back: bool = False) -> None:
        """Go to it and press it."""
        self.goes_to(words, back=back)
        self.presses(key)

    def fills(self, words: str, text: str) -> None:
        """Go to a field and type in it."""
        self.goes_to(words)
        self.types(text)

    def is_on(self, *words: str) -> None:
        """The cursor came to what is called so by itself: it is not lost."""
        self.page.wait_for_function(
            "(words) => { const on = document.activeElement; return on !== document.body &&"
            " words.some((one) => (on.innerText + on.ariaLabel + [...(on.labels ?? [])]"
            ".map((label) => label.innerText)).includes(one)); }",
            arg=list(words),
        )
