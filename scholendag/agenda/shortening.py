"""Shortening what is still to come, as it was proposed: a press of the coach, never by itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.template.defaultfilters import floatformat

from scholendag import live
from scholendag.agenda import rules
from scholendag.agenda.log import note_down
from scholendag.agenda.models import Step
from scholendag.agenda.queries import locked_progress, steps_of
from scholendag.live import audiences
from scholendag.sessies.actors import Actor
from scholendag.sessies.refused import Refused

CUT = re.compile(r"(\d{1,18}):(\d{1,3}(?:\.\d)?):(\d{1,3}(?:\.\d)?)", re.ASCII)


@dataclass(frozen=True)
class SeenCut:
    """What stood on the coach's screen: a step by its pk, its minutes now and then."""

    step: int
    now: Decimal
    then: Decimal


class AgendaChanged(Refused):
    """What was seen is no longer so; then nothing is shortened."""

    message = "De agenda is intussen veranderd. Er is niets ingekort. Bekijk het nieuwe voorstel."


@transaction.atomic
def shorten(actor: Actor, seen: int | None, cuts: Iterable[SeenCut]) -> None:
    """Give these steps the minutes that were proposed while step `seen` was running: all of them,
    or none. Everyone's agenda and clock follow. Raises AgendaChanged."""
    progress = locked_progress(actor.sessie)
    if not rules.may_prepare(actor) or progress.step is None or progress.step_id != seen:
        raise AgendaChanged
    ahead = _ahead(progress.step)
    changed = []
    for cut in cuts:
        step = ahead.get(cut.step)
        if step is None or not _gives(step, cut):
            raise AgendaChanged
        step.minutes = cut.then
        changed.append(step)
    if changed:
        Step.objects.bulk_update(changed, ["minutes"])
        note_down(actor, f"kortte in: {', '.join(map(_in_words, changed))}")
        live.refresh(audiences.everyone(actor.sessie.pk))


def cuts_in(texts: Iterable[str]) -> list[SeenCut] | None:
    """The cuts that a form carries, each as `step:now:then`; None when one of them is no cut."""
    found = [CUT.fullmatch(text) for text in texts]
    if not all(found):
        return None
    return [
        SeenCut(int(one[1]), Decimal(one[2]), Decimal(one[3])) for one in found if one is not None
    ]


def as_text(step: Step, then: Decimal) -> str:
    """The cut as a form carries it, to be read by `cuts_in`."""
    return f"{step.pk}:{step.minutes:.1f}:{then:.1f}"


def _ahead(running: Step) -> dict[int, Step]:
    """The running step and every step after it that is not skipped, by pk."""
    steps = list(steps_of(running.block.sessie_id))
    return {one.pk: one for one in steps[steps.index(running) :] if not one.is_skipped}


def _gives(step: Step, cut: SeenCut) -> bool:
    if step.shortest is None or step.minutes != cut.now:
        return False
    return step.shortest <= cut.then < cut.now


def _in_words(step: Step) -> str:
    return f"{step.title} tot {floatformat(step.minutes)} minuten"
