"""Nobody's words are lost when two devices wrote in one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scholendag.breakouts.merging import merge, settle
from scholendag.breakouts.writing import NotTheWriter, Overtaken, settled

BASE = "Het verzuim stijgt. De sfeer is goed."
words = st.text(alphabet="abc \n", max_size=12)


@pytest.mark.parametrize(
    ("current", "mine", "both"),
    [
        (BASE, BASE + " En nu?", BASE + " En nu?"),
        (BASE + " Rust.", BASE + " Orde.", BASE + " Rust. Orde."),
        ("Nieuw: " + BASE, BASE + " Orde.", "Nieuw: " + BASE + " Orde."),
        (
            BASE.replace("verzuim", "spijbelen"),
            BASE.replace("goed", "fijn"),
            "Het spijbelen stijgt. De sfeer is fijn.",
        ),
        (BASE.replace("stijgt", "daalt"), BASE.replace("stijgt", "groeit"), None),
    ],
)
def test_what_two_devices_typed_stands_there_together(current, mine, both):
    assert settle(mine, [BASE], current) == both


def test_two_first_lines_both_stay_each_on_a_line():
    assert settle("Orde", [""], "Rust") == "Rust\nOrde"


def test_a_text_that_grew_on_is_not_there_twice():
    assert settle("Wij zien dat het stijgt", ["Wij zien"], "Wij zien dat") == (
        "Wij zien dat het stijgt"
    )


def test_a_text_whose_answer_got_lost_is_no_other_text():
    assert settle("Wij zagen", ["Wij", "Wij zien"], "Wij zien") == "Wij zagen"


def test_line_ends_and_spaces_around_it_make_no_difference():
    assert settle("een\r\ntwee drie", ["een\r\ntwee "], "een\ntwee") == "een\ntwee drie"


def test_an_empty_field_can_be_meant():
    assert settle("", [BASE], BASE) == ""
    assert settle("", [BASE], BASE + " Nog iets.") != ""


@given(words, words, words)
def test_everything_that_one_of_two_added_is_there(start, one, other):
    found = merge(start, start + one, start + other)
    assert found is not None
    assert found.startswith(start)
    assert one in found
    assert other in found


@given(words, words)
def test_a_change_by_one_alone_is_just_that_change(base, text):
    assert merge(base, base, text) == text
    assert merge(base, text, base) == text


def test_without_the_pen_words_are_added_but_never_replaced():
    with pytest.raises(NotTheWriter):
        settled("iets anders", [], BASE, has_pen=False, longest=99)
    with pytest.raises(Overtaken):
        settled("iets anders", ["een oude tekst"], BASE, has_pen=False, longest=99)
    assert (
        settled(BASE + " Nog iets.", [BASE], BASE, has_pen=False, longest=99) == BASE + " Nog iets."
    )


def test_together_too_long_is_for_people_to_solve():
    with pytest.raises(Overtaken):
        settled("a" * 8, [""], "b" * 8, has_pen=True, longest=10)
