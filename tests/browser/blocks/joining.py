"""People come in: opening the link makes nobody, a name does, and one name is one person."""

from playwright.sync_api import expect

from tests.browser.day import Day
from tests.browser.observing import Observer, nobody
from tests.browser.people import Coach, Scherm, Teacher, joins, opens_link, says_name
from tests.browser.screens import LAPTOP, PHONE, TABLET, Screens
from tests.browser.server import Demo


def people_come_in(screens: Screens, demo: Demo, observer: Observer = nobody) -> Day:
    coach = Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))
    scherm = Scherm(screens, demo)
    scherm.sees(demo.code)
    for name, viewport in (("Anna", LAPTOP), ("Bram", PHONE), ("Cas", TABLET)):
        opens_link(screens, demo, name, viewport)

    anna = joins(screens, "Anna")
    coach.knows("Anna")  # and not Bram or Cas, who have only opened the link
    bram = joins(screens, "Bram")
    cas = joins(screens, "Cas")
    coach.knows("Anna", "Bram", "Cas")
    day = Day(screens, demo, coach, scherm, anna, bram, cas, observer)
    day.shows("Voor het begin")
    return day


def a_reload_resumes_the_same_person(day: Day) -> None:
    day.anna.page.reload()
    is_in(day.anna)
    day.anna.settles_in()
    day.coach.knows("Anna", "Bram", "Cas")


def a_name_that_is_taken_is_asked_about(day: Day) -> None:
    """Anna takes another device; the app cannot know that it is hers."""
    tablet = opens_link(day.screens, day.demo, "Anna's tablet", TABLET)
    says_name(tablet, "anna")
    expect(tablet.get_by_role("heading", level=1)).to_have_text("Ben jij Anna die er al is?")
    day.observer("Dezelfde naam", "deelnemer", tablet)
    tablet.get_by_role("button", name="Ja, ga verder").click()
    is_in(Teacher(day.screens, "Anna's tablet", tablet))
    day.coach.knows("Anna", "Bram", "Cas")
    tablet.close()


def is_in(anna: Teacher) -> None:
    anna.is_at("Je bent binnen, Anna.")
