"""Nothing keeps anyone out: axe finds no barrier on any page, in any role, at any step.

Each page is looked at in light and in dark, and with its folds, menus and dialogs open. On the way
it is found out whether each has the styles for what is on it.
"""

from playwright.sync_api import Browser

from tests.browser import whole_day
from tests.browser.around import afterwards, coming_in, helping, preparing, rehearsing
from tests.browser.barriers import Barriers
from tests.browser.observing import together
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.styled import Unstyled

WALL = """<!doctype html><html lang="nl"><title>Muur</title><main><h1>Muur</h1>
<p style="color: #ccc; background: #fff">Bijna niet te lezen</p><img src="data:,"></main>"""


def test_a_barrier_is_found_and_told(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(WALL)
    barriers = Barriers()
    barriers("Begin", "bezoeker", page)
    page.close()
    told = str(barriers)
    assert told.startswith("2 barriers")
    for words in ("color-contrast", "image-alt", '<img src="data:,">', "Begin, bezoeker"):
        assert words in told


def test_a_page_without_its_styles_is_found(screens: Screens, demo: Demo) -> None:
    page = screens.open("Marieke", demo.begeleider)
    unstyled = Unstyled()
    unstyled("Begin", "begeleider", page)
    assert not unstyled.places
    page.evaluate("document.querySelector('link[href*=coach]').remove()")
    unstyled("Begin", "begeleider", page)
    assert "desk__people" in unstyled.places


def test_before_the_day(screens: Screens, demo: Demo) -> None:
    barriers, unstyled = Barriers(), Unstyled()
    look = together(barriers, unstyled)
    coming_in.play(screens, demo, look)
    preparing.play(screens, demo, look)
    assert not unstyled.places
    assert not barriers.places, str(barriers)


def test_a_proefrit(screens: Screens, demo: Demo) -> None:
    barriers, unstyled = Barriers(), Unstyled()
    rehearsing.play(screens, demo, together(barriers, unstyled))
    assert not unstyled.places
    assert not barriers.places, str(barriers)


def test_the_day_and_afterwards(screens: Screens, demo: Demo) -> None:
    barriers, unstyled = Barriers(), Unstyled()
    look = together(barriers, unstyled)
    helpers = helping.come_in(screens, demo, look)
    whole_day.play(screens, demo, look, helpers)
    afterwards.play(screens, demo, look)
    assert not unstyled.places
    assert not barriers.places, str(barriers)
