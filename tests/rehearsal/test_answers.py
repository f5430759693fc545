"""What the simulated colleagues write fits where they write it."""

import pytest

from scholendag.boards.kinds import all_kinds
from scholendag.doelen.candidates import CANDIDATES
from scholendag.doelen.models import Action, Goal
from scholendag.rehearsal.answers import Answers, texts
from scholendag.rehearsal.forms_on_page import forms_on
from scholendag.werksessie.models import LessonPlan

# Of the candidates for a goal no board is ever made, so nobody writes there.
WRITTEN_ON = [kind for kind in all_kinds() if kind is not CANDIDATES]
LANES = {f"{kind.slug}.{lane.key}": kind for kind in WRITTEN_ON for lane in kind.lanes}


def test_there_is_something_to_say_in_every_lane():
    assert set(texts()["notes"]) == set(LANES)


@pytest.mark.parametrize("lane", LANES)
def test_every_note_fits_and_is_there_once(lane):
    notes = texts()["notes"][lane]

    assert [note for note in notes if len(note) > LANES[lane].max_length] == []
    assert len(set(notes)) == len(notes) >= 10


@pytest.mark.parametrize("model", [Goal, Action, LessonPlan])
def test_every_text_fits_its_field(model):
    for field in model._meta.concrete_fields:
        for text in texts()["fields"].get(field.name, []):
            field.clean(text, None)


def test_everything_is_said_once_before_anything_is_said_again():
    [form] = forms_on('<form hx-post="/x/" data-lane="terugblik.stap"><input name="text"></form>')
    answers = Answers()
    said = [answers.to(form)["text"] for _ in texts()["notes"]["terugblik.stap"]]

    assert len(set(said)) == len(said)
    assert answers.to(form)["text"] in said


def test_the_goal_is_a_good_sentence():
    for text in texts()["fields"]["pupils_text"]:
        assert Goal(group="groep 5", pupils_text=text).sentence.startswith(
            "De leerlingen uit groep 5 kunnen "
        )
        assert not text.endswith(".")
