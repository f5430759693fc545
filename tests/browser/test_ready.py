"""Before the start the coach sees what is ready, and sees it change."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.people import Coach, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo


@pytest.fixture
def coach(screens: Screens, demo: Demo) -> Coach:
    """The coach of a day that has not begun."""
    return Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))


def line(coach: Coach, title: str) -> Locator:
    return coach.region("Klaar om te starten?").get_by_role("listitem").filter(has_text=title)


def test_the_list_follows_what_happens(screens: Screens, demo: Demo, coach: Coach) -> None:
    expect(line(coach, "Meedoen")).to_contain_text("nog doen")
    opens_link(screens, demo, "Anna")
    anna = joins(screens, "Anna")
    expect(line(coach, "Meedoen")).to_contain_text("goed")
    coach.never_reloaded()
    anna.sees_no("Lukt er iets niet?")

    expect(line(coach, "Techniek")).to_contain_text("nog doen")
    line(coach, "Techniek").get_by_role("link").click()
    coach.page.get_by_label("We zitten bij elkaar").check()
    coach.page.get_by_label("Telefoonnummer voor hulp").fill("020 000 00 00")
    coach.page.get_by_role("button", name="Bewaar").click()
    expect(line(coach, "Techniek")).to_contain_text("goed")
    expect(line(coach, "Groepjes")).to_contain_text("goed")
    anna.sees("Lukt er iets niet?")
    anna.never_reloaded()

    coach.presses("Start")
    coach.is_at("Welkom")
    expect(coach.region("Klaar om te starten?")).to_have_count(0)
