"""What a block goes on from: folded away on the page of everyone who takes part, and its content
only for who unfolds it, so that six hundred notes are not on every page."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from scholendag.agenda.models import Block, Step
from scholendag.breakouts.wording import listed
from scholendag.instruments.earlier import earlier_for, yields_for
from scholendag.sessies.actors import Actor
from scholendag.stage.scenes import instrument_of

Context = dict[str, Any]


def chain_of(step: Step, actor: Actor) -> Context | None:
    """What `stage/_chain.html` is filled with; None for a block that goes on from nothing, and for
    who takes part while nothing may come between."""
    if instrument_of(step).phase(step.phase).undisturbed and not actor.is_coach:
        return None
    blocks = earlier_for(step.block)
    if not blocks:
        return None
    titles = dict.fromkeys(block.title for block in blocks)
    return {"block": step.block, "titles": listed([*titles]), "url": _url(step.block, actor)}


def chain_content(block: Block) -> Context | None:
    """What `stage/_chain_content.html` is filled with; None where nothing is gone on from."""
    if not earlier_for(block):
        return None
    yields = [
        {
            "block": found.block,
            "html": render_to_string(found.panel.template, dict(found.panel.context)),
        }
        for found in yields_for(block)
    ]
    return {"yields": yields}


def _url(block: Block, actor: Actor) -> str:
    if actor.is_coach:
        return reverse("stage:chain-begeleider", args=[actor.sessie.pk, block.pk])
    return reverse("stage:chain", args=[actor.sessie.code, block.pk])
