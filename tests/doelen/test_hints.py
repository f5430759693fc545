"""Hints ask a question; they never refuse."""

import pytest

from scholendag.doelen.hints import LONG, hint_for


@pytest.mark.parametrize(
    "text",
    ["Wij geven feedback", "we oefenen", " ik vraag door", "Leraren doen", "docenten werken"],
)
def test_a_goal_about_teachers_gets_a_question_about_pupils(text):
    assert hint_for(text) == "Wat merken leerlingen hiervan?"


@pytest.mark.parametrize("text", ["", "hun werk zelf nakijken", "weten wat ze leren", "ikzelf"])
def test_a_goal_about_pupils_gets_none(text):
    assert hint_for(text) == ""


def test_only_a_long_goal_is_asked_to_be_smaller():
    assert hint_for("x" * LONG) == ""
    assert hint_for("x" * (LONG + 1)) == "Kan het kleiner?"
