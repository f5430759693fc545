"""Copying an agenda to another sessie: what is planned, never what happened."""

from datetime import datetime, time
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from scholendag.accounts.models import User
from scholendag.agenda.models import Block, Step
from scholendag.sessies.actors import coached_by
from scholendag.sessies.models import Sessie

Row = TypeVar("Row", bound=Model)


def copy_of(row: Row, **changed: Any) -> Row:
    """A new row, not yet stored, with every value of this one except what is `changed`."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    new = type(row)(**{field.attname: field.value_from_object(row) for field in fields})
    for name, value in changed.items():
        setattr(new, name, value)
    return new


def days_to_copy(coach: User) -> QuerySet[Sessie]:
    """The days of this coach's schools that have an agenda, the latest first."""
    days = coached_by(coach).filter(rehearsal_of=None, blocks__isnull=False).distinct()
    return days.select_related("school").order_by("-starts_at", "-pk")


@transaction.atomic
def copy_agenda(source: Sessie, target: Sessie) -> list[tuple[Block, Block]]:
    """Give `target`, which has no agenda yet, every block and step of `source`.

    An anchor keeps its distance to the start of the day. What is to be skipped stays so. Returns
    each block with its copy, in the order of the day.
    """
    pairs = []
    for block in source.blocks.prefetch_related("steps"):
        new = copy_of(block, sessie=target, anchor=_moved(block.anchor, source, target))
        new.save()
        Step.objects.bulk_create(
            copy_of(step, block=new, planned_at=None) for step in block.steps.all()
        )
        pairs.append((block, new))
    return pairs


def _moved(anchor: time | None, source: Sessie, target: Sessie) -> time | None:
    """The anchor of `source` on the clock of `target`, as far from its start."""
    if anchor is None:
        return None
    start = _on_the_clock(source)
    after = datetime.combine(start, anchor) - start
    return (_on_the_clock(target) + after).time()


def _on_the_clock(sessie: Sessie) -> datetime:
    """Its start as the clock on the wall has it."""
    return timezone.localtime(sessie.starts_at).replace(tzinfo=None)
