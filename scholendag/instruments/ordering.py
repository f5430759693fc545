"""A row of things that the coach puts in order beforehand. Call inside a transaction."""

from typing import TypeVar

from django.db.models import Model, QuerySet

Item = TypeVar("Item", bound=Model)


def last_place(row: QuerySet[Item]) -> int:
    """The position at the end of the row, for one more."""
    taken = row.select_for_update().values_list("position", flat=True)
    return max(taken, default=0) + 1


def move(row: QuerySet[Item], pk: int, steps: int) -> None:
    """Move the item `steps` places down the row (up if negative); past an end nothing happens.

    Numbers every `position` of the row afresh from 1, so gaps and doubles mend themselves.
    """
    items = list(row.select_for_update())
    old = next(index for index, item in enumerate(items) if item.pk == pk)
    new = min(max(old + steps, 0), len(items) - 1)
    items.insert(new, items.pop(old))
    for position, item in enumerate(items, start=1):
        row.filter(pk=item.pk).update(position=position)
