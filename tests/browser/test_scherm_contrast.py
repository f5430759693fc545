"""All that the room reads from the back stands out: a contrast of 7 to 1, as it is shown."""

import pytest

from tests.browser.people import Scherm
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.walls import ROOMS, hangs, opened

ENOUGH = 7
# Of each text the colour against the ground behind it; a shade over a note counts at its darkest.
FAINT = """(enough) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const paint = (...colours) => {
        canvas.clearRect(0, 0, 1, 1);
        for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (rgb) => rgb.slice(0, 3).map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const layers = (box) => {
        const found = [];
        for (let around = box; around; around = around.parentElement) {
            const { backgroundColor, backgroundImage } = getComputedStyle(around);
            const colours = backgroundImage.match(/(rgba?|color|oklab)\\([^()]*\\)/g) ?? [];
            found.unshift(backgroundColor, ...colours.reverse());
            if (paint(...found)[3] === 255) break;
        }
        return found;
    };
    const faint = [];
    const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) {
        const box = all.currentNode.parentElement;
        const isRead = box.checkVisibility() && getComputedStyle(box).clipPath === "none";
        if (!all.currentNode.data.trim() || !isRead || box.closest("script, .skip")) continue;
        const behind = layers(box);
        const ground = light(paint(...behind));
        const ink = light(paint(...behind, getComputedStyle(box).color));
        const contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
        if (contrast < enough) faint.push([all.currentNode.data.trim(), contrast, behind]);
    }
    return faint;
}"""
STATE = """([state, remaining]) => {
    const clock = document.querySelector("time.clock");
    const one = clock.cloneNode(true);
    one.className = "clock clock--shown";
    delete one.dataset.endsAt;
    one.dataset.state = state;
    if (remaining) one.dataset.remaining = "60";
    clock.parentElement.append(one);
}"""


def stands_out(scherm: Scherm) -> None:
    assert scherm.page.evaluate(FAINT, ENOUGH) == []


def test_the_check_sees_what_is_faint(screens: Screens, demo: Demo) -> None:
    scherm = Scherm(screens, demo)
    scherm.page.evaluate("document.querySelector('h1').style.color = '#666'")
    [[_, contrast, _]] = scherm.page.evaluate(FAINT, ENOUGH)
    assert 4 < contrast < ENOUGH


def test_notes_of_every_colour_and_what_stands_around_them(
    store: Store, screens: Screens, demo: Demo
) -> None:
    hangs(store, 60, "leerlingarena", "arena", clusters=True)
    _, scherm = opened(screens, demo, "Leerlingarena", "Nabespreking")
    for _ in range(3):
        stands_out(scherm)
        scherm.page.keyboard.press("PageDown")
    for colour in ("green", "pink", "yellow", "blue", "grey"):
        scherm.page.evaluate(
            "(colour) => document.querySelectorAll('.lane').forEach("
            "(lane) => lane.dataset.colour = colour)",
            colour,
        )
        stands_out(scherm)


def test_the_clock_in_every_state_and_what_is_said(
    store: Store, screens: Screens, demo: Demo
) -> None:
    store.runs(ROOMS)
    coach, scherm = opened(screens, demo, "Datamuur", "Lezen")
    for state in ("calm", "soon", "last", "over"):
        scherm.page.evaluate(STATE, [state, False])
        scherm.page.evaluate(STATE, [state, True])
    stands_out(scherm)
    scherm.page.evaluate("""() => {
        for (const [state, words] of [["lost", "Geen verbinding."], ["back", "Je bent er weer."]]) {
            const line = document.getElementById("verbinding").cloneNode();
            Object.assign(line, { hidden: false, textContent: words }).dataset.state = state;
            document.body.append(line);
        }
        document.querySelector("#klok .nudge").textContent = "Nog 2 minuten";
    }""")
    stands_out(scherm)
    coach.presses("Stuur bericht")
    coach.page.get_by_role("dialog").get_by_role("button", name="Nog 5 minuten").click()
    scherm.page.locator("#groot-bericht").wait_for()
    stands_out(scherm)


@pytest.mark.parametrize(
    ("block", "step"), [("Welkom", "Programma"), ("Bord", "Uitleg"), ("Terugblik", "Afsluiten")]
)
def test_what_has_no_notes(screens: Screens, demo: Demo, block: str, step: str) -> None:
    _, scherm = opened(screens, demo, block, step)
    stands_out(scherm)


def test_the_code_before_the_start(screens: Screens, demo: Demo) -> None:
    stands_out(Scherm(screens, demo))
