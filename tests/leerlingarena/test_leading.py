"""The coach goes through the questions and counts turns; every screen follows."""

import pytest
from django.urls import reverse

from scholendag.leerlingarena.models import Turn
from tests.leerlingarena.conftest import QUESTIONS


@pytest.fixture
def show(arena, cast):
    def press(question, seen=None, who=None):
        url = reverse("leerlingarena:show-question", args=[arena.block.pk, question.pk])
        return cast.client(who or cast.marieke).post(url, {"seen": seen.pk if seen else ""})

    return press


@pytest.fixture
def count(arena, cast):
    def press(pupil, change="erbij", who=None):
        url = reverse("leerlingarena:turn", args=[arena.block.pk, pupil, change])
        return cast.client(who or cast.marieke).post(url)

    return press


def current(arena):
    arena.block.conversation.refresh_from_db()
    question = arena.block.conversation.question
    return question.text if question else None


def test_a_question_reaches_everyone(arena, show, cast, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert show(arena.questions[0]).status_code == 200
    frames = dict(sent)
    everyone = frames[f"sessie.{cast.sessie.pk}.everyone"]["frame"]["content"]
    assert QUESTIONS[0] in everyone
    assert QUESTIONS[1] not in everyone
    assert "Volgende vraag" in frames[f"sessie.{cast.sessie.pk}.coaches"]["frame"]["content"]
    page = cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code]))
    assert QUESTIONS[0] in page.content.decode()


def test_two_coaches_who_press_at_once_do_not_skip_a_question(arena, show):
    first, second, third = arena.questions
    show(first)
    assert "net al een andere vraag" not in show(second, seen=first).content.decode()
    late = show(third, seen=first)
    assert "net al een andere vraag" in late.content.decode()
    assert current(arena) == second.text


def test_what_was_asked_is_marked_and_can_be_asked_again(arena, show):
    first, second, _ = arena.questions
    show(first)
    page = show(second, seen=first).content.decode()
    assert "✓ gesteld" in page
    show(first, seen=second)
    assert current(arena) == first.text
    assert [question.is_asked for question in arena.questions] == [True, True, False]


def test_a_question_of_another_day_is_not_shown(arena, show, cast):
    other = cast.step("leerlingarena", "gesprek", running=False).block
    stranger = other.questions.create(position=1, text="Van een andere dag")
    assert show(stranger).status_code == 404
    assert current(arena) is None


def test_turns_are_counted_per_pupil_and_per_question(arena, show, count):
    show(arena.questions[0])
    count(2)
    page = count(2).content.decode()
    assert "<td>2</td>" in page
    assert page.count("bij deze vraag") == 1
    assert (
        "bij deze vraag" not in show(arena.questions[1], seen=arena.questions[0]).content.decode()
    )
    count(2, "eraf")
    assert list(Turn.objects.values_list("pupil", flat=True)) == [2]
    count(3, "eraf")
    assert Turn.objects.count() == 1


def test_a_pupil_who_is_not_there_gets_no_turn(count):
    assert [count(number).status_code for number in (0, 7)] == [404, 404]
    assert count(1, "weg").status_code == 404
    assert not Turn.objects.exists()


def test_the_coach_can_type_a_nickname_that_is_never_sent(arena, cast):
    page = cast.client(cast.marieke).get(reverse("stage:begeleider", args=[cast.sessie.pk]))
    fields = [part for part in page.content.decode().split("<input") if "data-nickname" in part]
    assert len(fields) == 6
    assert not [field for field in fields if " name=" in field.split(">")[0]]


@pytest.mark.parametrize("who", ["anna", "zoe", "olaf"])
def test_nobody_else_leads(arena, show, count, cast, who):
    person = getattr(cast, who)
    assert show(arena.questions[0], who=person).status_code == 404
    assert count(1, who=person).status_code == 404
    assert current(arena) is None
    assert not Turn.objects.exists()


def test_after_the_day_nothing_is_led(arena, show, count, cast):
    cast.sessie.closed_at = cast.sessie.starts_at
    cast.sessie.save(update_fields=["closed_at"])
    assert show(arena.questions[0]).status_code == 404
    assert count(1).status_code == 404
