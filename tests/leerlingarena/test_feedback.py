"""What the pupils will hear, and what remains of the arena."""

import uuid

import pytest
from django.urls import reverse

from scholendag.boards.opening import open_board
from scholendag.boards.placing import add_note
from scholendag.leerlingarena.kinds import DISCUSSED
from scholendag.leerlingarena.models import Feedback
from scholendag.leerlingarena.panels import review
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.models import AccessLink

PLAN = {"how": "We gaan langs in de klassen", "who": "Fatima", "on": "2025-11-28"}
NOTE = "Leerlingen voelen zich gezien"


@pytest.fixture
def agree(arena, cast):
    def post(by=None, **changed):
        url = reverse("leerlingarena:agree", args=[arena.block.pk])
        return cast.client(by or cast.marieke).post(url, {**PLAN, **changed})

    arena.run("nabespreking")
    return post


def test_everyone_sees_the_agreement(arena, agree, cast, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert "Bewaard." in agree().content.decode()
    [(audience, message)] = sent
    assert audience == f"sessie.{cast.sessie.pk}.everyone"
    assert PLAN["how"] in message["frame"]["content"]
    assert "Fatima doet dit op vr 28 november." in message["frame"]["content"]
    page = cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code]))
    assert PLAN["how"] in page.content.decode()


def test_agreeing_again_changes_the_one_agreement(agree):
    agree()
    agree(who="Bas")
    assert Feedback.objects.get().who == "Bas"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"how": ""}, "Vul in hoe jullie het vertellen."),
        ({"how": "a" * 301}, "300"),
        ({"who": " "}, "Vul in wie dit doet."),
        ({"on": "morgen"}, "Kies een datum."),
    ],
)
def test_a_wrong_agreement_is_refused_beside_its_field(agree, wrong, message):
    response = agree(**wrong)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Feedback.objects.exists()


@pytest.mark.parametrize("who", ["anna", "zoe", "olaf"])
def test_nobody_else_agrees(agree, cast, who):
    assert agree(getattr(cast, who)).status_code == 404
    assert not Feedback.objects.exists()


def test_only_the_coach_has_the_form(arena, agree, cast):
    question = "Hoe koppelen we terug aan de leerlingen?"
    desk = cast.client(cast.marieke).get(reverse("stage:begeleider", args=[cast.sessie.pk]))
    day = cast.client(cast.anna).get(reverse("stage:deelnemer", args=[cast.sessie.code]))
    assert question in desk.content.decode()
    assert question not in day.content.decode()


def test_an_untouched_arena_leaves_nothing_to_look_back_at(arena):
    assert review(arena.block) is None


def test_looking_back_shows_what_was_heard_and_agreed_without_authors(arena, agree, cast):
    agree()
    lane = open_board(arena.block, DISCUSSED).lanes.get(key="goed")
    add_note(cast.actor(cast.anna), lane, NOTE, uuid.uuid4())
    token = ensure_links(cast.sessie)[AccessLink.Role.SCHOOLLEIDER].token
    page = cast.client().get(reverse("review:terugkijken", args=[token])).content.decode()
    assert NOTE in page
    assert PLAN["how"] in page
    assert "Anna" not in page
    assert "<textarea" not in page
