"""Who leads, and how many take notes."""

from django.db import models

from scholendag.leerlingarena import rules
from scholendag.leerlingarena.models import Conversation, Feedback, Question, Turn


def test_two_aantekenaars_are_enough():
    assert rules.may_have_one_more_aantekenaar(1)
    assert not rules.may_have_one_more_aantekenaar(2)


def test_pupils_are_numbers_up_to_how_many_there_are():
    conversation = Conversation(pupils=6)
    assert [rules.has_pupil(conversation, number) for number in (0, 1, 6, 7)] == [
        False,
        True,
        True,
        False,
    ]


def test_only_a_coach_of_the_open_day_leads(arena, cast):
    assert rules.may_lead(cast.coach, arena.block)
    assert not rules.may_lead(cast.actor(cast.anna), arena.block)
    cast.sessie.closed_at = cast.sessie.starts_at
    assert not rules.may_lead(cast.coach, arena.block)


def test_nothing_on_the_server_can_hold_the_name_of_a_pupil():
    texts = {
        (model, field.name)
        for model in (Conversation, Feedback, Question, Turn)
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField | models.JSONField)
    }
    assert texts == {
        (Question, "text"),
        (Question, "asker"),
        (Conversation, "checklist"),
        (Feedback, "how"),
        (Feedback, "who"),
    }
    assert {field.name for field in Turn._meta.get_fields()} == {
        "id",
        "conversation",
        "pupil",
        "question",
    }
