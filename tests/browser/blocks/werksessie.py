"""In duos, a lesson for tomorrow. One writes, the other reads along; nobody else does."""

from playwright.sync_api import expect

from tests.browser.day import Day
from tests.browser.people import Teacher

AIM = "Leerlingen zeggen in een zin waar ze vastlopen"


def play(day: Day) -> None:
    day.goes_on_to("Uitleg")
    day.goes_on_to("Eerste les")
    day.coach.makes_groups()
    a_duo_designs_a_lesson(day)
    day.goes_on_to("Tweede les")
    day.goes_on_to("Delen")
    day.all_see(AIM)


def a_duo_designs_a_lesson(day: Day) -> None:
    expect(day.anna.room.get_by_role("listitem")).to_have_count(2)
    day.anna.takes_the_pen()
    day.anna.field("Leerdoel").first.fill(AIM)
    other, *strangers = sorted(day.teachers_but(day.anna), key=lambda one: not with_anna(day, one))
    other.sees(AIM)
    other.has_nothing_to_write_in()
    for stranger in strangers:
        stranger.sees_no(AIM)
    day.anna.stage.get_by_role("button", name="Deel met iedereen").first.click()
    day.coach.sees("1 les begonnen, 1 gedeeld")


def with_anna(day: Day, teacher: Teacher) -> bool:
    return teacher.name in day.anna.room.inner_text()
