"""In duos, a lesson for tomorrow. One writes, the other reads along; nobody else does."""

from playwright.sync_api import expect

from tests.browser.day import Day

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
    duo = day.anna.room.inner_text()
    others = day.teachers_but(day.anna)
    [partner] = [teacher for teacher in others if teacher.name in duo]
    day.anna.field("Leerdoel").first.fill(AIM)
    partner.sees(AIM)
    partner.has_nothing_to_write_in()
    day.shows("Een les in een duo", day.coach, day.anna, partner)
    for stranger in (teacher for teacher in others if teacher is not partner):
        stranger.sees_no(AIM)
        assert not stranger.received.holds(AIM), f"{stranger.name} is not of this duo"
    day.anna.stage.get_by_role("button", name="Deel met iedereen").first.click()
    day.coach.sees("1 les begonnen, 1 gedeeld")
