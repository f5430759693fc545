"""The coach puts the questions in order; nobody else gets there."""

import pytest
from django.urls import reverse

from scholendag.leerlingarena.models import Conversation, Question
from scholendag.live.frames import SOON
from tests.leerlingarena.conftest import QUESTIONS

NEW = {"text": "Wat helpt jou?", "asker": "2", "is_spare": "on"}


def url(name, *args):
    return reverse(f"leerlingarena:{name}", args=args)


def texts(arena):
    return [question.text for question in arena.questions]


@pytest.fixture
def coach(cast):
    return cast.client(cast.marieke)


def test_the_questions_of_the_programme_are_there_once(arena, coach):
    for _ in range(2):
        page = coach.get(url("prepare", arena.block.pk)).content.decode()
    assert all(text in page for text in QUESTIONS)
    assert texts(arena) == QUESTIONS


def test_removed_questions_stay_removed(arena, coach):
    for question in arena.questions:
        coach.post(url("remove", question.pk))
    page = coach.get(url("prepare", arena.block.pk)).content.decode()
    assert "Nog geen vragen. Begin met" in page
    assert texts(arena) == []


@pytest.fixture
def offered(cast):
    """An arena that nobody opened yet, for which the programme has a question."""
    step = cast.step("leerlingarena", "gesprek", running=False)
    step.block.settings = {
        "questions": [{"text": "Wat helpt jou?", "asker": 1, "spare": True}],
        "checklist": ["Zet stoelen klaar"],
    }
    step.block.save(update_fields=["settings"])
    return step.block


def test_looking_at_the_preparation_makes_nothing(offered, coach):
    page = coach.get(url("prepare", offered.pk)).content.decode()
    assert "Wat helpt jou?" in page
    assert "reservevraag" in page
    assert "Zet stoelen klaar" in page
    assert not Question.objects.exists()
    assert not Conversation.objects.exists()


def test_a_programme_can_say_who_asks_and_what_is_spare(offered, coach):
    for _ in range(2):
        page = coach.post(url("take-over", offered.pk), follow=True).content.decode()
    question = offered.questions.get()
    assert (question.asker, question.is_spare) == ("1", True)
    assert "Neem deze vragen over" not in page


def test_what_the_coach_fills_in_first_keeps_the_questions_of_the_programme(offered, coach):
    coach.post(url("add", offered.pk), NEW | {"text": "En thuis?"})
    assert [question.text for question in offered.questions.all()] == [
        "Wat helpt jou?",
        "En thuis?",
    ]
    assert offered.conversation.checklist == "Zet stoelen klaar"
    coach.post(url("prepare", offered.pk), {"pupils": 4, "checklist": "Stoelen"})
    offered.conversation.refresh_from_db()
    assert (offered.conversation.pupils, offered.conversation.checklist) == (4, "Stoelen")


def test_a_question_is_added_changed_ordered_and_removed(arena, coach):
    page = coach.post(url("add", arena.block.pk), NEW, follow=True).content.decode()
    assert "reservevraag" in page
    assert "gespreksleider 2" in page
    last = arena.questions[-1]
    coach.post(url("move", last.pk, "omhoog"))
    assert texts(arena) == [*QUESTIONS[:2], "Wat helpt jou?", QUESTIONS[2]]
    coach.post(url("edit", last.pk), {"text": "Wat helpt je?", "asker": ""})
    last.refresh_from_db()
    assert (last.text, last.asker, last.is_spare) == ("Wat helpt je?", "", False)
    coach.post(url("remove", last.pk))
    assert texts(arena) == QUESTIONS
    assert coach.post(url("move", arena.questions[0].pk, "opzij")).status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"text": "a" * 241}, {"text": "Ja?", "asker": "9"}]
)
def test_a_wrong_question_is_refused_and_its_text_stays(arena, coach, wrong):
    response = coach.post(url("add", arena.block.pk), {**NEW, **wrong})
    assert response.status_code == 422
    assert "field__error" in response.content.decode()
    assert wrong["text"] in response.content.decode()
    assert texts(arena) == QUESTIONS


@pytest.mark.parametrize(("pupils", "status"), [(2, 422), (3, 302), (8, 302), (9, 422), ("x", 422)])
def test_there_are_three_to_eight_pupils(arena, coach, pupils, status):
    data = {"pupils": pupils, "checklist": "Zet stoelen klaar"}
    response = coach.post(url("prepare", arena.block.pk), data)
    assert response.status_code == status
    if status == 422:
        assert "Kies een aantal van 3 tot en met 8." in response.content.decode()
        assert "Zet stoelen klaar" in response.content.decode()
    arena.block.conversation.refresh_from_db()
    assert arena.block.conversation.pupils == (pupils if status == 302 else 6)


@pytest.mark.parametrize("who", ["olaf", "anna", "zoe", None])
def test_nobody_but_a_coach_of_the_school_gets_there(arena, cast, who):
    question = arena.questions[0]
    client = cast.client(getattr(cast, who) if who else None)
    pages = [
        url("prepare", arena.block.pk),
        url("add", arena.block.pk),
        url("edit", question.pk),
    ]
    assert {client.get(page).status_code for page in pages} == {404}
    posts = [
        *pages,
        url("take-over", arena.block.pk),
        url("move", question.pk, "omlaag"),
        url("remove", question.pk),
    ]
    assert {client.post(page, {**NEW, "pupils": 3}).status_code for page in posts} == {404}
    assert texts(arena) == QUESTIONS


def test_another_instrument_has_no_such_page(cast, coach):
    block = cast.step("pauze", "pauze").block
    assert coach.get(url("prepare", block.pk)).status_code == 404
    assert not Question.objects.exists()


def test_who_listens_now_sees_a_changed_question(
    arena, coach, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        coach.post(url("edit", arena.questions[0].pk), NEW)
    assert {"refresh": SOON} in [message["frame"] for _, message in sent]
