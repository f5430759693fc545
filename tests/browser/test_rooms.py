"""Six teachers in threes, with two coaches: what happens in the rooms while the day goes on."""

import re

from playwright.sync_api import expect

from tests.browser.blocks.datamuur import NOTES
from tests.browser.people import Coach, Scherm, Teacher, group_of, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo
from tests.browser.store import Store
from tests.browser.viewer import Viewer

ROOM = "https://video.example/een"
HALF = "We zijn het nog niet eens"
MORE = ", maar bijna"


def where(teacher: Teacher) -> str:
    """Such as `groepje 2`."""
    title = teacher.stage.get_by_role("heading", name="Jij zit in").inner_text()
    return title.removeprefix("Jij zit in ")


def reads_in_the_log(coach: Coach, line: str) -> None:
    log = coach.stage.locator("#logboek")
    if log.get_attribute("open") is None:
        log.locator("summary").click()
    expect(log.get_by_role("listitem").filter(has_text=line)).to_be_visible()


def test_everyone_is_told_once_where_to_sit_and_a_latecomer_is_seen_coming_in(
    screens: Screens, demo: Demo, six: list[Teacher], coach: Coach, youssef: Coach
) -> None:
    page = opens_link(screens, demo, "Noor")
    page.get_by_label("Hoe heet je?").fill("Noor")
    page.get_by_role("button", name="Doe mee").click()
    page.wait_for_url("**/dag/**")
    noor = Teacher(screens, "Noor", page, goes=False)
    expect(noor.cover).to_be_visible()
    expect(noor.cover).to_contain_text("Jij zit in groepje")
    expect(noor.cover.get_by_role("button", name="Ik ga")).to_be_focused()
    page.keyboard.press("Enter")
    expect(noor.cover).to_be_hidden()
    page.reload()
    expect(noor.room.get_by_role("listitem")).to_have_count(4)
    expect(noor.cover).to_be_hidden()

    with_noor = [one for one in six if "Noor" in one.room.inner_text()]
    assert len(with_noor) == 3
    for teacher in with_noor:
        teacher.sees("Noor komt erbij.")
    for one in (coach, youssef):
        one.sees("4 van 4 aanwezig")
        one.knows(*(teacher.name for teacher in six), "Noor")


def test_who_types_keeps_the_cursor_when_a_room_is_given(
    screens: Screens, demo: Demo, coach: Coach, anna: Teacher, bram: Teacher
) -> None:
    for teacher in (anna, bram):
        teacher.page.remove_locator_handler(teacher.cover)
    coach.opens("Datamuur", "Lezen")
    coach.presses("Maak groepjes")
    coach.stage.get_by_text("Links naar de kamers").click()
    coach.stage.get_by_label("Groepje 1", exact=True).fill(ROOM)
    coach.presses("Bewaar de link van Groepje 1")
    anna.page.evaluate("document.body.append(document.createElement('input'))")
    anna.page.locator("body > input").press_sequentially("half een")
    coach.presses("Zet vast")

    expect(anna.cover).to_contain_text("met Bram")
    link = anna.cover.get_by_role("link", name="Ga naar kamer 1")
    expect(link).to_have_attribute("href", ROOM)
    expect(bram.cover.get_by_role("button", name="Ik ga")).to_be_focused()
    assert anna.page.evaluate("!document.querySelector('#plek-groot').matches(':focus-within')")
    anna.page.keyboard.press("Escape")
    expect(anna.cover).to_be_hidden()


def test_a_room_that_loses_people_is_repaired_with_one_press(
    screens: Screens, six: list[Teacher], coach: Coach, youssef: Coach
) -> None:
    anna, one, other = group_of(six[0], six)
    for gone in (one, other):
        screens.leaves(gone.name)
    first = where(anna)
    line = coach.stage.get_by_text(f"Anna zit alleen in {first.capitalize()}")
    expect(line).to_be_visible()
    youssef.sees("Anna zit alleen")

    youssef.stage.get_by_role("button", name="Verplaats Anna naar").click()
    expect(line).to_have_count(0)
    expect(anna.room.get_by_role("listitem")).to_have_count(4)
    assert where(anna) != first
    for viewer in (coach, youssef):
        viewer.sees_no("zit alleen")
        reads_in_the_log(viewer, f"Youssef Amrani verplaatste Anna naar {where(anna)}")


