"""The whole day: one coach, three teachers, someone who is late, and the screen of the room.

Each block is told in `blocks/`, in the order of the agenda. Whatever changes must be seen by
everyone who may see it, and by nobody else, without anyone ever reloading a page.
"""

from tests.browser.blocks import (
    bord,
    check_in,
    closing,
    datamuur,
    doelen,
    inspiratieverhaal,
    joining,
    leerlingarena,
    pauze,
    terugblik,
    verwachtingen,
    welkom,
    werksessie,
)
from tests.browser.screens import Screens
from tests.browser.server import Demo


def test_the_day_from_joining_to_looking_back(screens: Screens, demo: Demo) -> None:
    day = joining.people_come_in(screens, demo)
    joining.a_reload_resumes_the_same_person(day)
    joining.a_name_that_is_taken_is_asked_about(day)

    welkom.play(day)
    check_in.play(day)
    verwachtingen.play(day)
    inspiratieverhaal.play(day)
    datamuur.play(day)
    pauze.play(day)
    leerlingarena.play(day)
    doelen.play(day)
    day.goes_on_to("Pauze")
    link_of_the_board = bord.play(day)
    werksessie.play(day)
    terugblik.play(day)

    day.nobody_reloaded()
    closing.bram_looks_back_for_a_moment(day)
    closing.the_coach_closes_the_day(day)
    day.nobody_reloaded()
    closing.the_team_goes_on_with_its_board(day, link_of_the_board)
    closing.the_schoolleider_reads_what_it_brought(day)
