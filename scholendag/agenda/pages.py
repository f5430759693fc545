"""What the pages of preparing a day are filled with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, TypeVar

from django import forms
from django.utils import timezone

from scholendag.agenda import rules
from scholendag.agenda.forms import DayForm, MinutesForm, TextForm
from scholendag.agenda.models import Step
from scholendag.agenda.queries import current_step, timetable
from scholendag.agenda.timetable import TimetableBlock, TimetableStep, total_minutes
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie

Context = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True)
class Moves:
    """Whether something may change places with what stands before and after it."""

    earlier: bool
    later: bool


@dataclass(frozen=True)
class StepRow:
    """A step to prepare; without forms when its turn has been."""

    planned: TimetableStep
    moves: Moves
    minutes: MinutesForm | None
    text: TextForm | None


@dataclass(frozen=True)
class BlockRow:
    """A block to prepare."""

    planned: TimetableBlock
    moves: Moves
    steps: list[StepRow]


def agenda_context(actor: Actor, bound: forms.Form | None = None, refusal: str = "") -> Context:
    """What `agenda/_prepare.html` is filled with.

    `bound` is the form of a step that was just filled in wrongly, `refusal` why something could
    not be done.
    """
    blocks = timetable(actor.sessie)
    current = current_step(actor.sessie.pk)
    may_swap = partial(rules.may_swap_blocks, actor, current=current)
    moves = _moves([row.block for row in blocks], may_swap)
    return {
        "sessie": actor.sessie,
        "rows": [
            BlockRow(row, move, _step_rows(actor, row, current, bound))
            for row, move in zip(blocks, moves, strict=True)
        ],
        "minutes": total_minutes(blocks),
        "ends_at": blocks[-1].ends_at if blocks else actor.sessie.starts_at,
        "refusal": refusal,
    }


def prepare_page(actor: Actor, day_form: DayForm | None = None) -> Context:
    """The whole page; `day_form` when it was just filled in wrongly."""
    form = day_form or DayForm(initial=_day_values(actor.sessie))
    may_prepare = rules.may_prepare(actor)
    return agenda_context(actor) | {"day_form": form, "may_prepare": may_prepare}


def _step_rows(
    actor: Actor, block: TimetableBlock, current: Step | None, bound: forms.Form | None
) -> list[StepRow]:
    may_swap = partial(rules.may_swap_steps, actor, current=current)
    moves = _moves([row.step for row in block.steps], may_swap)
    rows = []
    for row, move in zip(block.steps, moves, strict=True):
        may_change = rules.may_change(actor, row.step, current)
        minutes = _form(MinutesForm, row.step, bound) if may_change else None
        text = _form(TextForm, row.step, bound) if may_change else None
        rows.append(StepRow(row, move, minutes, text))
    return rows


F = TypeVar("F", MinutesForm, TextForm)


def _form(kind: type[F], step: Step, bound: forms.Form | None) -> F:
    return bound if isinstance(bound, kind) and bound.step == step else kind(step)


def _moves(row: Sequence[T], may_swap: Callable[[T, T], bool]) -> list[Moves]:
    between = [False, *(may_swap(one, other) for one, other in pairwise(row)), False]
    return [Moves(*sides) for sides in pairwise(between[: len(row) + 1])]


def _day_values(sessie: Sessie) -> Context:
    start = timezone.localtime(sessie.starts_at)
    return {
        "title": sessie.title,
        "theme": sessie.theme,
        "date": start.date(),
        "time": start.time(),
    }
