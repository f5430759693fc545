"""The pen of a group passes on in the middle of a sentence, and nobody's words are lost."""

import pytest
from playwright.sync_api import Request, Route, expect

from tests.browser.blocks.datamuur import NOTES, TALKED
from tests.browser.people import Coach, Teacher, group_of
from tests.browser.screens import Screens

SAVING = "**/datamuur/*/notities/**"
MORE = " En over rust."


@pytest.fixture
def group(coach: Coach, anna: Teacher, bram: Teacher) -> None:
    """Anna and Bram sit together, and Anna writes."""
    coach.opens("Datamuur", "Lezen")
    coach.makes_groups()
    coach.presses("Volgende stap")
    anna.is_at("Bespreken")
    anna.takes_the_pen()
    expect(anna.field(NOTES)).to_be_visible()


def test_what_was_typed_but_not_saved_goes_along_with_the_pen(
    screens: Screens, six: list[Teacher], coach: Coach, youssef: Coach
) -> None:
    anna, bram, third = group_of(six[0], six)
    screens.expect("ERR_FAILED", "Failed to fetch")

    def hold_the_pause(route: Route, request: Request) -> None:
        """Only the last words, sent as the field goes, get through: not what a pause would save."""
        route.abort() if request.headers.get("hx-request") else route.continue_()

    anna.takes_the_pen()
    anna.page.route(SAVING, hold_the_pause)
    anna.field(NOTES).fill(TALKED)
    bram.takes_the_pen()

    expect(bram.field(NOTES)).to_have_value(TALKED)
    for reader in (anna, third):
        reader.sees(TALKED)
        reader.has_nothing_to_write_in()
    expect(anna.page.get_by_text("is bewaard. Hij komt terug")).to_have_count(0)
    bram.field(NOTES).press("Control+End")
    bram.page.keyboard.type(MORE)
    for reader in (anna, third):
        reader.sees(TALKED + MORE)
    only_this_room_has_text(six, bram, coach, youssef)


def test_when_the_laptop_of_the_writer_drops_another_finds_the_whole_text(
    screens: Screens, six: list[Teacher], coach: Coach, youssef: Coach
) -> None:
    anna, bram, third = group_of(six[0], six)
    anna.takes_the_pen()
    anna.field(NOTES).press_sequentially(TALKED)
    for reader in (bram, third):
        reader.sees(TALKED)
    screens.leaves(anna.name)
    for one in (coach, youssef):
        one.sees("2 van 3 aanwezig")

    bram.takes_the_pen()
    expect(bram.field(NOTES)).to_have_value(TALKED)
    bram.field(NOTES).press("Control+End")
    bram.page.keyboard.type(MORE)
    third.sees(TALKED + MORE)
    third.has_nothing_to_write_in()
    only_this_room_has_text([one for one in six if one != anna], bram, coach, youssef)


def only_this_room_has_text(six: list[Teacher], writer: Teacher, *coaches: Coach) -> None:
    """The coaches see in which of the two rooms something stands, and the other room reads none."""
    for one in coaches:
        rows = one.region("Hoe het gaat").get_by_role("listitem")
        expect(rows.filter(has_text="aanwezig tekst")).to_have_count(1)
        expect(rows.filter(has_text="nog niets")).to_have_count(1)
    others = [one for one in six if writer.name not in one.room.inner_text()]
    assert len(others) == 3
    for other in others:
        other.sees_no(TALKED)


@pytest.mark.usefixtures("group")
def test_a_device_that_was_away_adds_its_words_and_never_replaces(
    screens: Screens, anna: Teacher, bram: Teacher
) -> None:
    screens.expect("ERR_FAILED", "Failed to fetch", "ERR_INTERNET_DISCONNECTED", "status of 409")
    anna.field(NOTES).fill(TALKED)
    bram.sees(TALKED)
    cookies = {"cookies": anna.page.context.storage_state()["cookies"], "origins": []}
    page = screens.open("Anna's tablet", anna.page.url, storage_state=cookies)
    tablet = Teacher(screens, "Anna's tablet", page)
    expect(tablet.field(NOTES)).to_have_value(TALKED)

    page.context.set_offline(True)
    tablet.field(NOTES).fill(TALKED.replace("We", "Wij allemaal") + MORE)
    tablet.sees("Geen verbinding. Je tekst is bewaard op dit apparaat.")
    anna.field(NOTES).fill(TALKED.replace("We", "Iedereen"))
    bram.sees("Iedereen")
    page.context.set_offline(False)

    expect(page.get_by_text("Er staat nu iets anders bij")).to_be_visible()
    expect(tablet.field(NOTES)).to_have_value(TALKED.replace("We", "Iedereen"))
    page.get_by_text("Bekijk je tekst").click()
    expect(page.get_by_text("Wij allemaal")).to_be_visible()
    bram.sees("Iedereen")
