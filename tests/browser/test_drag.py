"""Dragging as such, on a page with nothing but lists: what is said to be dropped where."""

import mimetypes
from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Route

ADDRESS = "http://drag.test/"
PAGE = """<!doctype html><meta charset="utf-8">
<style>
  ul { width: 200px; height: 160px; margin: 0 0 40px; padding: 0; list-style: none }
  li { height: 30px } [data-drag-handle] { display: inline-block; width: 20px; height: 20px;
  touch-action: none } #far { margin-top: 1500px } [hidden] { display: none }
  .drag-label, .drag-line, .drag-outline { position: fixed; top: 0; left: 0; pointer-events: none }
</style>
<ul id="morning" data-drop="person other">
  <li id="anna" data-drag="person"><span data-drag-handle></span> Anna <button>Menu</button></li>
  <li id="bram" data-drag="person"><span data-drag-handle></span> Bram</li>
  <li id="cas" data-drag="person"><span data-drag-handle></span> Cas</li>
</ul>
<ul id="noon" data-drop="person">
  <li id="dina" data-drag="person">Dina <button>Menu</button></li>
</ul>
<ul id="room" data-drop="person" data-drop-unordered><li id="eva" data-drag="person">Eva</li></ul>
<ul id="trees" data-drop="tree"><li id="oak" data-drag="tree">Eik</li></ul>
<ul id="far" data-drop="person"></ul>
<script type="module" src="/js/drag.js"></script>
<script>
  const dropped = [];
  document.addEventListener("drag:dropped", ({ target, detail: { item, before } }) =>
    dropped.push([item.id, target.id, before ? before.id : null]));
</script>"""


def serve(route: Route) -> None:
    path = route.request.url.removeprefix(ADDRESS)
    if not path:
        route.fulfill(body=PAGE, content_type="text/html")
        return
    file = settings.BASE_DIR / "static" / path
    route.fulfill(path=file, content_type=mimetypes.guess_type(file)[0])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 700}, has_touch=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**", serve)
    page.goto(ADDRESS)
    yield page
    context.close()
    assert not errors


def pick_up(page: Page, item: str) -> None:
    """By its handle."""
    press(page, f"#{item} [data-drag-handle]")


def press(page: Page, selector: str, *, along: float = 5) -> None:
    box = page.locator(selector).bounding_box()
    assert box
    page.mouse.move(box["x"] + along, box["y"] + 5)
    page.mouse.down()


def move_over(page: Page, item: str, *, at: float) -> None:
    """To this part of its height: 0 is its upper edge, 1 its lower."""
    box = page.locator(f"#{item}").bounding_box()
    assert box
    page.mouse.move(box["x"] + 60, box["y"] + at * box["height"], steps=4)


def dropped(page: Page) -> object:
    return page.evaluate("dropped")


@pytest.mark.parametrize(
    ("at", "over", "expected"),
    [
        (0.2, "anna", ["cas", "morning", "anna"]),
        (0.8, "anna", ["cas", "morning", "bram"]),
        (0.2, "dina", ["cas", "noon", "dina"]),
        (0.8, "dina", ["cas", "noon", None]),
        (0.5, "room", ["cas", "room", None]),
    ],
)
def test_what_is_dropped_says_where(page: Page, at: float, over: str, expected: object) -> None:
    pick_up(page, "cas")
    move_over(page, over, at=at)
    page.mouse.up()
    assert dropped(page) == [expected]


@pytest.mark.parametrize("at", [0.1, 0.9])
def test_a_drop_in_its_own_place_says_nothing(page: Page, at: float) -> None:
    pick_up(page, "bram")
    move_over(page, "noon", at=0.5)
    move_over(page, "bram", at=at)
    page.mouse.up()
    assert dropped(page) == []


def test_nothing_is_dropped_where_it_does_not_belong(page: Page) -> None:
    pick_up(page, "anna")
    move_over(page, "oak", at=0.5)
    page.mouse.up()
    assert dropped(page) == []


def test_escape_cancels(page: Page) -> None:
    pick_up(page, "anna")
    move_over(page, "dina", at=0.2)
    assert page.locator(".drag-label").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".drag-label").count() == 0
    page.mouse.up()
    assert dropped(page) == []


def test_only_the_handle_drags_an_item_that_has_one(page: Page) -> None:
    press(page, "#anna", along=150)
    move_over(page, "dina", at=0.2)
    page.mouse.up()
    assert dropped(page) == []
    press(page, "#eva", along=150)
    move_over(page, "dina", at=0.2)
    page.mouse.up()
    assert dropped(page) == [["eva", "noon", "dina"]]


def test_a_button_in_an_item_stays_a_button(page: Page) -> None:
    press(page, "#dina button")
    move_over(page, "anna", at=0.2)
    page.mouse.up()
    assert dropped(page) == []


def test_an_item_that_is_rendered_anew_is_still_in_the_hand(page: Page) -> None:
    pick_up(page, "anna")
    move_over(page, "dina", at=0.2)
    page.evaluate("morning.innerHTML = morning.innerHTML")
    move_over(page, "dina", at=0.8)
    page.mouse.up()
    assert dropped(page) == [["anna", "noon", None]]


def test_an_item_that_is_gone_is_not_dropped(page: Page) -> None:
    pick_up(page, "anna")
    move_over(page, "dina", at=0.2)
    page.evaluate("anna.remove()")
    page.mouse.up()
    assert dropped(page) == []


def test_at_the_edge_the_page_scrolls_to_what_is_out_of_sight(page: Page) -> None:
    pick_up(page, "anna")
    page.mouse.move(60, 690, steps=4)
    page.wait_for_function("far.getBoundingClientRect().top < 600")
    move_over(page, "far", at=0.5)
    page.mouse.up()
    assert dropped(page) == [["anna", "far", None]]


def test_a_finger_drags_by_the_handle(page: Page) -> None:
    client = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        places = [{"x": x, "y": y} for x, y in points]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    grip = page.locator("#anna [data-drag-handle]").bounding_box()
    over = page.locator("#dina").bounding_box()
    assert grip
    assert over
    touch("touchStart", (grip["x"] + 5, grip["y"] + 5))
    for y in range(int(grip["y"]), int(over["y"]) + 4, 20):
        touch("touchMove", (60, y))
    touch("touchMove", (60, over["y"] + 4))
    touch("touchEnd")
    assert dropped(page) == [["anna", "noon", "dina"]]
