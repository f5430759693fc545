"""The coach starts the day, and shows what it will be."""

from tests.browser.day import Day


def play(day: Day) -> None:
    day.coach.presses("Start")
    day.is_at("Welkom")
    day.all_see("Welkom. De schoolleider vertelt waarom we hier vandaag samen aan werken.")
    day.shows("Welkom")

    day.goes_on_to("Programma")
    day.all_see("Leerlingarena", "Terugblik")
    for teacher in day.teachers:
        teacher.has_nothing_to_write_in()
