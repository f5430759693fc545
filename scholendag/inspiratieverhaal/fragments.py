"""What of a story is pushed: the picture to everyone, the answers to their teller alone."""

from typing import Any

from django.template.loader import render_to_string

from scholendag import live
from scholendag.agenda.models import Block
from scholendag.inspiratieverhaal import queries
from scholendag.inspiratieverhaal.guiding import GuidingQuestion
from scholendag.sessies.models import AccessLink

Context = dict[str, Any]


def picture(block: Block) -> live.Fragment:
    """The picture that is shown now. For everyone."""
    return live.replace(
        f"verhaal-foto-{block.pk}",
        lambda: render_to_string("inspiratieverhaal/_picture.html", picture_context(block)),
    )


def slides(block: Block, notice: str = "") -> live.Fragment:
    """The buttons to choose a picture. For coaches and tellers; `notice` only for the presser."""
    return live.replace(
        f"verhaal-fotos-{block.pk}",
        lambda: render_to_string(
            "inspiratieverhaal/_slides.html", slides_context(block) | {"notice": notice}
        ),
    )


def cues(block: Block, link: AccessLink) -> live.Fragment:
    """What the teller wrote, to look at while telling. For the teller alone."""
    return live.replace(
        f"spiekbrief-{block.pk}",
        lambda: render_to_string("inspiratieverhaal/_cues.html", cues_context(block, link)),
    )


def field(block: Block, link: AccessLink, question: GuidingQuestion) -> live.Fragment:
    """An answer as it is typed. For every device of the teller, and nobody else."""

    def render() -> str:
        text = getattr(queries.story_of(block, link), question.name)
        answer = queries.Answer(question, text)
        context = {"block": block, "answer": answer}
        return render_to_string("inspiratieverhaal/_answer_field.html", context)

    return live.replace(f"verhaal-{block.pk}-{question.name}-vak", render)


def saved(block: Block, question: GuidingQuestion, problem: str = "") -> live.Fragment:
    """The line under an answer that says that it is kept, or why not."""
    context = {"block": block, "question": question, "problem": problem, "saved": not problem}
    return live.replace(
        f"verhaal-{block.pk}-{question.name}-bewaard",
        lambda: render_to_string("inspiratieverhaal/_saved.html", context),
    )


def picture_context(block: Block) -> Context:
    """What `inspiratieverhaal/_picture.html` is filled with."""
    return {"block": block, "picture": queries.shown_in(block)}


def slides_context(block: Block) -> Context:
    """What `inspiratieverhaal/_slides.html` is filled with."""
    return {"block": block, "slides": queries.slides_in(block), "shown": queries.shown_in(block)}


def cues_context(block: Block, link: AccessLink) -> Context:
    """What `inspiratieverhaal/_cues.html` is filled with."""
    answers = queries.answers_in(queries.story_of(block, link))
    return {"block": block, "answers": [answer for answer in answers if answer.text]}
