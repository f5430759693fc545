"""What was prepared for a block is there in a copy of the day; what happened in it is not."""

import pytest
from django.utils import timezone

from scholendag.boards.models import Cluster
from scholendag.datamuur.actions import add_card
from scholendag.datamuur.models import DataCard
from scholendag.instruments.registry import instrument_called
from scholendag.leerlingarena.models import Conversation, Question
from scholendag.leerlingarena.preparing import add_question
from tests.cast import BlockFactory

CARD = {"subject": "Verzuim", "strong_1": "Op tijd", "attention_1": "In de winter", "year": "2026"}
OWN = {"id", "block"}


def values(row):
    return {
        field.name: field.value_from_object(row)
        for field in type(row)._meta.concrete_fields
        if field.name not in OWN
    }


@pytest.fixture
def copied(cast):
    """Copies a block of this instrument."""

    def copy(block):
        to = BlockFactory.create(sessie=cast.other_sessie, instrument=block.instrument)
        instrument_called(block.instrument).copy(block, to)
        return to

    return copy


def test_the_cards_of_a_datamuur_are_there_in_order(cast, copied):
    block = BlockFactory.create(sessie=cast.sessie, instrument="datamuur")
    for subject in ("Lezen", "Rekenen"):
        add_card(block, **CARD | {"subject": subject})

    to = copied(block)

    assert [values(card) for card in to.data_cards.all()] == [
        values(card) for card in block.data_cards.all()
    ]
    assert DataCard.objects.count() == 4


def test_the_questions_of_an_arena_are_there_unasked(cast, copied):
    block = BlockFactory.create(sessie=cast.sessie, instrument="leerlingarena")
    asked = add_question(block, "Wat leerde je hier?", asker="1")
    add_question(block, "En wat nog meer?", is_spare=True)
    Question.objects.filter(pk=asked.pk).update(asked_at=timezone.now())
    Conversation.objects.update_or_create(
        {"question": asked, "pupils": 4, "checklist": "Water"}, block=block
    )

    to = copied(block)

    assert list(to.questions.values_list("text", "asker", "is_spare", "asked_at")) == [
        ("Wat leerde je hier?", "1", False, None),
        ("En wat nog meer?", "", True, None),
    ]
    talk = to.conversation
    assert (talk.pupils, talk.checklist, talk.question) == (4, "Water", None)


def test_an_arena_that_nobody_prepared_yet_stays_so(cast, copied):
    to = copied(BlockFactory.create(sessie=cast.sessie, instrument="leerlingarena"))

    assert not Conversation.objects.filter(block=to).exists()


def test_an_instrument_without_a_page_to_prepare_copies_nothing(cast, copied):
    copied(BlockFactory.create(sessie=cast.sessie, instrument="pauze"))


def test_what_was_carried_to_a_block_happened_there(cast, copied):
    block = BlockFactory.create(sessie=cast.sessie, instrument="leerlingarena")
    Cluster.objects.create(block=block, kind_slug="arena", lane_key="goed", name="Lezen")

    assert not copied(block).clusters.exists()