def test_a_room_calls_and_both_coaches_see_who_goes(
    six: list[Teacher], coach: Coach, youssef: Coach, store: Store
) -> None:
    anna, bram, _ = group_of(six[0], six)
    anna.presses("Vraag hulp")
    bram.sees("Hulp gevraagd")
    for one in (coach, youssef):
        one.sees("vraagt hulp, net")
    store.lets_rooms_wait(3 * 60)
    for one in (coach, bram):
        one.page.evaluate("htmx.trigger(document.body, 'live:refresh')")
        one.sees("3 min geleden")
    youssef.stage.get_by_role("button", name="Ik kom naar").click()
    bram.sees("Youssef Amrani komt naar jullie toe.")
    reads_in_the_log(coach, f"Youssef Amrani ging naar {where(anna).capitalize()}")
    expect(coach.stage.get_by_text("vraagt hulp,")).to_have_count(0)

    bram.presses("Wij zijn klaar")
    anna.sees("Jullie zijn klaar")
    coach.sees("✓ klaar")
    bram.presses("Ik zit verkeerd")
    coach.sees(f"{bram.name} zit verkeerd")
    coach.stage.get_by_role("button", name="Klopt toch").click()
    expect(bram.stage.get_by_role("button", name="Ik zit verkeerd")).to_be_visible()


def test_everyone_is_called_back_while_someone_types_and_nothing_is_lost(
    screens: Screens, demo: Demo, six: list[Teacher], coach: Coach, youssef: Coach
) -> None:
    anna, bram, _ = group_of(six[0], six)
    scherm = Scherm(screens, demo)
    everyone = (*six, coach, youssef, scherm)
    anna.takes_the_pen()
    expect(anna.field(NOTES)).to_be_visible()
    anna.field(NOTES).press_sequentially(HALF)
    coach.presses("Haal iedereen terug")
    coach.page.get_by_role("button", name="Over 30 seconden").click()
    for viewer in everyone:
        expect(viewer.page.get_by_text("Kom terug naar de grote groep")).to_be_visible()
    for viewer in (anna, scherm):
        first = seconds_to_come_back(viewer)
        assert 0 < first <= 30
        viewer.waits_until(lambda v=viewer, f=first: seconds_to_come_back(v) < f)
    youssef.presses("+30 seconden")
    for viewer in everyone:
        viewer.waits_until(lambda v=viewer: seconds_to_come_back(v) > 30)
    expect(anna.field(NOTES)).to_have_value(HALF)
    anna.page.keyboard.type(MORE)

    for teacher in six:
        expect(teacher.stage.get_by_text("Je bent terug in de grote groep.")).to_be_visible(
            timeout=90_000
        )
        expect(teacher.stage.get_by_role("heading", name="Jij zit in")).to_have_count(0)
    expect(scherm.page.get_by_text("Kom terug naar de grote groep")).to_have_count(0)

    # The day goes on, and what was half typed is there for whoever looks for it.
    coach.presses("Volgende stap")
    for viewer in everyone:
        viewer.is_at("Kiezen")
    expect(anna.field(NOTES)).to_have_value(HALF + MORE)
    bram.sees(HALF + MORE)

    coach.presses("Haal iedereen terug")
    coach.page.get_by_role("button", name="Over 30 seconden").click()
    expect(anna.page.get_by_text("Kom terug naar de grote groep")).to_be_visible()
    youssef.presses("Toch niet terug")
    for viewer in everyone:
        expect(viewer.page.get_by_text("Kom terug naar de grote groep")).to_have_count(0)
        viewer.never_reloaded()
    expect(anna.field(NOTES)).to_have_value(HALF + MORE)


def seconds_to_come_back(viewer: Viewer) -> int:
    """What the countdown over the page says; 0 when there is none."""
    shown = re.search(r"(\d+):(\d\d)", viewer.page.locator("#terug").inner_text())
    return int(shown[1]) * 60 + int(shown[2]) if shown else 0
