"""When each step really ran, from what was pressed. Pure: moves in, visits out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Visit:
    """When a step was first begun and last left; it may have been left for a while in between.

    `left_at` is None while it runs.
    """

    began_at: datetime
    left_at: datetime | None = None


def visits(moves: Iterable[tuple[int | None, datetime]]) -> dict[int, Visit]:
    """The visits by step, from the moves of a day in their order: the step that was opened and
    when. None stands for no step any more: the end of the day, or a step that is gone."""
    found: dict[int, Visit] = {}
    running: int | None = None
    for step, at in moves:
        if running is not None:
            found[running] = Visit(found[running].began_at, at)
        if step is not None:
            found[step] = Visit(found[step].began_at if step in found else at)
        running = step
    return found
