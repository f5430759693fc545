"""Putting back what was just taken away. All that is needed for it stands in the button, signed."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from django.core import signing

from scholendag.agenda.adding import add_block, add_step
from scholendag.agenda.content import BlockContent, check
from scholendag.agenda.models import Block, Step
from scholendag.agenda.writing import block_data, block_of, step_data, step_of
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

SALT = "agenda.undo"
AN_HOUR = 3600
GONE = "Terugzetten kan niet meer. Voeg het opnieuw toe."


@dataclass(frozen=True)
class Taken:
    """What was taken away, by name, and all that is needed to put it back."""

    name: str
    packed: str


def taken_step(step: Step) -> Taken:
    """A step that is going to be taken away, and where it stands."""
    block = block_data(block_of(step.block, [])) | {"steps": [step_data(step_of(step))]}
    after = step.block.steps.filter(position__gt=step.position).first()
    place = {"in_block": step.block_id, "before": after.pk if after else None}
    return Taken(str(step), _pack(step.block, block, **place))


def taken_block(block: Block) -> Taken:
    """A block that is going to be taken away, and where it stands."""
    after = block.sessie.blocks.filter(position__gt=block.position).first()
    content = block_data(block_of(block, block.steps.all()))
    anchor = block.anchor.isoformat() if block.anchor else ""
    place = {"anchor": anchor, "before": after.pk if after else None}
    return Taken(str(block), _pack(block, content, **place))


def put_back(actor: Actor, packed: str) -> None:
    """Add again what was packed, at most an hour ago, in this same day. Raises Refused."""
    try:
        given = signing.loads(packed, salt=SALT, max_age=AN_HOUR)
    except signing.BadSignature as error:
        raise Refused(GONE) from error
    if given["sessie"] != actor.sessie.pk:
        raise Refused(GONE)
    content = _content(given["content"])
    before = given["before"]
    if "in_block" in given:
        _put_step_back(actor, content, given["in_block"], before)
    else:
        anchor = time.fromisoformat(given["anchor"]) if given["anchor"] else None
        add_block(actor, content, _found(actor.sessie.blocks.filter(pk=before)), anchor)


def _put_step_back(actor: Actor, content: BlockContent, block: int, before: int | None) -> None:
    found = _found(actor.sessie.blocks.filter(pk=block))
    if found is None:
        raise Refused(GONE)
    add_step(actor, found, content.steps[0], _found(found.steps.filter(pk=before)))


def _pack(block: Block, content: dict[str, Any], **place: object) -> str:
    packed = {"sessie": block.sessie_id, "content": content, **place}
    return signing.dumps(packed, salt=SALT, compress=True)


def _content(data: dict[str, Any]) -> BlockContent:
    programme = {"title": "terug", "slug": "terug", "blocks": [data]}
    return check(programme).blocks[0]


def _found(rows: Any) -> Any:
    """The row, or None when it is gone: then it comes at the end."""
    return rows.first()
