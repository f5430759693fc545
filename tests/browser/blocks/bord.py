"""The board that the team keeps: roles, a success, the goal with its actions, and what is next."""

from playwright.sync_api import expect

from tests.browser.blocks.doelen import ACTION, GOAL
from tests.browser.day import Day

LANE = "Dit ging goed"
ALSO = ("Een leerling legde het aan een ander uit", "We begonnen allemaal op tijd")
SUCCESS = "Vandaag durfde iemand het eindelijk te vragen"


def play(day: Day) -> str:
    """Gives the link by which the team comes back to its board."""
    day.goes_on_to("Uitleg")
    day.goes_on_to("Rollen")
    the_goal_is_on_the_board(day)
    day.anna.fills_in("Tijdbewaker", "Dilara")
    expect(day.cas.field("Tijdbewaker")).to_have_value("Dilara")

    day.goes_on_to("Eerste succes")
    day.cas.puts_up(SUCCESS, LANE)
    for text in ALSO:
        day.anna.puts_up(text, LANE)
    for teacher in day.teachers:
        teacher.reads(SUCCESS, *ALSO)
    day.shows("Successen")

    day.goes_on_to("Plannen")
    an_action_is_done(day)
    the_next_bordsessie_is_planned(day)
    link = day.anna.stage.get_by_role("link", name="Open het bord van Onderbouw")
    return link.get_attribute("href") or ""


def the_goal_is_on_the_board(day: Day) -> None:
    for teacher in day.teachers:
        teacher.unfolds("Doel en acties")
        teacher.sees("Het bord van Onderbouw", GOAL)
        teacher.reads(ACTION)
    day.scherm.sees(GOAL)


def an_action_is_done(day: Day) -> None:
    for teacher in day.teachers:
        teacher.unfolds("Doel en acties")
    day.bram.note(ACTION).get_by_role("button", name="Af").click()
    for teacher in day.teachers:
        expect(teacher.note(ACTION)).to_contain_text("af op")


def the_next_bordsessie_is_planned(day: Day) -> None:
    day.cas.fills_in("Welke dag?", day.in_days(6))
    day.cas.fills_in("Hoe laat?", "15:30")
    day.cas.presses("Plan")
    for viewer in (*day.teachers, day.scherm):
        viewer.sees("15.30 uur")
    day.shows("Bord gepland")
