"""Changing the agenda: what every change to it begins and ends with, and changes in place.

Every change holds the progress of the day first, so that a press that moves the day waits until
it is done, and looks up the step or block afresh: it may have moved, run or gone since the coach
saw it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.template.defaultfilters import floatformat

from scholendag import live
from scholendag.agenda import rules
from scholendag.agenda.log import note_down
from scholendag.agenda.models import Block, Step
from scholendag.agenda.queries import locked_progress, steps_of
from scholendag.agenda.reach import Reach, reach_of
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused

Values = Mapping[str, Any]
# What the log calls the fields that a coach can change in place.
FIELDS = {
    "title": "titel",
    "prompt": "opdracht",
    "grouping": "groepjes",
    "division": "groepjes",
    "slack": "inkorten",
    "shortest": "inkorten",
    "anchor": "begintijd",
}


class ChangedMeanwhile(Refused):
    """Someone else changed the same. `theirs` holds what stands there now, by field."""

    def __init__(self, theirs: Values) -> None:
        super().__init__("Iemand anders veranderde dit net ook. Kijk wat het moet worden.")
        self.theirs = dict(theirs)


@transaction.atomic
def change_step(actor: Actor, step: Step, changed: Values, seen: Values | None = None) -> None:
    """Give these fields of the running step or one to come these values.

    `seen` is what stood in the fields when the coach began. Raises Refused, or ChangedMeanwhile
    when one of them is something else by now. The clock of the running step follows at once.
    """
    reach = hold(actor)
    step = fresh_step(actor, step)
    if not rules.may_change(actor, step, reach):
        raise Refused("Deze stap is al geweest en kan niet meer veranderen.")
    if {"grouping", "division"} & changed.keys() and not rules.may_regroup(actor, step, reach):
        raise Refused("Deze stap loopt. De groepjes kunnen nu niet anders.")
    if different := _save_changes(step, changed, seen or {}):
        _keep_within_minutes(step)
        note_down(actor, f"veranderde stap {step}: {_in_words(step, different)}")
        show(actor.sessie)


@transaction.atomic
def change_block(actor: Actor, block: Block, changed: Values, seen: Values | None = None) -> None:
    """Give a block another title or anchor. Raises Refused and ChangedMeanwhile as above."""
    reach = hold(actor)
    block = fresh_block(actor, block)
    if not rules.may_change_block(actor, block, reach):
        raise Refused("Dit blok is al geweest en kan niet meer veranderen.")
    if different := _save_changes(block, changed, seen or {}):
        note_down(actor, f"veranderde blok {block}: {_in_words(block, different)}")
        show(actor.sessie)


def hold(actor: Actor) -> Reach:
    """How far the day is, which nobody else changes until we are done. Raises Refused."""
    progress = locked_progress(actor.sessie)
    if progress.ended_at or not rules.may_prepare(actor):
        raise Refused("De dag is afgesloten. De agenda kan niet meer veranderen.")
    return reach_of(actor.sessie, progress.step)


def fresh_step(actor: Actor, step: Step) -> Step:
    """The step as it is now. Raises Refused when it is gone."""
    found = steps_of(actor.sessie.pk).filter(pk=step.pk).first()
    if found is None:
        raise Refused("Deze stap is er niet meer. Iemand anders haalde hem weg.")
    return found


def fresh_block(actor: Actor, block: Block) -> Block:
    """The block as it is now. Raises Refused when it is gone."""
    found = actor.sessie.blocks.filter(pk=block.pk).first()
    if found is None:
        raise Refused("Dit blok is er niet meer. Iemand anders haalde het weg.")
    return found


def show(sessie: Sessie) -> None:
    """Everyone's agenda and clock may be different now."""
    live.refresh(audiences.everyone(sessie.pk))


def _save_changes(row: Step | Block, changed: Values, seen: Values) -> list[str]:
    """Store what is really different; the names of those fields."""
    now = {name: getattr(row, name) for name in changed}
    different = [name for name, value in changed.items() if now[name] != value]
    theirs = {name: now[name] for name in different if name in seen and seen[name] != now[name]}
    if theirs:
        raise ChangedMeanwhile(theirs)
    for name in different:
        setattr(row, name, changed[name])
    row.save(update_fields=different)
    return different


def _in_words(row: Step | Block, fields: Iterable[str]) -> str:
    """The fields as the coach knows them; of a number of minutes what it became."""
    named = FIELDS | {"minutes": f"{floatformat(getattr(row, 'minutes', None))} minuten"}
    return ", ".join(dict.fromkeys(named[field] for field in fields))


def _keep_within_minutes(step: Step) -> None:
    """A step never has to stay longer than it takes."""
    if step.shortest is not None and step.shortest > step.minutes:
        step.shortest = step.minutes
        step.save(update_fields=["shortest"])
