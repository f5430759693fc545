"""Thirteen people look back in two teams, and end together with one action of each."""

import pytest
from playwright.sync_api import expect

from tests.browser.people import Coach, Scherm, Teacher, joins, opens_link
from tests.browser.screens import LAPTOP, PHONE, TABLET, Screens
from tests.browser.server import Demo
from tests.browser.store import Store

TWO_TEAMS = """
from django.utils import timezone
from scholendag.breakouts import actions
from scholendag.sessies.models import Participant, Sessie
sessie = Participant.objects.get(name="Anna").sessie
for number in range(10):
    Participant.objects.create(
        sessie=sessie, name=f"Collega {number}", bouw="Onderbouw", present_since=timezone.now()
    )
division = actions.make(sessie, "teams", "team")
first, second = division.rooms.all()
for name, room in {"Anna": first, "Bram": first, "Cas": second}.items():
    actions.move(division, Participant.objects.get(name=name), room)
actions.fix(division)
"""
TAKEN = "Eerst vragen en dan pas uitleggen"
ALSO = "Vaker vragen wat een leerling denkt"
STEP = "Vrijdag bespreken we een les"
TOO_MANY = "En nog iets dat ik meeneem"
PROMISE = "Elke les begint met een vraag"
CLOSING = "Dit gaan we doen"


@pytest.fixture
def people(screens: Screens, demo: Demo, coach: Coach) -> list[Teacher]:
    """Anna and Bram of one team, Cas of the other."""
    for name, viewport in (("Anna", LAPTOP), ("Bram", PHONE), ("Cas", TABLET)):
        opens_link(screens, demo, name, viewport)
    return [joins(screens, name) for name in ("Anna", "Bram", "Cas")]


def test_teams_look_back_on_boards_of_their_own_and_close_together(
    screens: Screens, demo: Demo, store: Store, coach: Coach, people: list[Teacher]
) -> None:
    anna, bram, cas = people
    scherm = Scherm(screens, demo)
    store.runs(TWO_TEAMS)
    for teacher in people:  # another process made the teams, so their sockets have not heard
        teacher.page.reload()
        teacher.settles_in()
    coach.opens("Terugblik", "Plakken")

    each_team_writes_on_its_own_board(coach, anna, bram, cas)
    coach.presses("Volgende stap")
    bram.is_at("Bespreken")
    a_team_puts_together_what_belongs_together(anna, bram)
    a_note_becomes_an_action_with_someone_who_watches_it(coach, anna, bram)
    coach.presses("Volgende stap")
    everyone_sees_one_action_of_each_team(coach, scherm, anna, cas)
    for viewer in (coach, scherm, *people):
        viewer.never_reloaded()


def each_team_writes_on_its_own_board(
    coach: Coach, anna: Teacher, bram: Teacher, cas: Teacher
) -> None:
    anna.puts_up(TAKEN, "Dit neem ik mee")
    bram.puts_up(ALSO, "Dit neem ik mee")
    cas.puts_up(STEP, "Wat is je eerste stap?")
    for teacher in (anna, bram):
        teacher.reads(TAKEN, ALSO)
        teacher.reads_no(STEP)
    cas.reads(STEP)
    cas.reads_no(TAKEN)
    anna.tries_to_put_up(TOO_MANY, "Dit neem ik mee")
    anna.sees("Je kunt er niet meer bij plakken. Haal er eerst een weg.")
    anna.post_it("Dit neem ik mee").fill("")
    row = coach.region("Hoe ver elk team is").get_by_role("row").nth(1)
    expect(row).to_contain_text("2")
    expect(row).to_contain_text("nog geen actie")


def a_team_puts_together_what_belongs_together(anna: Teacher, bram: Teacher) -> None:
    for text in (TAKEN, ALSO):
        bram.note(text).get_by_role("checkbox").check()
    bram.presses("Leg bij elkaar…")
    bram.field("Naam van een nieuw cluster (mag leeg blijven)").fill("Vragen stellen")
    bram.presses("Leg neer")
    expect(anna.group("Vragen stellen 2 post-its").get_by_text(ALSO)).to_be_visible()


def a_note_becomes_an_action_with_someone_who_watches_it(
    coach: Coach, anna: Teacher, bram: Teacher
) -> None:
    anna.note(TAKEN).locator("summary").click()
    anna.presses("Maak er een actie van…")
    expect(anna.field("Wat gaan we doen?")).to_be_focused()
    expect(anna.field("Wat gaan we doen?")).to_have_value(TAKEN)
    anna.field("Wat gaan we doen?").fill(PROMISE)
    anna.field("Wie bewaakt het?").fill("Bram")
    anna.presses("Maak de actie")
    for teacher in (anna, bram):
        teacher.reads(PROMISE)
        teacher.sees("Bram bewaakt dit.")
    expect(anna.field("Wat gaan we doen?")).to_have_value("")
    expect(coach.region("Hoe ver elk team is")).to_contain_text(f"✓ {PROMISE} (Bram)")


def everyone_sees_one_action_of_each_team(
    coach: Coach, scherm: Scherm, anna: Teacher, cas: Teacher
) -> None:
    for viewer in (scherm, anna, cas):
        expect(viewer.region(CLOSING)).to_contain_text(PROMISE)
        expect(viewer.region(CLOSING)).to_contain_text("Middenbouw kiest nog")
        viewer.sees("slotwoord van de schoolleider")
    expect(coach.region("Hoe ver elk team is")).to_contain_text("nog geen actie")
    cas.field("Kies een post-it").select_option(STEP)
    cas.field("Wat gaan we doen?").fill(STEP)
    cas.field("Wie bewaakt het?").fill("Cas")
    cas.presses("Maak de actie")
    for viewer in (scherm, anna, cas):
        expect(viewer.region(CLOSING)).to_contain_text(STEP)
        expect(viewer.region(CLOSING)).not_to_contain_text("kiest nog")
