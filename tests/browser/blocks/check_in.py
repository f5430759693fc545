"""Talking in threes. The coach makes the groups; nothing is written down."""

from tests.browser.day import Day


def play(day: Day) -> None:
    day.goes_on_to("Check-in")
    everyone_waits_for_a_group(day)

    day.coach.presses("Maak groepjes")
    day.coach.sees("Alleen begeleiders zien deze groepjes.")
    everyone_waits_for_a_group(day)

    day.coach.presses("Zet vast")
    for teacher in day.teachers:
        teacher.sits_with("Anna", "Bram", "Cas")
        teacher.has_nothing_to_write_in()
        teacher.sees("Er wordt niets opgeschreven of bewaard.")
    day.scherm.sees("Groepje 1", "Anna", "Bram", "Cas")


def everyone_waits_for_a_group(day: Day) -> None:
    for teacher in day.teachers:
        teacher.sees("De begeleider maakt zo de groepjes.")
        teacher.sees_no("Jij zit in")
