"""What the coach does when something hangs on a board that should not, or not there."""

from playwright.sync_api import Locator, expect

from tests.browser.people import Coach, Teacher
from tests.browser.viewer import Viewer

NAMED, BETTER, OTHER = "Meneer Jansen legt goed uit", "Onze leraar legt goed uit", "Meer tijd"
LANE, NEXT = "Dit neem ik mee", "Wat is je eerste stap?"


def lane(viewer: Viewer, title: str) -> Locator:
    return viewer.stage.get_by_role("list", name=title)


def chooses(coach: Coach, text: str, choice: str) -> None:
    coach.menu(text).click()
    coach.note(text).get_by_role("button", name=choice, exact=True).click()


def test_a_name_is_hidden_corrected_and_put_back_and_a_note_hung_elsewhere(
    coach: Coach, anna: Teacher, bram: Teacher
) -> None:
    coach.opens("Terugblik", "Plakken")
    anna.is_at("Plakken")
    anna.puts_up(NAMED, LANE)
    bram.puts_up(OTHER, LANE)
    for viewer in (coach, anna, bram):
        viewer.reads(NAMED, OTHER)
    chooses(coach, NAMED, "Verberg")
    anna.reads_no(NAMED)
    bram.reads_no(NAMED)
    anna.sees("Je begeleider heeft een post-it van jou verborgen.")
    chooses(coach, NAMED, "Verbeter de tekst")
    coach.field("Verbeter deze post-it").fill(BETTER)
    coach.presses("Bewaar")
    coach.reads(BETTER)
    bram.reads_no(BETTER)
    coach.menu(BETTER).click()
    menu = coach.note(BETTER).get_by_role("button")
    expect(menu).to_have_text(["Leg ergens anders…", "Verbeter de tekst", "Zet terug"])
    coach.presses("Zet terug")
    for viewer in (coach, anna, bram):
        viewer.reads(BETTER)
        viewer.reads_no(NAMED)
    chooses(coach, OTHER, "Leg ergens anders…")
    coach.stage.get_by_role("radio", name=f"In het vak “{NEXT}”").check()
    coach.presses("Leg neer")
    for viewer in (coach, anna, bram):
        expect(lane(viewer, NEXT).get_by_text(OTHER)).to_be_visible()
        expect(lane(viewer, LANE).get_by_text(OTHER)).to_have_count(0)
        viewer.never_reloaded()
