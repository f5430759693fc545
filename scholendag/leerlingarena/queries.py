"""The questions, the turns and the aantekenaars of a leerlingarena."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from scholendag.agenda.models import Block
from scholendag.leerlingarena.models import Conversation, Feedback, Question
from scholendag.sessies import queries as sessies
from scholendag.sessies.models import Duty, Participant, Sessie


@dataclass(frozen=True)
class PupilTurns:
    """How often one pupil got the floor, and whether at the question of this moment."""

    number: int
    turns: int
    at_this_question: bool


@dataclass(frozen=True)
class Around:
    """The question of this moment and those beside it."""

    questions: list[Question]
    current: Question | None
    previous: Question | None
    next: Question | None


def conversation_of(block: Block) -> Conversation | None:
    """The conversation, once it has been prepared."""
    return Conversation.objects.select_related("question").filter(block=block).first()


def questions_of(block: Block) -> QuerySet[Question]:
    """The questions in the order that the coach gave them."""
    return Question.objects.filter(block=block)


def around(block: Block) -> Around:
    """Where the conversation is in its questions."""
    questions = list(questions_of(block))
    conversation = conversation_of(block)
    current = conversation.question if conversation else None
    place = questions.index(current) if current in questions else -1
    return Around(
        questions,
        current,
        previous=questions[place - 1] if place > 0 else None,
        next=questions[place + 1] if place + 1 < len(questions) else None,
    )


def turns_of(conversation: Conversation) -> list[PupilTurns]:
    """Every pupil in order, with their turns."""
    turns = list(conversation.turns.values_list("pupil", "question_id"))
    counts = Counter(pupil for pupil, _ in turns)
    now = {pupil for pupil, question in turns if question and question == conversation.question_id}
    return [
        PupilTurns(number, counts[number], number in now)
        for number in range(1, conversation.pupils + 1)
    ]


def aantekenaars(sessie: Sessie) -> QuerySet[Participant]:
    """Who takes notes for everyone."""
    return sessies.roster(sessie).filter(duties__kind=Duty.Kind.AANTEKENAAR)


def candidates(sessie: Sessie) -> QuerySet[Participant]:
    """Who could be asked to take notes."""
    return sessies.roster(sessie).exclude(pk__in=aantekenaars(sessie))


def is_aantekenaar(participant: Participant) -> bool:
    """Takes notes for everyone."""
    return participant.duties.filter(kind=Duty.Kind.AANTEKENAAR).exists()


def feedback_of(block: Block) -> Feedback | None:
    """What was agreed on telling the pupils."""
    return Feedback.objects.filter(block=block).first()
