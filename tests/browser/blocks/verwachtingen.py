"""What people hope for: on everyone's screen at once, two each, and nobody knows whose."""

from playwright.sync_api import expect

from tests.browser.day import Day
from tests.browser.viewer import Viewer

LANE = "Dit hoop ik"
HOPE = "Minder papier en meer tijd in de klas"
SECOND = "Een plan dat in maart nog leeft"
THIRD = "Taart bij de koffie"
OTHERS = ("Dat iedereen iets durft te zeggen", "Iets waar mijn groep morgen al wat aan heeft")
ANOTHER = "Horen hoe andere groepen het doen"
BETTER = "Minder papier en veel meer tijd in de klas"


def play(day: Day) -> None:
    day.goes_on_to("Verwachtingen")
    a_note_is_everyones(day)
    two_are_enough(day)
    a_note_can_be_changed_and_taken_back(day)
    the_board_fills(day)


def a_note_is_everyones(day: Day) -> None:
    readers: list[Viewer] = [day.bram, day.scherm]
    for reader in readers:
        reader.received.anew()
    day.anna.puts_up(HOPE, LANE)
    day.all_read(HOPE)
    for viewer in day.everyone:
        expect(viewer.region("Wat we van vandaag hopen")).not_to_contain_text("Anna")
    for reader in readers:
        assert reader.received.holds(HOPE)
        assert not reader.received.holds("Anna"), f"{reader.name} was told who wrote it"


def two_are_enough(day: Day) -> None:
    day.anna.puts_up(SECOND, LANE)
    day.all_read(SECOND)
    day.anna.tries_to_put_up(THIRD, LANE)
    day.anna.sees("Je kunt er niet meer bij plakken. Haal er eerst een weg.")
    expect(day.anna.post_it(LANE)).to_have_value(THIRD)
    day.cas.reads_no(THIRD)


def a_note_can_be_changed_and_taken_back(day: Day) -> None:
    expect(day.bram.menu(HOPE)).to_have_count(0)
    day.anna.changes(HOPE, BETTER)
    day.all_read(BETTER)
    day.anna.takes_back(SECOND)
    for viewer in day.everyone:
        viewer.reads_no(SECOND)
    day.anna.puts_up(THIRD, LANE)  # there is room for it now
    day.all_read(THIRD)


def the_board_fills(day: Day) -> None:
    for text in OTHERS:
        day.bram.puts_up(text, LANE)
    day.cas.puts_up(ANOTHER, LANE)
    day.all_read(*OTHERS, ANOTHER)
    day.shows("Wat we van vandaag hopen")
    day.anna.menu(THIRD).click()
    day.coach.menu(THIRD).click()
    day.shows("Menu van een post-it", day.coach, day.anna)
    for viewer in (day.anna, day.coach):
        viewer.menu(THIRD).click()
