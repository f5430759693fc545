"""Preparing a day: making it from a programme, and fitting its agenda to the school."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import IntEnum
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from scholendag import live
from scholendag.accounts.models import User
from scholendag.agenda import rules
from scholendag.agenda.content import BlockContent, StepContent, check
from scholendag.agenda.models import Block, Programme, Progress, Step
from scholendag.agenda.queries import locked_progress
from scholendag.live import audiences
from scholendag.schools.models import School
from scholendag.sessies.actions import ensure_links
from scholendag.sessies.actors import Actor
from scholendag.sessies.models import Sessie
from scholendag.sessies.refused import Refused

T = TypeVar("T", Block, Step)


class Direction(IntEnum):
    """Which way something moves in the agenda."""

    EARLIER = -1
    LATER = 1


@transaction.atomic
def make_sessie(  # noqa: PLR0917 - what every day needs
    programme: Programme, school: School, title: str, theme: str, starts_at: datetime, by: User
) -> Sessie:
    """A day for this school with the agenda of the programme, ready to prepare and to share.

    `starts_at` is aware. Raises ProgrammeError when the stored programme is not a good one.
    """
    content = check(programme.content)
    sessie = Sessie.objects.create(
        school=school, title=title, theme=theme, starts_at=starts_at, created_by=by
    )
    begins_at = starts_at.astimezone(UTC)
    for position, block in enumerate(content.blocks, start=1):
        _make_block(sessie, position, block, timezone.localtime(begins_at))
        begins_at += timedelta(minutes=float(block.minutes))
    Progress.objects.create(sessie=sessie)
    ensure_links(sessie)
    return sessie


@transaction.atomic
def change_minutes(actor: Actor, step: Step, minutes: Decimal) -> None:
    """Plan this many minutes for the running step or a later one. Raises Refused.

    The clock of the running step follows at once.
    """
    _change(actor, step, minutes=minutes)


@transaction.atomic
def change_text(actor: Actor, step: Step, title: str, prompt: str) -> None:
    """Reword the running step or a later one. Raises Refused."""
    _change(actor, step, title=title, prompt=prompt)


@transaction.atomic
def change_day(actor: Actor, title: str, theme: str, starts_at: datetime) -> None:
    """Change what the day is called and about, and its planned start. Raises Refused."""
    _current_step(actor)
    sessie = actor.sessie
    sessie.title, sessie.theme, sessie.starts_at = title, theme, starts_at
    sessie.save(update_fields=["title", "theme", "starts_at"])
    _show(sessie)


@transaction.atomic
def move_step(actor: Actor, step: Step, direction: Direction) -> None:
    """Change places with the step beside it in the block; nothing at the edge.

    Raises Refused when the turn of one of the two has come.
    """
    current = _current_step(actor)
    if pair := _pair(list(step.block.steps.select_related("block")), step, direction):
        if not rules.may_swap_steps(actor, *pair, current):
            raise Refused("Deze stap loopt al of is geweest. Hij blijft op zijn plaats.")
        _swap(actor.sessie, *pair)


@transaction.atomic
def move_block(actor: Actor, block: Block, direction: Direction) -> None:
    """Change places with the block beside it; nothing at the edge.

    Raises Refused when one of the two has begun.
    """
    current = _current_step(actor)
    if pair := _pair(list(actor.sessie.blocks.all()), block, direction):
        if not rules.may_swap_blocks(actor, *pair, current):
            raise Refused("Dit blok loopt al of is geweest. Het blijft op zijn plaats.")
        _swap(actor.sessie, *pair)


def _make_block(sessie: Sessie, position: int, content: BlockContent, begins_at: datetime) -> None:
    block = Block.objects.create(
        sessie=sessie,
        position=position,
        title=content.title,
        instrument=content.instrument,
        settings=content.settings,
        anchor=begins_at.time() if content.anchor else None,
    )
    Step.objects.bulk_create(
        _new_step(block, place, step) for place, step in enumerate(content.steps, start=1)
    )


def _new_step(block: Block, position: int, content: StepContent) -> Step:
    return Step(block=block, position=position, **vars(content))


def _current_step(actor: Actor) -> Step | None:
    """The running step; a press that moves the day waits until we are done. Raises Refused."""
    progress = locked_progress(actor.sessie)
    if progress.ended_at or not rules.may_prepare(actor):
        raise Refused("De dag is afgesloten. De agenda kan niet meer veranderen.")
    return progress.step


def _change(actor: Actor, step: Step, **changed: object) -> None:
    if not rules.may_change(actor, step, _current_step(actor)):
        raise Refused("Deze stap is al geweest en kan niet meer veranderen.")
    for name, value in changed.items():
        setattr(step, name, value)
    step.save(update_fields=list(changed))
    _show(actor.sessie)


def _pair(row: list[T], one: T, direction: Direction) -> tuple[T, T] | None:
    """It and the one beside it, both as they are now; None at the edge."""
    place = row.index(one)
    beside = place + direction
    return (row[place], row[beside]) if 0 <= beside < len(row) else None


def _swap(sessie: Sessie, one: Block | Step, other: Block | Step) -> None:
    one.position, other.position = other.position, one.position
    one.save(update_fields=["position"])
    other.save(update_fields=["position"])
    _show(sessie)


def _show(sessie: Sessie) -> None:
    """Everyone's agenda and clock may be different now."""
    live.refresh(audiences.everyone(sessie.pk))
