"""The whole day, from joining to looking back. Each block is told in `blocks/`."""

from collections.abc import Sequence

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
from tests.browser.observing import Observer, nobody
from tests.browser.people import Helper
from tests.browser.screens import Screens
from tests.browser.server import Demo


def play(
    screens: Screens, demo: Demo, observer: Observer = nobody, helpers: Sequence[Helper] = ()
) -> None:
    """Play it in the order of the agenda, while the observer looks along."""
    day = joining.people_come_in(screens, demo, observer)
    day.helpers += helpers
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
