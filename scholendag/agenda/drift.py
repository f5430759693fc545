"""How far the day is ahead or behind, in the words that stand beside its clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil

from scholendag.agenda.forecast import Forecast
from scholendag.agenda.timetable import A_MINUTE, NOTHING, elapsed


class State(StrEnum):
    """Whether a coach has to do something."""

    AHEAD = "ahead"
    ON_TIME = "on-time"
    BEHIND = "behind"
    # Behind by more than the speling can take.
    LACKING = "lacking"


@dataclass(frozen=True)
class Drift:
    """One forecast in words.

    They are right until `fresh_until`, when a page has to ask again; None: until a press.
    """

    state: State
    words: str
    point: str
    speling: str
    fresh_until: datetime | None


def drift_in(found: Forecast, now: datetime) -> Drift:
    """What to say of this forecast, made at this moment, of a day that is not over."""
    return Drift(
        state=_state(found),
        words=_words(found.drift),
        point=_point(found, now),
        speling=f"nog {in_minutes(found.speling)} speling" if found.speling >= A_MINUTE else "",
        fresh_until=_fresh_until(found, now),
    )


def in_minutes(length: timedelta) -> str:
    """Whole minutes that have passed: `6 min`, `1 uur` or `1 uur 5 min`; without a sign."""
    hours, minutes = divmod(abs(length) // A_MINUTE, 60)
    parts = [f"{hours} uur"] * bool(hours) + [f"{minutes} min"] * bool(minutes or not hours)
    return " ".join(parts)


def _state(found: Forecast) -> State:
    if found.lack >= A_MINUTE:
        return State.LACKING
    if abs(found.drift) < A_MINUTE:
        return State.ON_TIME
    return State.BEHIND if found.drift > NOTHING else State.AHEAD


def _words(drift: timedelta) -> str:
    if abs(drift) < A_MINUTE:
        return "Op schema"
    return f"{in_minutes(drift)} {'achter' if drift > NOTHING else 'voor'}"


def _point(found: Forecast, now: datetime) -> str:
    """The block that others count on, and how long it is until it has to begin."""
    if found.block is None:
        return ""
    to_go = ceil(elapsed(now, found.until) / A_MINUTE)
    if to_go <= 0:
        return f"{found.block} had om {found.until:%H.%M} moeten beginnen"
    return f"{found.block} over {in_minutes(to_go * A_MINUTE)}, om {found.until:%H.%M}"


def _fresh_until(found: Forecast, now: datetime) -> datetime | None:
    """When the point is a minute nearer, or the drift a minute more; None when neither comes."""
    changes = []
    if found.block and found.until > now:
        changes.append(now + (elapsed(now, found.until) % A_MINUTE or A_MINUTE))
    if found.grows_from:
        changes.append(found.grows_from + A_MINUTE - found.drift % A_MINUTE)
    return min(changes, default=None)
