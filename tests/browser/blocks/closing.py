"""A look at an earlier board, the end of the day, and what the schoolleider reads afterwards."""

from playwright.sync_api import expect

from tests.browser.blocks import bord, datamuur, doelen, terugblik, verwachtingen
from tests.browser.day import Day
from tests.browser.people import Teacher

NEW_SUCCESS = "Een hele week vragen gesteld"
NOTES = (verwachtingen.BETTER, datamuur.PROUD, bord.SUCCESS, terugblik.TAKEN)


def bram_looks_back_for_a_moment(day: Day) -> None:
    day.bram.page.get_by_role("link", name="Verwachtingen").click()
    day.bram.is_at("Verwachtingen")
    day.bram.reads(verwachtingen.BETTER)
    day.bram.has_nothing_to_write_in()
    day.shows("Terug naar een bord", day.bram)
    day.bram.page.get_by_role("link", name="Terug naar nu").click()
    day.bram.is_at("Speling")
    day.bram.settles_in()


def the_coach_closes_the_day(day: Day) -> None:
    day.coach.confirms("Sluit de dag af")
    day.coach.sees("De dag is afgesloten.")
    for viewer in (day.scherm, *day.teachers):
        viewer.is_at("De dag is klaar.")
    day.shows("De dag is klaar")


def the_team_goes_on_with_its_board(day: Day, link: str) -> None:
    """A week later: no sessie runs, and the link of the board is all that one needs."""
    page = day.screens.open("a week later", day.demo.url + link)
    anyone = Teacher(day.screens, "a week later", page)
    anyone.is_at("Het bord van Onderbouw")
    anyone.sees(doelen.GOAL)
    anyone.reads(bord.SUCCESS)
    anyone.puts_up(NEW_SUCCESS, bord.LANE)
    anyone.reads(NEW_SUCCESS)
    day.observer("Een week later", "verbeterbord", page)
    page.get_by_role("link", name="Druk het bord af").click()
    expect(page.get_by_role("button", name="Druk af")).to_be_visible()
    day.observer("Het bord op papier", "verbeterbord", page)


def the_schoolleider_reads_what_it_brought(day: Day) -> None:
    page = day.screens.open("schoolleider", day.demo.schoolleider)
    for text in (*NOTES, doelen.GOAL, doelen.ACTION, terugblik.PROMISE):
        expect(page.get_by_text(text).first).to_be_visible()
    for text in NOTES:
        note = page.get_by_role("listitem").filter(has_text=text)
        for teacher in day.teachers:
            expect(note).not_to_contain_text(teacher.name)
    day.observer("Terugkijken", "schoolleider", page)
    expect(page.get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("button")).to_have_text(["Druk af"])
