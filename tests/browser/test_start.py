"""The links that the demo prints, opened as a newcomer does: no error, and a socket that opens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.people import Coach, joins, opens_link
from tests.browser.screens import BEAMER, Screens
from tests.browser.server import Demo, serve_demo
from tests.browser.store import Store
from tests.browser.viewer import SOCKET_IS_OPEN


@pytest.fixture
def demo(store: Store) -> Iterator[Demo]:
    """Started from nothing, as a newcomer does, which the other tests do not wait for."""
    with serve_demo(store) as demo:
        yield demo


@pytest.mark.parametrize("role", ["begeleider", "scherm"])
def test_the_page_of_a_role_opens_a_socket(screens: Screens, demo: Demo, role: str) -> None:
    page = screens.open(role, getattr(demo, role), viewport=BEAMER)
    expect(page.get_by_text(demo.code).first).to_be_visible()
    page.wait_for_function(SOCKET_IS_OPEN)


def test_the_schoolleider_reads_along(screens: Screens, demo: Demo) -> None:
    page = screens.open("schoolleider", demo.schoolleider)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_who_joins_is_seen_by_the_coach_at_once(screens: Screens, demo: Demo) -> None:
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    opens_link(screens, demo, "Anna")
    joins(screens, "Anna").is_at("Je bent binnen, Anna.")
    coach.knows("Anna")
