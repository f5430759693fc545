"""A board for everyone: with the keyboard alone, by ear, at 200 % zoom and without colours."""

from playwright.sync_api import ViewportSize, expect

from tests.browser.blocks.verwachtingen import BETTER, HOPE, LANE, SECOND, THIRD
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo

ZOOMED = ViewportSize(width=683, height=384)  # a laptop of 1366 by 768 at 200 %
TABS = 40  # more than there are stops on the page
HEARD = """() => {
    window.heard = [];
    const hear = ({ target }) => target.textContent && window.heard.push(target.textContent);
    new MutationObserver((changes) => changes.forEach(hear)).observe(
        document.getElementById("bord-melding"), { childList: true });
}"""
LIVE_AROUND_NOTES = ":is([aria-live], [role=status], [role=alert], [role=log]) .lane__notes"
CALLED = "document.activeElement.ariaLabel ?? document.activeElement.textContent"
COVERED = """(element) => {
    element.scrollIntoView({ block: "center" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const on = document.elementFromPoint(left + width / 2, top + height / 2);
    return !element.contains(on);
}"""


def tabs_to(teacher: Teacher, words: str) -> None:
    """Press Tab until the cursor is on what is called so."""
    for _ in range(TABS):
        teacher.page.keyboard.press("Tab")
        if words in teacher.page.evaluate(CALLED):
            return
    raise AssertionError(f"no Tab leads to {words}")


def test_all_of_it_can_be_done_with_the_keyboard(anna: Teacher, bram: Teacher) -> None:
    keys = anna.page.keyboard
    anna.post_it(LANE).focus()
    keys.type("Eerste regel")
    keys.press("Shift+Enter")
    keys.type("tweede regel")
    keys.press("Enter")
    expect(anna.note("Eerste regel").locator(".note__text")).to_have_text(
        "Eerste regel\ntweede regel", use_inner_text=True
    )
    expect(anna.post_it(LANE)).to_be_focused()
    expect(anna.menu("Eerste regel")).to_be_visible()

    tabs_to(anna, "Kies wat je met deze post-it doet")
    keys.press("Space")
    expect(anna.stage.get_by_role("button", name="Wijzig")).to_be_visible()
    keys.press("Escape")
    expect(anna.stage.get_by_role("button", name="Wijzig")).to_be_hidden()
    expect(anna.menu("Eerste regel")).to_be_focused()

    keys.press("Enter")
    keys.press("Tab")
    keys.press("Enter")
    expect(anna.field("Wijzig je post-it")).to_be_focused()
    keys.press("Control+A")
    keys.type(BETTER)
    keys.press("Tab")
    keys.press("Enter")
    bram.reads(BETTER)
    expect(anna.menu(BETTER)).to_be_focused()

    keys.press("Enter")
    keys.press("Tab")
    keys.press("Enter")
    expect(anna.field("Wijzig je post-it")).to_be_focused()
    tabs_to(anna, "Laat zo")
    keys.press("Enter")
    expect(anna.menu(BETTER)).to_be_focused()

    keys.press("Enter")
    tabs_to(anna, "Haal weg")
    keys.press("Enter")
    expect(anna.stage.get_by_role("button", name="Zet terug")).to_be_focused()
    bram.reads_no(BETTER)
    keys.press("Enter")
    bram.reads(BETTER)
    expect(anna.menu(BETTER)).to_be_focused()


def test_by_ear_it_is_a_count_now_and_then_and_not_every_note(
    screens: Screens, demo: Demo, anna: Teacher, bram: Teacher
) -> None:
    opens_link(screens, demo, "Cas")
    cas = joins(screens, "Cas")
    expect(anna.stage.locator(LIVE_AROUND_NOTES)).to_have_count(0)
    anna.page.evaluate(HEARD)
    texts = {bram: (HOPE, SECOND), cas: (THIRD, BETTER)}
    for teacher, both in texts.items():
        for text in both:
            teacher.puts_up(text, LANE)
    anna.reads(HOPE, SECOND, THIRD, BETTER)
    heard = lambda: anna.page.evaluate("window.heard")  # noqa: E731
    anna.waits_until(lambda: "4 post-its op het bord" in heard())
    assert len(heard()) <= 2
    assert not any(text in " ".join(heard()) for text in (HOPE, SECOND, THIRD, BETTER))


def test_the_writer_hears_that_it_is_stored(anna: Teacher) -> None:
    anna.puts_up(HOPE, LANE)
    said = anna.stage.get_by_role("status").filter(has_text="bewaard")
    expect(said).to_have_text("bewaard")


def test_at_200_percent_nothing_is_cut_off_or_covered(
    screens: Screens, demo: Demo, coach: Coach
) -> None:
    opens_link(screens, demo, "Dilara", ZOOMED)
    dilara = joins(screens, "Dilara")
    dilara.puts_up("Ziekenhuisverplaatsingscoördinatiebijeenkomstenverslaglegging" * 2, LANE)
    dilara.puts_up(SECOND, LANE)
    dilara.menu(SECOND).click()
    overflow = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
    assert dilara.page.evaluate(overflow) <= 0
    for name in ("Wijzig", "Haal weg", "Plak"):
        button = dilara.stage.get_by_role("button", name=name, exact=True)
        assert not button.evaluate(COVERED), f"{name} lies under something"
    dilara.presses("Haal weg")
    back = dilara.stage.get_by_role("button", name="Zet terug")
    assert not back.evaluate(COVERED)
    assert dilara.page.evaluate(overflow) <= 0


def test_at_the_limit_it_is_said_what_one_can_do_and_with_which(
    anna: Teacher, bram: Teacher
) -> None:
    bram.puts_up(THIRD, LANE)
    for text in (HOPE, SECOND):
        anna.puts_up(text, LANE)
    anna.sees("Nog 0 van de 2. Wil je iets anders? Open het menu")
    mine = 'getComputedStyle(element, "::before").content'
    for text, words in ((HOPE, '"van jou"'), (THIRD, "none")):
        assert anna.note(text).evaluate(f"(element) => {mine}") == words


def test_at_the_limit_it_is_said_that_a_hidden_note_counts(coach: Coach, anna: Teacher) -> None:
    counts = "Die telt mee. Vraag of je begeleider de tekst wil verbeteren."
    for text in (HOPE, SECOND):
        anna.puts_up(text, LANE)
        coach.reads(text)
    anna.sees_no(counts)
    coach.menu(HOPE).click()
    coach.note(HOPE).get_by_role("button", name="Verberg", exact=True).click()
    anna.sees(f"Je begeleider heeft een post-it van jou verborgen. {counts}")
