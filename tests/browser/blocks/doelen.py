"""Each team makes one small goal, and agrees on who does what this week."""

from playwright.sync_api import expect

from tests.browser.blocks import leerlingarena
from tests.browser.day import Day

IMPROVEMENT = "Wat willen we de komende weken beter maken voor leerlingen?"
ASKING = "Hulp vragen wordt gewoon"
GOAL = "De leerlingen uit groep 5 en 6 kunnen zelf een hulpvraag stellen."
ACTION = "Ik doe voor hoe je hulp vraagt"


def play(day: Day) -> None:
    day.goes_on_to("Uitleg")
    day.goes_on_to("Verbetering")
    day.coach.makes_groups()
    for teacher in day.teachers:
        teacher.sees("Jij zit in Onderbouw")
    what_was_taken_along_can_be_read(day)
    the_team_chooses_what_becomes_better(day)

    day.goes_on_to("Doel")
    the_team_makes_it_a_goal(day)
    day.goes_on_to("Acties")
    the_team_agrees_on_an_action(day)
    the_goal_is_fixed(day)


def the_team_chooses_what_becomes_better(day: Day) -> None:
    day.anna.takes_the_pen()
    day.anna.fills_in(IMPROVEMENT, ASKING)
    day.anna.field("6 weken").check()
    for teacher in day.teachers_but(day.anna):
        teacher.sees(ASKING, "6 weken")
        teacher.has_nothing_to_write_in()
    expect(day.coach.region("Onderbouw")).to_contain_text("Stap 2 van 3: doel")
    day.shows("Verbetering gekozen", day.coach, day.anna, day.bram)


def what_was_taken_along_can_be_read(day: Day) -> None:
    for viewer in (day.coach, day.anna):
        viewer.stage.get_by_text("Dit nemen we mee").click()
        expect(viewer.stage.locator(".chain__content")).to_contain_text(leerlingarena.HEARD)
    day.shows("In het team, met wat meegaat")
    for viewer in (day.coach, day.anna):
        viewer.stage.get_by_text("Dit nemen we mee").click()


def the_team_makes_it_a_goal(day: Day) -> None:
    day.anna.fills_in("De leerlingen uit", "groep 5 en 6")
    day.anna.fills_in("Wat precies?", "zelf een hulpvraag stellen")
    for teacher in day.teachers:
        teacher.sees(GOAL)
    day.shows("Doel gemaakt", day.coach, day.anna, day.bram)


def the_team_agrees_on_an_action(day: Day) -> None:
    day.anna.fills_in("Wat ga je doen?", ACTION)
    day.anna.fills_in("Wie?", "Bram")
    day.anna.fills_in("Wanneer?", day.in_days(7))
    day.anna.presses("Zet erbij")
    for teacher in day.teachers:
        teacher.reads(ACTION)
        expect(teacher.note(ACTION)).to_contain_text("Bram")
    day.shows("Een actie erbij", day.coach, day.anna, day.bram)


def the_goal_is_fixed(day: Day) -> None:
    where = day.anna.field(IMPROVEMENT).locator("xpath=ancestor::form").get_attribute("hx-post")
    day.anna.presses("Stel het doel vast")
    for teacher in day.teachers:
        teacher.sees("vastgesteld", GOAL)
    expect(day.anna.field(IMPROVEMENT)).to_have_count(0)
    day.scherm.sees(GOAL)
    day.shows("Doel vastgesteld")
    assert day.anna.sends(where or "", improvement="Toch iets anders") == 422
    day.cas.sees_no("Toch iets anders")
