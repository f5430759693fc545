"""The agenda beside a running day, as its coaches see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from scholendag.agenda.drift import drift_in, in_minutes
from scholendag.agenda.forecast import Forecast, forecast
from scholendag.agenda.models import Progress, Step
from scholendag.agenda.proposal import Proposal, propose
from scholendag.agenda.queries import day_of, timetable
from scholendag.agenda.shortening import as_text
from scholendag.agenda.stretches import is_speling
from scholendag.agenda.timetable import A_MINUTE
from scholendag.sessies.models import Sessie

Context = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """A step that gives minutes, or speling of which more is left: its minutes now and then."""

    title: str
    now: Decimal
    then: Decimal


def desk_context(sessie: Sessie, progress: Progress) -> Context:
    """What `agenda/_agenda.html`, `_drift.html` and `_shorten.html` are filled with.

    Before the start there is a `timetable` and no `forecast`.
    """
    if progress.started_at is None:
        return {"timetable": timetable(sessie), "forecast": None}
    now = timezone.now()
    day = day_of(sessie, progress)
    found = forecast(day, now)
    context: Context = {"timetable": found.blocks, "forecast": found}
    if day.ended_at is None:
        context["drift"] = drift_in(found, now)
        context["counted_from"] = None if day.anchored else day.plan_starts_at
        context["shorten"] = _shorten(propose(day, found, now))
    return context


def _shorten(proposal: Proposal | None) -> Context | None:
    """The panel of a day that is late; None when there is nothing to press."""
    if proposal is None or not proposal.cuts:
        return None
    return {
        "before": proposal.before,
        "after": proposal.after,
        "rows": [*_given(proposal), *_kept(proposal)],
        "gained": proposal.gained,
        "cuts": [as_text(cut.step, cut.then) for cut in proposal.cuts],
        "late": in_minutes(proposal.after.lack) if proposal.after.lack >= A_MINUTE else "",
    }


def _given(proposal: Proposal) -> Iterator[Row]:
    for cut in proposal.cuts:
        yield Row(_name(cut.step), cut.now, cut.then)


def _kept(proposal: Proposal) -> Iterator[Row]:
    """The speling that the cuts save."""
    now, then = (_spelings(one) for one in (proposal.before, proposal.after))
    for step, minutes in then.items():
        if minutes > now[step]:
            yield Row(_name(step), now[step], minutes)


def _spelings(found: Forecast) -> dict[Step, Decimal]:
    """The whole minutes of all speling that is not over."""
    rows = [row for block in found.blocks for row in block.steps if not row.is_done]
    return {row.step: Decimal(row.length // A_MINUTE) for row in rows if is_speling(row.step)}


def _name(step: Step) -> str:
    return step.title if step.title == step.block.title else f"{step.block.title}: {step.title}"
