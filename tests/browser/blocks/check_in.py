"""Talking in threes. The coach makes the groups; nothing is written down."""

from playwright.sync_api import expect

from tests.browser.day import Day
from tests.browser.people import Teacher


def play(day: Day) -> None:
    day.goes_on_to("Check-in")
    everyone_waits_for_a_group(day)

    day.coach.presses("Maak groepjes")
    day.coach.sees("Alleen begeleiders zien deze groepjes.")
    everyone_waits_for_a_group(day)

    day.shows("Groepjes klaargezet", day.coach)

    day.coach.presses("Zet vast")
    day.anna.is_sent_to_a_room()
    day.shows("Jij zit in", day.anna)
    for teacher in day.teachers:
        teacher.sits_with("Anna", "Bram", "Cas")
        teacher.has_nothing_to_write_in()
        nobody_is_asked_to_write(teacher)
        teacher.sees("Er wordt niets opgeschreven of bewaard.")
    day.scherm.sees("Groepje 1", "Anna", "Bram", "Cas")
    day.shows("In groepjes")


def nobody_is_asked_to_write(teacher: Teacher) -> None:
    expect(teacher.stage.get_by_role("button", name="Ik schrijf")).to_have_count(0)
    expect(teacher.room.get_by_text("schrijver")).to_be_hidden()


def everyone_waits_for_a_group(day: Day) -> None:
    for teacher in day.teachers:
        teacher.sees("De begeleider maakt zo de groepjes.")
        teacher.sees_no("Jij zit in")
