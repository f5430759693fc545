"""A demo day that is at a step with so many notes on its board, and how the scherm shows it."""

from playwright.sync_api import Page, ViewportSize

from tests.browser.people import Coach, Scherm
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store

SIZES = (
    ViewportSize(width=1920, height=1080),
    ViewportSize(width=1280, height=720),
    ViewportSize(width=1024, height=768),
    ViewportSize(width=3840, height=2160),
)
HANG = """
from scholendag.agenda.models import Block
from scholendag.boards.kinds import kind_called
from scholendag.boards.models import Cluster, Note
from scholendag.boards.opening import open_board
from django.utils import timezone
block = Block.objects.filter(sessie__rehearsal_of=None, instrument=%(instrument)r).first()
board = open_board(block, kind_called(%(kind)r))
lanes = list(board.lanes.all())
WORDS = "Ik hoop dat we rust in de les vinden en samen kijken wat leerlingen nodig hebben".split()
def text(n):
    return f"Post-it {n}: " + " ".join(WORDS[: 3 + n * 7 %% 13])
for lane in lanes if %(clusters)r else []:
    for name in ("Rust in de klas", "Samen leren", ""):
        Cluster.objects.create(block=block, kind_slug=%(kind)r, lane_key=lane.key, name=name)
piles = list(Cluster.objects.filter(block=block))
for n in range(1, %(number)d + 1):
    lane = lanes[n %% len(lanes)]
    of_lane = [one for one in piles if one.lane_key == lane.key]
    pile = of_lane[n // len(lanes) %% 3] if of_lane and n %% 4 else None
    Note.objects.create(lane=lane, text=text(n), cluster=pile)
"""

ROOMS = """
from django.utils import timezone
from scholendag.agenda.models import Step
from scholendag.breakouts.models import Division, Room, Seat
from scholendag.breakouts.queries import key_of
from scholendag.sessies.models import Participant
step = Step.objects.get(block__sessie__rehearsal_of=None, block__title="Datamuur", title="Lezen")
sessie = step.block.sessie
division = Division.objects.create(
    sessie=sessie, key=key_of(step), kind=step.grouping, fixed_at=timezone.now())
for number in range(1, 51):
    room = Room.objects.create(division=division, number=number)
    for name in ("Abdelhamid", "Bram", "Catharina"):
        person = Participant.objects.create(sessie=sessie, name=f"{name} {number}")
        Seat.objects.create(division=division, room=room, participant=person)
"""

# What the scherm measures again is done when nothing has changed for a while.
SETTLED = """async () => {
    const { style } = document.documentElement;
    const count = document.querySelector(".pager__count");
    const look = () => [style.cssText, count.textContent, innerWidth].join();
    for (let before = "", calm = 0; calm < 30; before = look()) {
        await new Promise(requestAnimationFrame);
        calm = look() === before ? calm + 1 : 0;
    }
}"""

# What a person at the back would miss: text that is too small, or not whole in the picture.
LOST = """() => {
    const lost = [];
    const least = innerWidth * 0.02 - 0.1;
    if (document.scrollingElement.scrollHeight > innerHeight) lost.push("the page scrolls");
    const space = document.querySelector("[data-pages]");
    const whole = new DOMRect(0, 0, innerWidth, innerHeight);
    const isRead = (box) => box.checkVisibility() && getComputedStyle(box).clipPath === "none"
        && !box.closest(".visually-hidden, button");
    const isIn = (line, outer) => line.top >= outer.top - 2 && line.bottom <= outer.bottom + 2
        && line.left >= outer.left - 2 && line.right <= outer.right + 2;
    const all = document.createTreeWalker(document.getElementById("inhoud"), NodeFilter.SHOW_TEXT);
    while (all.nextNode()) {
        const words = all.currentNode.data.trim();
        const box = all.currentNode.parentElement;
        if (!words || !isRead(box)) continue;
        const range = document.createRange();
        range.selectNodeContents(all.currentNode);
        const outers = [whole, space?.contains(box) && space, box.closest(".note, .room, .clock")]
            .filter(Boolean).map((outer) => outer.getBoundingClientRect?.() ?? outer);
        const lines = box.closest("[data-cut]") ? [] : [...range.getClientRects()];
        if (!lines.every((line) => outers.every((outer) => isIn(line, outer))))
            lost.push(`cut off: ${words}`);
        if (parseFloat(getComputedStyle(box).fontSize) < least) lost.push(`small: ${words}`);
    }
    return lost;
}"""


def at_size(page: Page, size: ViewportSize) -> None:
    """The picture of the beamer is this large, and the page has settled in it."""
    page.set_viewport_size(size)
    page.evaluate(SETTLED)


def hangs(
    store: Store,
    number: int,
    instrument: str = "verwachtingen",
    kind: str = "verwachtingen",
    *,
    clusters: bool = False,
) -> None:
    """So many notes hang on the board of this kind, over its lanes."""
    store.runs(
        HANG % {"number": number, "instrument": instrument, "kind": kind, "clusters": clusters}
    )


def opened(screens: Screens, demo: Demo, block: str, step: str) -> tuple[Coach, Scherm]:
    """The coach opened this step, and the scherm shows it."""
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    coach.opens(block, step)
    scherm = Scherm(screens, demo)
    scherm.is_at(step)
    return coach, scherm
