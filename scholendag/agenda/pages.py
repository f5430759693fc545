"""What the pages of preparing a day are filled with."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from django import forms
from django.utils import timezone

from scholendag.agenda import rules
from scholendag.agenda.forms import DayForm
from scholendag.agenda.models import Block, Progress, Step
from scholendag.agenda.queries import timetable
from scholendag.agenda.reach import Reach, reach_of
from scholendag.agenda.row_forms import BlockForm, Groups, MinutesForm, StepForm
from scholendag.agenda.timetable import TimetableBlock, TimetableStep, local, total_minutes
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie

Context = dict[str, Any]
F = TypeVar("F", MinutesForm, StepForm, BlockForm)


@dataclass(frozen=True)
class Moves:
    """Whether something may move at all, and one place up or down."""

    anywhere: bool
    earlier: bool
    later: bool


@dataclass(frozen=True)
class StepRow:
    """A step to prepare; without forms when its turn has been."""

    planned: TimetableStep
    moves: Moves
    minutes: MinutesForm | None
    form: StepForm | None


@dataclass(frozen=True)
class BlockRow:
    """A block to prepare; without a form when it has been."""

    planned: TimetableBlock
    moves: Moves
    form: BlockForm | None
    steps: list[StepRow]

    @property
    def is_skipped(self) -> bool:
        """The day passes by all of it."""
        return all(row.planned.step.is_skipped for row in self.steps)


class Rows:
    """Makes the rows of an agenda, in the queries of a single look at it."""

    def __init__(self, actor: Actor, blocks: list[TimetableBlock], reach: Reach) -> None:
        self.actor, self.blocks, self.reach = actor, blocks, reach
        self.groups = groups_in(row.step for block in blocks for row in block.steps)

    def all(self, bound: forms.Form | None) -> list[BlockRow]:
        """Every block with its steps; `bound` is a form that was just filled in wrongly."""
        return [
            BlockRow(
                planned,
                self._block_moves(planned),
                self._block_form(planned.block, bound),
                [self._step(planned, row, bound) for row in planned.steps],
            )
            for planned in self.blocks
        ]

    def _block_form(self, block: Block, bound: forms.Form | None) -> BlockForm | None:
        may_change = rules.may_change_block(self.actor, block, self.reach)
        return _bound(bound, BlockForm(block)) if may_change else None

    def _block_moves(self, planned: TimetableBlock) -> Moves:
        steps = [row.step for row in planned.steps]
        others = [one.block for one in self.blocks if one != planned]
        may_move = rules.may_move_block(self.actor, steps, self.reach)
        may_place = partial(rules.may_place_block, others, reach=self.reach)
        return _moves(self.blocks.index(planned), len(others), may_move, may_place)

    def _step(
        self, block: TimetableBlock, planned: TimetableStep, bound: forms.Form | None
    ) -> StepRow:
        step = planned.step
        may_change = rules.may_change(self.actor, step, self.reach)
        return StepRow(
            planned,
            self._step_moves(block, planned),
            _bound(bound, MinutesForm(step)) if may_change else None,
            _bound(bound, self.form_of(step)) if may_change else None,
        )

    def _step_moves(self, block: TimetableBlock, planned: TimetableStep) -> Moves:
        others = [row.step for row in block.steps if row != planned]
        may_move = rules.may_move(self.actor, planned.step, self.reach)
        may_place = partial(rules.may_place_step, block.block, others, reach=self.reach)
        return _moves(block.steps.index(planned), len(others), may_move, may_place)

    def form_of(self, step: Step, data: Any = None) -> StepForm:
        """The form to change everything but the minutes of a step."""
        may_regroup = rules.may_regroup(self.actor, step, self.reach)
        return StepForm(step, self.groups, may_regroup, data)


def agenda_context(actor: Actor, bound: forms.Form | None = None, refusal: str = "") -> Context:
    """What `agenda/_prepare.html` is filled with.

    `bound` is the form of a step or block that was just filled in wrongly, `refusal` why
    something could not be done.
    """
    progress = progress_of(actor)
    blocks = timetable(actor.sessie)
    starts_at = blocks[0].starts_at if blocks else local(actor.sessie.starts_at)
    return {
        "actor": actor,
        "sessie": actor.sessie,
        "rows": Rows(actor, blocks, reach_of(actor.sessie, progress.step)).all(bound),
        "minutes": total_minutes(blocks),
        "starts_at": starts_at,
        "ends_at": blocks[-1].ends_at if blocks else starts_at,
        "planned_end": progress.planned_end,
        "may_prepare": rules.may_prepare(actor),
        "refusal": refusal,
    }


def prepare_page(actor: Actor, day_form: DayForm | None = None) -> Context:
    """The whole page; `day_form` when it was just filled in wrongly."""
    form = day_form or DayForm(initial=_day_values(actor.sessie))
    return agenda_context(actor) | {"day_form": form}


def step_form(actor: Actor, step: Step, data: Any) -> StepForm:
    """The form of this step, filled in."""
    reach = reach_of(actor.sessie, progress_of(actor).step)
    return Rows(actor, timetable(actor.sessie), reach).form_of(step, data)


def progress_of(actor: Actor) -> Progress:
    """Where the day is."""
    found = Progress.objects.select_related("step__block").filter(sessie=actor.sessie).first()
    return found or Progress()


def groups_in(steps: Iterable[Step]) -> Groups:
    """The groups that these steps work in."""
    groups: dict[str, tuple[str, list[Step]]] = {}
    for step in steps:
        if step.division:
            groups.setdefault(step.division, (step.grouping, []))[1].append(step)
    return groups


def _moves(index: int, last: int, may_move: bool, may_place: Callable[[int], bool]) -> Moves:
    return Moves(
        may_move,
        may_move and index > 0 and may_place(index - 1),
        may_move and index < last and may_place(index + 1),
    )


def _bound(bound: forms.Form | None, form: F) -> F:
    """The form that was just filled in, if it is this one."""
    return bound if isinstance(bound, type(form)) and bound.auto_id == form.auto_id else form


def _day_values(sessie: Sessie) -> Context:
    start: datetime = timezone.localtime(sessie.starts_at)
    return {
        "title": sessie.title,
        "theme": sessie.theme,
        "date": start.date(),
        "time": start.time(),
    }
