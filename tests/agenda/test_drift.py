"""How late a day is, in the words beside its clock."""

import pytest

from scholendag.agenda.drift import drift_in
from tests.agenda.forecasts import at, look, running


@pytest.mark.parametrize(
    ("began", "words", "state"),
    [
        (0, "Op schema", "on-time"),
        (0.9, "Op schema", "on-time"),
        (1, "1 min achter", "lacking"),
        (6.5, "6 min achter", "lacking"),
        (75, "1 uur 15 min achter", "lacking"),
        (120, "2 uur achter", "lacking"),
        (-4, "4 min voor", "ahead"),
        (-0.5, "Op schema", "on-time"),
    ],
)
def test_before_the_anchor(began: float, words: str, state: str) -> None:
    found = drift_in(look(running(10, began), began), at(began))
    assert (found.words, str(found.state)) == (words, state)


@pytest.mark.parametrize(("began", "state"), [(33, "behind"), (35, "behind"), (36, "lacking")])
def test_late_is_worse_when_the_speling_cannot_take_it(began: float, state: str) -> None:
    assert drift_in(look(running(30, began), began), at(began)).state == state


def test_the_block_that_others_count_on_is_named_with_the_time_to_it() -> None:
    assert drift_in(look(running(10, 0), 7), at(7)).point == "Arena over 23 min, om 13.30"
    assert drift_in(look(running(20, 20), 29.5), at(29.5)).point == "Arena over 1 min, om 13.30"
    late = drift_in(look(running(20, 20), 34), at(34))
    assert late.point == "Arena had om 13.30 moeten beginnen"
    assert drift_in(look(running(30, 30), 31), at(31)).point == ""


def test_ending_early_says_how_much_speling_there_is() -> None:
    early = drift_in(look(running(20, 16, (10, 0), (11, 12)), 16), at(16))
    assert (early.words, early.speling) == ("4 min voor", "nog 4 min speling")


def test_the_words_are_asked_again_when_they_would_be_wrong() -> None:
    day = running(10, 0)
    assert drift_in(look(day, 7.5), at(7.5)).fresh_until == at(8)
    assert drift_in(look(day, 15.2), at(15.2)).fresh_until == at(16)
    late = running(10, 0.75)
    assert drift_in(look(late, 15.9), at(15.9)).fresh_until == at(16)
    assert drift_in(look(late, 16.1), at(16.1)).fresh_until == at(17)
