"""The facts about the school: read, talk, choose. One person of a group writes for all."""

from playwright.sync_api import expect

from tests.browser.day import Day
from tests.browser.people import Teacher, joins, opens_link

NOTES = "Aantekeningen van jullie groepje"
TALKED = "We praatten vooral over woordenschat"
PROUD = "Iedereen leest elke dag een kwartier"
BETTER = "Vragen durven stellen als iets niet lukt"


def play(day: Day) -> None:
    day.goes_on_to("Uitleg")
    day.goes_on_to("Lezen")
    day.coach.makes_groups()
    everyone_reads_the_cards(day)

    day.goes_on_to("Bespreken")
    a_latecomer_lands_in_the_middle(day)
    one_person_writes_for_the_group(day)

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


def all_see_what_the_groups_chose(day: Day) -> None:
    for outsider in (day.scherm, day.coach):
        outsider.sees_no(PROUD)
        assert not outsider.received.holds(PROUD), f"{outsider.name} was sent what is still hidden"
    day.coach.presses("Toon alles")
    day.all_read(PROUD, BETTER)
    for viewer in day.everyone:
        expect(viewer.region("Trots").get_by_text(PROUD)).to_be_visible()
        expect(viewer.region("Kan beter").get_by_text(BETTER)).to_be_visible()
