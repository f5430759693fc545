"""What the coach changes beforehand: the questions, the number of pupils and the checklist."""

from django.db import transaction

from scholendag import live
from scholendag.agenda.copying import copy_of
from scholendag.agenda.models import Block
from scholendag.agenda.queries import is_running
from scholendag.instruments import ordering
from scholendag.leerlingarena.actions import open_conversation
from scholendag.leerlingarena.models import Conversation, Question
from scholendag.leerlingarena.queries import questions_of
from scholendag.live import audiences


@transaction.atomic
def add_question(block: Block, text: str, asker: str = "", is_spare: bool = False) -> Question:
    """Put a question at the end of the list, behind those of the programme."""
    open_conversation(block)
    position = ordering.last_place(questions_of(block))
    question = Question.objects.create(
        block=block, position=position, text=text, asker=asker, is_spare=is_spare
    )
    _show(block)
    return question


@transaction.atomic
def change_question(question: Question, text: str, asker: str, is_spare: bool) -> None:
    """Store another text, asker, or place among the spare questions."""
    question.text, question.asker, question.is_spare = text, asker, is_spare
    question.save(update_fields=["text", "asker", "is_spare"])
    _show(question.block)


@transaction.atomic
def move_question(question: Question, places: int) -> None:
    """Move the question this many places down the list; up when negative."""
    ordering.move(questions_of(question.block), question.pk, places)
    _show(question.block)


@transaction.atomic
def remove_question(question: Question) -> None:
    """Take the question off the list for good. Turns that were given at it still count."""
    block = question.block
    question.delete()
    _show(block)


@transaction.atomic
def set_up(conversation: Conversation, pupils: int, checklist: str) -> None:
    """Store how many pupils there are and what still has to be arranged."""
    conversation.pupils, conversation.checklist = pupils, checklist
    conversation.save(update_fields=["pupils", "checklist"])
    _show(conversation.block)


@transaction.atomic
def copy_prepared(block: Block, to: Block) -> None:
    """Give this block, of a day that nobody looks at yet, the same questions and arrangements."""
    for conversation in Conversation.objects.filter(block=block):
        copy_of(conversation, block=to, question=None).save()
    Question.objects.bulk_create(
        copy_of(question, block=to, asked_at=None) for question in questions_of(block)
    )


def _show(block: Block) -> None:
    """Who is looking at the arena now, sees the change; before that, the coaches."""
    audience = audiences.everyone if is_running(block) else audiences.coaches
    live.refresh(audience(block.sessie_id))
