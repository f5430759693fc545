"""What of a leerlingarena is pushed: the question to everyone, the rest to the coaches."""

from typing import Any

from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.leerlingarena import queries
from scholendag.leerlingarena.models import Conversation

Context = dict[str, Any]


def question(block: Block) -> live.Fragment:
    """The question of this moment. For everyone."""
    return live.replace(
        f"gesprek-vraag-{block.pk}",
        lambda: render_to_string("leerlingarena/_question.html", question_context(block)),
    )


def lead(block: Block, notice: str = "") -> live.Fragment:
    """The questions with the buttons to go on. For the coaches; `notice` only for the presser."""
    return live.replace(
        f"gesprek-vragen-{block.pk}",
        lambda: render_to_string(
            "leerlingarena/_lead.html", lead_context(block) | {"notice": notice}
        ),
    )


def turns(block: Block) -> live.Fragment:
    """How often each pupil got the floor. For the coaches."""
    return live.replace(
        f"gesprek-beurten-{block.pk}",
        lambda: render_to_string("leerlingarena/_turns.html", turns_context(block)),
    )


def aantekenaars(block: Block, problem: str = "") -> live.Fragment:
    """Who takes notes. For the coaches; `problem` only for the presser."""
    return live.replace(
        f"aantekenaars-{block.pk}",
        lambda: render_to_string(
            "leerlingarena/_aantekenaars.html", aantekenaars_context(block) | {"problem": problem}
        ),
    )


def agreement(block: Block) -> live.Fragment:
    """What was agreed on telling the pupils. For everyone."""
    return live.replace(
        f"terugkoppeling-{block.pk}",
        lambda: render_to_string("leerlingarena/_agreement.html", agreement_context(block)),
    )


def question_context(block: Block) -> Context:
    """What `leerlingarena/_question.html` is filled with."""
    return {"block": block, "question": queries.around(block).current}


def lead_context(block: Block) -> Context:
    """What `leerlingarena/_lead.html` is filled with."""
    return {"block": block, "around": queries.around(block)}


def turns_context(block: Block) -> Context:
    """What `leerlingarena/_turns.html` is filled with."""
    conversation = Conversation.objects.get(block=block)
    return {"block": block, "pupils": queries.turns_of(conversation)}


def aantekenaars_context(block: Block) -> Context:
    """What `leerlingarena/_aantekenaars.html` is filled with."""
    return {
        "block": block,
        "appointed": queries.aantekenaars(block.sessie),
        "candidates": queries.candidates(block.sessie),
    }


def agreement_context(block: Block) -> Context:
    """What `leerlingarena/_agreement.html` is filled with."""
    return {"block": block, "feedback": queries.feedback_of(block)}
