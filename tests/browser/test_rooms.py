"""Six teachers in threes, with two coaches: what happens in the rooms while the day goes on."""

import pytest
from playwright.sync_api import expect

from tests.browser.blocks.datamuur import NOTES
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.screens import LAPTOP, PHONE, Screens
from tests.browser.server import Demo

NAMES = ("Anna", "Bram", "Cas", "Dina", "Eline", "Farid")


@pytest.fixture
def joris(screens: Screens, demo: Demo) -> Coach:
    """The second coach, on a laptop of his own."""
    return Coach(screens, "Joris", screens.open("Joris", demo.begeleider))


@pytest.fixture
def six(screens: Screens, demo: Demo, coach: Coach, joris: Coach) -> list[Teacher]:
    """Everyone sits in threes and talks about the cards."""
    for number, name in enumerate(NAMES):
        opens_link(screens, demo, name, LAPTOP if number else PHONE)
    everyone = [joins(screens, name) for name in NAMES]
    coach.opens("Datamuur", "Lezen")
    coach.makes_groups()
    coach.presses("Volgende stap")
    for teacher in everyone:
        teacher.is_at("Bespreken")
        expect(teacher.room.get_by_role("listitem")).to_have_count(3)
    joris.is_at("Bespreken")
    return everyone


def group_of(teacher: Teacher, everyone: list[Teacher]) -> list[Teacher]:
    """Who sits with this teacher, who comes first."""
    names = teacher.room.inner_text()
    return [teacher, *(one for one in everyone if one != teacher and one.name in names)]


def where(teacher: Teacher) -> str:
    """Such as `groepje 2`."""
    title = teacher.stage.get_by_role("heading", name="Jij zit in").inner_text()
    return title.removeprefix("Jij zit in ")


def test_everyone_is_told_once_where_to_sit_and_a_latecomer_is_seen_coming_in(
    screens: Screens, demo: Demo, six: list[Teacher], coach: Coach
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
    coach.sees("4 van 4 er")


def test_who_types_keeps_the_cursor_when_a_room_is_given(
    screens: Screens, demo: Demo, coach: Coach, anna: Teacher, bram: Teacher
) -> None:
    for teacher in (anna, bram):
        teacher.page.remove_locator_handler(teacher.cover)
    coach.opens("Datamuur", "Lezen")
    coach.presses("Maak groepjes")
    anna.page.evaluate("document.body.append(document.createElement('input'))")
    anna.page.locator("body > input").press_sequentially("half een")
    coach.presses("Zet vast")

    expect(anna.cover).to_contain_text("met Bram")
    expect(bram.cover.get_by_role("button", name="Ik ga")).to_be_focused()
    assert anna.page.evaluate("!document.querySelector('#plek-groot').matches(':focus-within')")
    anna.page.keyboard.press("Escape")
    expect(anna.cover).to_be_hidden()


def test_a_room_that_loses_people_is_repaired_with_one_press(
    screens: Screens, six: list[Teacher], coach: Coach, joris: Coach
) -> None:
    anna, one, other = group_of(six[0], six)
    for gone in (one, other):
        screens.contexts[gone.name].close()
        del screens.contexts[gone.name]
    first = where(anna)
    line = coach.stage.get_by_text(f"Anna zit alleen in {first.capitalize()}")
    expect(line).to_be_visible()
    joris.sees("Anna zit alleen")

    joris.stage.get_by_role("button", name="Verplaats Anna naar").click()
    expect(line).to_have_count(0)
    expect(anna.room.get_by_role("listitem")).to_have_count(4)
    assert where(anna) != first
    coach.sees_no("zit alleen")


def test_a_room_calls_and_both_coaches_see_who_goes(
    six: list[Teacher], coach: Coach, joris: Coach
) -> None:
    anna, bram, _ = group_of(six[0], six)
    anna.presses("Vraag hulp")
    bram.sees("Hulp gevraagd")
    for one in (coach, joris):
        one.sees("vraagt hulp, net")
    joris.stage.get_by_role("button", name="Ik kom naar").click()
    bram.sees("komt naar jullie toe.")
    expect(coach.stage.get_by_text("vraagt hulp, net")).to_have_count(0)

    bram.presses("Wij zijn klaar")
    anna.sees("Jullie zijn klaar")
    coach.sees("✓ klaar")
    bram.presses("Ik zit verkeerd")
    coach.sees(f"{bram.name} zit verkeerd")
    coach.stage.get_by_role("button", name="Klopt toch").click()
    expect(bram.stage.get_by_role("button", name="Ik zit verkeerd")).to_be_visible()


def test_everyone_is_called_back_while_someone_types_and_nothing_is_lost(
    six: list[Teacher], coach: Coach, joris: Coach
) -> None:
    anna, bram, _ = group_of(six[0], six)
    anna.takes_the_pen()
    expect(anna.field(NOTES)).to_be_visible()
    anna.field(NOTES).press_sequentially("We zijn het nog niet eens")
    coach.presses("Haal iedereen terug")
    coach.page.get_by_role("button", name="Over 30 seconden").click()
    for viewer in (*six, coach, joris):
        expect(viewer.page.get_by_text("Kom terug naar de grote groep")).to_be_visible()
    expect(anna.field(NOTES)).to_have_value("We zijn het nog niet eens")
    anna.page.keyboard.type(", maar bijna")

    for teacher in six:
        expect(teacher.stage.get_by_text("Je bent terug in de grote groep.")).to_be_visible(
            timeout=60_000
        )
        expect(teacher.stage.get_by_role("heading", name="Jij zit in")).to_have_count(0)
    joris.presses("Toch niet terug")
    expect(anna.field(NOTES)).to_have_value("We zijn het nog niet eens, maar bijna")
    bram.sees("We zijn het nog niet eens, maar bijna")
