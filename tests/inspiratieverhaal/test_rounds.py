"""Two rounds after the story, each with a signal of its own."""

import uuid

import pytest
from django.urls import reverse

from scholendag.boards.actions import reveal
from scholendag.boards.opening import open_board
from scholendag.boards.placing import add_note
from scholendag.inspiratieverhaal.instrument import QUESTIONS, TOUCHED
from tests.cast import Cast, StepFactory

pytestmark = pytest.mark.django_db
TOUCHED_TEXT = "Dat niemand het ooit gevraagd had"
QUESTION_TEXT = "Wat had jij toen nodig?"


@pytest.fixture
def block(cast):
    return cast.step("inspiratieverhaal", "luisteren").block


def enter(cast: Cast, block, phase: str) -> None:
    cast.run(StepFactory.create(block=block, phase=phase))


def write(cast: Cast, block, kind, who, text):
    lane = open_board(block, kind).lanes.get()
    add_note(cast.actor(who), lane, text, uuid.uuid4())


def page_of(cast, who):
    if who is cast.marieke:
        return cast.client(who).get(reverse("stage:begeleider", args=[cast.sessie.pk])).content
    return cast.client(who).get(reverse("stage:deelnemer", args=[cast.sessie.code])).content


def test_while_the_story_is_told_there_is_nothing_to_write(cast, block):
    page = page_of(cast, cast.anna).decode()

    assert "Luister. Straks kun je reageren." in page
    assert "<textarea" not in page


def test_a_text_is_for_its_writer_until_the_signal_also_not_for_the_coach(cast, block):
    enter(cast, block, "geraakt")
    write(cast, block, TOUCHED, cast.anna, TOUCHED_TEXT)

    assert TOUCHED_TEXT in page_of(cast, cast.anna).decode()
    for other in (cast.bram, cast.marieke):
        assert TOUCHED_TEXT not in page_of(cast, other).decode()

    reveal(block, TOUCHED, cast.coach)
    for other in (cast.bram, cast.marieke):
        assert TOUCHED_TEXT in page_of(cast, other).decode()


def test_the_second_round_has_a_signal_of_its_own(cast, block):
    enter(cast, block, "geraakt")
    write(cast, block, TOUCHED, cast.anna, TOUCHED_TEXT)
    reveal(block, TOUCHED, cast.coach)
    enter(cast, block, "vragen")
    write(cast, block, QUESTIONS, cast.anna, QUESTION_TEXT)

    assert QUESTION_TEXT not in page_of(cast, cast.bram).decode()
    assert QUESTION_TEXT not in page_of(cast, cast.marieke).decode()


def test_looking_back_shows_only_what_was_revealed(cast, block):
    enter(cast, block, "geraakt")
    write(cast, block, TOUCHED, cast.anna, TOUCHED_TEXT)
    enter(cast, block, "vragen")
    write(cast, block, QUESTIONS, cast.anna, QUESTION_TEXT)
    reveal(block, QUESTIONS, cast.coach)
    url = reverse("stage:look-back", args=[cast.sessie.code, block.pk])

    page = cast.client(cast.bram).get(url).content.decode()

    assert QUESTION_TEXT in page
    assert TOUCHED_TEXT not in page
