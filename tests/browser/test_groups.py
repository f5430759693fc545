"""Two coaches make the groups of six teachers: look first, change, and only then tell everyone."""

import pytest
from playwright.sync_api import Locator, expect

from scholendag.demo import people
from tests.browser.people import Coach, Teacher, joins, opens_link
from tests.browser.screens import Screens
from tests.browser.server import Demo

TEACHERS = ("Anna", "Bram", "Cas", "Dana", "Eva", "Finn")


@pytest.fixture
def marieke(screens: Screens, demo: Demo) -> Coach:
    return Coach(screens, "Marieke", screens.open("Marieke", demo.begeleider))


@pytest.fixture
def youssef(screens: Screens, demo: Demo, marieke: Coach) -> Coach:
    """The second coach, who signs in by himself."""
    page = screens.open("Youssef", f"{demo.url}/inloggen/")
    page.get_by_label("E-mailadres").fill(people.SECOND_COACH[1])
    page.get_by_label("Wachtwoord").fill(people.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.goto(marieke.page.url)
    return Coach(screens, "Youssef", page)


@pytest.fixture
def teachers(screens: Screens, demo: Demo, marieke: Coach) -> list[Teacher]:
    found = []
    for name in TEACHERS:
        opens_link(screens, demo, name)
        found.append(joins(screens, name))
    marieke.knows(*TEACHERS)
    return found


def panel(coach: Coach, where: str = "Check-in") -> Locator:
    """All that a coach sees of the groups of this step."""
    return coach.stage.get_by_role("region", name=f"Groepjes bij {where}")


def room(coach: Coach, number: int, where: str = "Check-in") -> Locator:
    return panel(coach, where).get_by_role("article").filter(has_text=f"Groepje {number}")


def names_in(place: Locator) -> set[str]:
    return set(place.get_by_role("listitem").all_inner_texts())


def presses_in(place: Locator, button: str) -> None:
    place.get_by_role("button", name=button).click()


def drags(coach: Coach, name: str, to: Locator) -> None:
    grip = panel(coach).get_by_role("listitem").filter(has_text=name).locator("[data-drag-handle]")
    to.evaluate("(room) => room.scrollIntoView({ block: 'center' })")
    grip.hover()
    coach.page.mouse.down()
    box = to.bounding_box()
    assert box
    coach.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    coach.page.mouse.up()


def test_a_proposal_is_changed_by_two_coaches_before_anyone_else_sees_it(
    screens: Screens, demo: Demo, marieke: Coach, youssef: Coach, teachers: list[Teacher]
) -> None:
    marieke.opens("Check-in", "Check-in")
    for viewer in (marieke, youssef, *teachers):
        viewer.is_at("Check-in")
    marieke.presses("Maak groepjes")
    youssef.sees("6 mensen: 2 groepjes van 3.")

    a_room_that_is_held_stays_as_it_is(marieke, youssef)
    someone_moves_by_dragging_and_by_the_menu(marieke, youssef)
    gijs = someone_comes_in_and_the_proposal_follows(screens, demo, marieke, youssef)
    for teacher in (*teachers, gijs):
        teacher.sees("De begeleider maakt zo de groepjes.")
        teacher.sees_no("Jij zit in")

    together = [names_in(room(marieke, number)) for number in (1, 2)]
    presses_in(panel(youssef), "Zet vast")
    marieke.sees("staan vast")
    for teacher in (*teachers, gijs):
        [own] = [names for names in together if teacher.name in names]
        teacher.sits_with(*own)
    for viewer in (marieke, youssef, *teachers, gijs):
        viewer.never_reloaded()


def a_room_that_is_held_stays_as_it_is(marieke: Coach, youssef: Coach) -> None:
    presses_in(room(marieke, 2), "Houd vast")
    expect(room(youssef, 2).get_by_role("button", name="Laat los")).to_be_visible()
    before = names_in(room(marieke, 1))
    presses_in(room(marieke, 1), "Houd vast")
    expect(room(youssef, 1).get_by_role("button", name="Laat los")).to_be_visible()
    presses_in(panel(youssef), "Schud opnieuw")
    expect(panel(youssef).get_by_role("alert")).to_contain_text("Laat een groepje los.")
    presses_in(room(marieke, 2), "Laat los")
    expect(room(youssef, 2).get_by_role("button", name="Houd vast")).to_be_visible()
    presses_in(panel(youssef), "Schud opnieuw")
    expect(panel(youssef).get_by_role("alert")).to_have_count(0)
    assert names_in(room(youssef, 1)) == before


def someone_moves_by_dragging_and_by_the_menu(marieke: Coach, youssef: Coach) -> None:
    mover = sorted(names_in(room(marieke, 1)))[0]
    drags(marieke, mover, room(marieke, 2))
    for coach in (marieke, youssef):
        expect(room(coach, 2).get_by_role("listitem").filter(has_text=mover)).to_be_visible()
        expect(room(coach, 1).get_by_role("listitem")).to_have_count(2)
    youssef.field("Verplaats").select_option(label=mover)
    youssef.field("naar").select_option(label="Groepje 1")
    presses_in(panel(youssef), "Verplaats")
    for coach in (marieke, youssef):
        expect(room(coach, 1).get_by_role("listitem").filter(has_text=mover)).to_be_visible()


def someone_comes_in_and_the_proposal_follows(
    screens: Screens, demo: Demo, marieke: Coach, youssef: Coach
) -> Teacher:
    before = [names_in(room(marieke, number)) for number in (1, 2)]
    opens_link(screens, demo, "Gijs")
    gijs = joins(screens, "Gijs")
    for coach in (marieke, youssef):
        coach.sees("Sinds dit voorstel: Gijs kwam binnen.")
    presses_in(panel(marieke), "Werk bij")
    for coach in (marieke, youssef):
        expect(coach.stage.get_by_text("Sinds dit voorstel")).to_have_count(0)
        expect(room(coach, 2).get_by_role("listitem").filter(has_text="Gijs")).to_be_visible()
    assert [names_in(room(marieke, number)) - {"Gijs"} for number in (1, 2)] == before
    return gijs


def test_the_groups_of_the_whole_day_are_prepared_beforehand(
    marieke: Coach, teachers: list[Teacher]
) -> None:
    marieke.stage.locator(".desk__people").get_by_role("link", name="Groepjes").click()
    marieke.is_at("Groepjes")
    marieke.settles_in()
    marieke_wants_anna_and_bram_apart(marieke)

    presses_in(panel(marieke), "Maak groepjes")
    expect(room(marieke, 2)).to_be_visible()
    for _ in range(3):
        rooms = [names_in(room(marieke, number)) for number in (1, 2)]
        assert not any({"Anna", "Bram"} <= names for names in rooms)
        version = panel(marieke).locator("[name=seen]").first.input_value()
        presses_in(panel(marieke), "Schud opnieuw")
        expect(panel(marieke).locator("[name=seen]").first).not_to_have_value(version)

    wall = panel(marieke, "Datamuur")
    presses_in(wall, "Maak groepjes")
    expect(wall.get_by_text("zien elkaar weer.")).to_be_visible()
    wall.get_by_text("Anders verdelen").click()
    wall.get_by_label("Zelfde groepjes als bij").select_option(label="Check-in")
    presses_in(wall, "Neem over")
    expect(wall.get_by_text("Zelfde groepjes als bij Check-in.")).to_be_visible()
    for number in (1, 2):
        there = names_in(room(marieke, number, "Datamuur"))
        assert there == names_in(room(marieke, number))
    for teacher in teachers:
        teacher.sees_no("Jij zit in")


def marieke_wants_anna_and_bram_apart(marieke: Coach) -> None:
    marieke.stage.get_by_text("Voeg een wens toe").click()
    for name in ("Anna", "Bram"):
        marieke.field(name).check()
    marieke.field("Niet samen in een groepje").check()
    presses_in(marieke.stage.locator("#nieuwe-wens"), "Bewaar")
    marieke.settles_in()
    marieke.sees("Anna en Bram")
