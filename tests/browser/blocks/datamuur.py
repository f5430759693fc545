"""The facts about the school: read, talk, choose. One person of a group writes for all."""

from playwright.sync_api import expect

from tests.browser.day import Day
from tests.browser.people import Teacher, joins, opens_link

NOTES = "Aantekeningen van jullie groepje"
TALKED = "We praatten vooral over woordenschat"
PROUD = "Iedereen leest elke dag een kwartier"
ALSO_PROUD = ("Ouders komen graag binnen", "Pesten is bijna weg sinds vorig jaar")
ALSO_BETTER = "Woordenschat in groep 3 en 4"
BETTER = "Vragen durven stellen als iets niet lukt"


def play(day: Day) -> None:
    day.goes_on_to("Uitleg")
    day.goes_on_to("Lezen")
    day.coach.makes_groups()
    everyone_reads_the_cards(day)

    day.goes_on_to("Bespreken")
    a_latecomer_lands_in_the_middle(day)
    one_person_writes_for_the_group(day)
    the_group_asks_for_help(day)
    all_are_called_back(day)

    day.goes_on_to("Kiezen")
    the_group_chooses(day)
    day.goes_on_to("Opbrengst")
    all_see_what_the_groups_chose(day)


def everyone_reads_the_cards(day: Day) -> None:
    for teacher in day.teachers:
        teacher.sits_with("Anna", "Bram", "Cas")
        teacher.sees("Lezen en woordenschat", "In groep 8 daalt het leesplezier.")
        teacher.has_nothing_to_write_in()


def a_latecomer_lands_in_the_middle(day: Day) -> None:
    opens_link(day.screens, day.demo, "Dilara")
    dilara = joins(day.screens, "Dilara")
    day.latecomers.append(dilara)
    dilara.is_at("Bespreken")
    day.coach.knows("Anna", "Bram", "Cas", "Dilara")
    for teacher in day.teachers:
        teacher.sits_with("Anna", "Bram", "Cas", "Dilara")


def one_person_writes_for_the_group(day: Day) -> None:
    day.anna.takes_the_pen()
    only_this_one_writes(day, day.anna)
    day.anna.fills_in(NOTES, TALKED)
    for teacher in day.teachers_but(day.anna):
        teacher.sees(TALKED)

    day.bram.takes_the_pen()
    only_this_one_writes(day, day.bram)
    expect(day.bram.field(NOTES)).to_have_value(TALKED)
    day.shows("Aantekeningen in het groepje", day.coach, day.anna, day.bram)


def the_group_asks_for_help(day: Day) -> None:
    day.anna.presses("Vraag hulp")
    day.bram.sees("Hulp gevraagd")
    day.coach.sees("vraagt hulp")
    day.shows("Hulp gevraagd", day.coach, day.anna)
    day.coach.stage.get_by_role("button", name="Ik kom naar").click()
    for teacher in day.teachers:
        teacher.sees("komt naar jullie toe")


def all_are_called_back(day: Day) -> None:
    """And then the coach gives them the time after all."""
    day.coach.presses("Haal iedereen terug")
    day.coach.page.get_by_role("button", name="Over 1 minuut").click()
    for viewer in day.all_but(day.coach):
        expect(viewer.page.locator("#terug")).to_contain_text("Kom terug naar de grote groep")
    day.shows("Teruggehaald")
    day.coach.presses("Toch niet terug")
    for viewer in day.all_but(day.coach):
        expect(viewer.page.locator("#terug")).to_be_empty()


def only_this_one_writes(day: Day, writer: Teacher) -> None:
    expect(writer.field(NOTES)).to_be_visible()
    for teacher in day.teachers_but(writer):
        teacher.has_nothing_to_write_in()


def the_group_chooses(day: Day) -> None:
    day.bram.sees("Er hangt nog niets bij")
    day.bram.puts_up(PROUD, "Trots")
    day.bram.puts_up(BETTER, "Kan beter")
    for teacher in day.teachers:
        teacher.reads(PROUD, BETTER)
    day.coach.sees("✓ klaar")
    for text in ALSO_PROUD:
        day.bram.puts_up(text, "Trots")
    day.bram.puts_up(ALSO_BETTER, "Kan beter")
    day.cas.reads(*ALSO_PROUD, ALSO_BETTER)
    day.shows("Gekozen in het groepje", day.coach, day.anna, day.bram)


def all_see_what_the_groups_chose(day: Day) -> None:
    for outsider in (day.scherm, day.coach):
        outsider.sees_no(PROUD)
        assert not outsider.received.holds(PROUD), f"{outsider.name} was sent what is still hidden"
    day.coach.presses("Toon alles")
    day.all_read(PROUD, BETTER, *ALSO_PROUD, ALSO_BETTER)
    day.shows("Oogst na Toon alles")
    for viewer in day.everyone:
        viewer.reads(PROUD)
        expect(viewer.group("Trots").get_by_text(PROUD)).to_be_visible()
        viewer.reads(BETTER)
        expect(viewer.group("Kan beter").get_by_text(BETTER)).to_be_visible()
