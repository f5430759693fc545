"""Leading the conversation with the pupils, and agreeing on what they hear afterwards."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.boards.models import Board
from scholendag.leerlingarena import fragments, rules
from scholendag.leerlingarena.content import checklist_in, questions_in
from scholendag.leerlingarena.kinds import TAKEN_DOWN
from scholendag.leerlingarena.models import Conversation, Feedback, Question, Turn
from scholendag.leerlingarena.queries import aantekenaars
from scholendag.live import audiences
from scholendag.sessies.actors import Role
from scholendag.sessies.models import Duty, Participant, Sessie
from scholendag.sessies.refused import Refused


class TooManyAantekenaars(Refused):
    """There are as many aantekenaars as there can be."""

    message = "Er zijn al twee aantekenaars. Trek eerst iemand terug."


def unopened(block: Block) -> Conversation:
    """The conversation as it would be made, not stored."""
    return Conversation(block=block, checklist=checklist_in(block))


def offered(block: Block) -> list[Question]:
    """The questions of the programme, not stored."""
    return [
        Question(
            block=block,
            position=position,
            text=given.text,
            asker=given.asker,
            is_spare=given.is_spare,
        )
        for position, given in enumerate(questions_in(block), start=1)
    ]


@transaction.atomic
def open_conversation(block: Block) -> Conversation:
    """The conversation, made once with the questions and the checklist of the programme."""
    conversation, is_new = Conversation.objects.get_or_create(
        block=block, defaults={"checklist": checklist_in(block)}
    )
    if is_new:
        Question.objects.bulk_create(offered(block))
    return conversation


@transaction.atomic
def show_question(block: Block, question: Question, seen: int | None) -> bool:
    """Put this question on every screen, pressed when question `seen` was there.

    False, and nothing changes, when another question had come in the meantime.
    """
    conversation = Conversation.objects.filter(block=block, question=seen)
    if not conversation.update(question=question):
        return False
    Question.objects.filter(pk=question.pk, asked_at=None).update(asked_at=timezone.now())
    live.push(audiences.everyone(block.sessie_id), fragments.question(block))
    _show_leaders(block, fragments.lead(block), fragments.turns(block))
    return True


@transaction.atomic
def give_turn(conversation: Conversation, pupil: int) -> None:
    """Count that this pupil has the floor, at the question of this moment."""
    Turn.objects.create(
        conversation=conversation, pupil=pupil, question_id=conversation.question_id
    )
    _show_turns(conversation)


@transaction.atomic
def take_back_turn(conversation: Conversation, pupil: int) -> None:
    """Undo the last turn of this pupil, if any."""
    last = conversation.turns.select_for_update().filter(pupil=pupil).last()
    if last:
        last.delete()
        _show_turns(conversation)


@transaction.atomic
def appoint(block: Block, participant: Participant) -> None:
    """Let this person take notes for everyone. Raises TooManyAantekenaars. Twice is once."""
    sessie = Sessie.objects.select_for_update(no_key=True).get(pk=block.sessie_id)
    appointed = aantekenaars(sessie)
    if appointed.filter(pk=participant.pk).exists():
        return
    if not rules.may_have_one_more_aantekenaar(appointed.count()):
        raise TooManyAantekenaars
    Duty.objects.create(participant=participant, kind=Duty.Kind.AANTEKENAAR)
    _show_aantekenaars(block, participant)


@transaction.atomic
def withdraw(block: Block, participant: Participant) -> None:
    """From now on this person only listens, like everyone. What they wrote stays."""
    Duty.objects.filter(participant=participant, kind=Duty.Kind.AANTEKENAAR).delete()
    _show_aantekenaars(block, participant)


@transaction.atomic
def agree_on_feedback(block: Block, how: str, who: str, on: date) -> Feedback:
    """Store how, by whom and when the pupils are told what is done with what they said."""
    feedback, _ = Feedback.objects.update_or_create(
        block=block, defaults={"how": how, "who": who, "on": on}
    )
    live.push(audiences.everyone(block.sessie_id), fragments.agreement(block))
    return feedback


@transaction.atomic
def show_what_was_taken_down(block: Block) -> None:
    """The talk is over: from now on everyone reads the notes of the aantekenaars."""
    board = Board.objects.filter(block=block, kind_slug=TAKEN_DOWN.slug, revealed_at=None)
    if board.update(revealed_at=timezone.now()):
        live.refresh(audiences.everyone(block.sessie_id))


def _show_turns(conversation: Conversation) -> None:
    _show_leaders(conversation.block, fragments.turns(conversation.block))


def _show_leaders(block: Block, *shown: live.Fragment) -> None:
    live.push(audiences.coaches(block.sessie_id), *shown)
    live.push(audiences.helpers(block.sessie_id, Role.GESPREKSLEIDER), *shown)


def _show_aantekenaars(block: Block, participant: Participant) -> None:
    live.push(audiences.coaches(block.sessie_id), fragments.aantekenaars(block))
    live.regroup(audiences.participant(participant.pk))
