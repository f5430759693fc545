"""One thing at a time: the part that a step asks for stands open, and nobody's words fold away."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.blocks.doelen import ACTION, ASKING, GOAL, IMPROVEMENT
from tests.browser.people import Coach, Teacher

LANE = "Dit ging goed"
GROUP = "De leerlingen uit"
PRECISELY = "Wat precies?"
WHAT = "Wat ga je doen?"
STEPS = ("Stap 1: verbetering", "Stap 2: doel", "Stap 3: acties")
PARTS = ("Rollen", "Successen", "Doel en acties", "Volgende bord- en werksessies")


@pytest.fixture
def writer(coach: Coach, anna: Teacher, bram: Teacher) -> Teacher:
    """Anna writes the goal of her team, and Bram reads along."""
    coach.opens("Doelen en acties", "Verbetering")
    coach.makes_groups()
    anna.sees("Jij zit in")
    anna.takes_the_pen()
    expect(anna.field(IMPROVEMENT)).to_be_visible()
    return anna


def part(teacher: Teacher, name: str) -> Locator:
    heading = teacher.page.get_by_role("heading", name=name, exact=True)
    return teacher.stage.locator("details[data-part]").filter(has=heading).last


def has_open(teacher: Teacher, names: tuple[str, ...], *opened: str) -> None:
    """These parts stand open, and of the others there is one line."""
    for name in names:
        expect(part(teacher, name)).to_have_js_property("open", name in opened)


def goes_on_to(coach: Coach, teacher: Teacher, title: str) -> None:
    coach.presses("Volgende stap")
    for viewer in (coach, teacher):
        viewer.is_at(title)


def test_each_step_opens_its_own_part_and_the_others_say_what_is_in_them(
    coach: Coach, writer: Teacher
) -> None:
    has_open(writer, STEPS, STEPS[0])
    writer.fills_in(IMPROVEMENT, ASKING)
    writer.field("8 weken").check()
    expect(part(writer, STEPS[0]).locator(".part__yield")).to_have_text(f"{ASKING} (8 weken)")
    goes_on_to(coach, writer, "Doel")
    has_open(writer, STEPS, STEPS[1])
    writer.sees(f"{ASKING} (8 weken)")
    expect(writer.page.get_by_role("button", name="Stel het doel vast")).to_be_hidden()

    writer.fills_in(GROUP, "groep 5 en 6")
    writer.fills_in(PRECISELY, "zelf een hulpvraag stellen")
    expect(part(writer, STEPS[1]).locator(".goal__preview")).to_contain_text(GOAL)
    writer.field(PRECISELY).blur()
    goes_on_to(coach, writer, "Acties")
    has_open(writer, STEPS, STEPS[2])
    writer.sees(GOAL, f"{ASKING} (8 weken)")


def test_a_team_may_go_back_or_run_ahead(coach: Coach, writer: Teacher, bram: Teacher) -> None:
    part(writer, STEPS[2]).locator("summary").first.click()
    writer.fills_in(WHAT, ACTION)
    writer.presses("Zet erbij")
    bram.reads(ACTION)
    has_open(writer, STEPS, STEPS[0], STEPS[2])
    goes_on_to(coach, writer, "Doel")
    has_open(writer, STEPS, STEPS[1])
    part(writer, STEPS[0]).locator("summary").click()
    writer.fills_in(IMPROVEMENT, ASKING)
    bram.sees(ASKING)
    has_open(writer, STEPS, STEPS[0], STEPS[1])


def test_who_types_while_the_step_changes_types_on(
    coach: Coach, writer: Teacher, bram: Teacher
) -> None:
    half, rest = ASKING[:9], ASKING[9:]
    writer.field(IMPROVEMENT).press_sequentially(half)
    bram.sees(half)
    goes_on_to(coach, writer, "Doel")
    has_open(writer, STEPS, STEPS[0], STEPS[1])
    writer.page.keyboard.type(rest)
    expect(writer.field(IMPROVEMENT)).to_have_value(ASKING)
    bram.sees(ASKING)
    writer.fills_in(GROUP, "groep 5")
    bram.sees("De leerlingen uit groep 5")
    has_open(writer, STEPS, STEPS[1])


def test_an_action_that_was_not_sent_stays_in_sight(coach: Coach, writer: Teacher) -> None:
    part(writer, STEPS[2]).locator("summary").first.click()
    writer.fills_in(WHAT, ACTION)
    writer.field(WHAT).blur()
    goes_on_to(coach, writer, "Doel")
    has_open(writer, STEPS, STEPS[1], STEPS[2])
    writer.page.reload()
    writer.settles_in()
    expect(writer.field(WHAT)).to_have_value(ACTION)
    has_open(writer, STEPS, STEPS[1], STEPS[2])


def test_what_is_missing_unfolds_where_it_is(coach: Coach, writer: Teacher) -> None:
    for title in ("Doel", "Acties"):
        goes_on_to(coach, writer, title)
    has_open(writer, STEPS, STEPS[2])
    writer.presses("Stel het doel vast")
    writer.sees("Schrijf op wat jullie beter willen maken.", "Schrijf op om welke groep")
    has_open(writer, STEPS, *STEPS)
    expect(writer.field(IMPROVEMENT)).to_be_focused()
    expect(
        writer.stage.get_by_text("Schrijf op wat jullie beter willen maken.")
    ).to_be_in_viewport()


def test_what_was_said_of_an_empty_action_goes_when_it_is_filled_in(
    coach: Coach, writer: Teacher
) -> None:
    for title in ("Doel", "Acties"):
        goes_on_to(coach, writer, title)
    wrong = writer.stage.get_by_text("Schrijf op wat je gaat doen.")
    writer.presses("Zet erbij")
    expect(wrong).to_be_visible()
    writer.field(WHAT).press_sequentially("Vra")
    expect(wrong).to_have_count(0)


def test_a_long_word_in_the_goal_stays_on_the_page(writer: Teacher, bram: Teacher) -> None:
    writer.fills_in(IMPROVEMENT, ASKING)
    word = "Hottentottententententoonstellingsmakersopleiding"
    for viewer in (writer, bram):
        viewer.page.set_viewport_size({"width": 390, "height": 844})
    part(writer, STEPS[1]).locator("summary").click()
    writer.fills_in(GROUP, word)
    bram.sees(word)
    wide = "document.scrollingElement.scrollWidth <= innerWidth"
    for viewer in (writer, bram):
        assert viewer.page.evaluate(wide)


def test_the_board_of_the_team_opens_what_the_step_is_about(coach: Coach, writer: Teacher) -> None:
    coach.opens("Bord", "Rollen")
    writer.is_at("Rollen")
    has_open(writer, PARTS, "Rollen")
    goes_on_to(coach, writer, "Eerste succes")
    has_open(writer, PARTS, "Successen")
    writer.puts_up("Iemand durfde het te vragen", LANE)
    writer.post_it(LANE).fill("En nog een")
    goes_on_to(coach, writer, "Plannen")
    has_open(writer, PARTS, "Successen", "Volgende bord- en werksessies")
    expect(writer.post_it(LANE)).to_have_value("En nog een")
