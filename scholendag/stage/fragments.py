"""What of a running day is pushed as such: the clock. A new step is a signal to refetch."""

from datetime import datetime, timedelta

from django.template.loader import render_to_string
from django.utils import timezone

from scholendag import live
from scholendag.agenda.models import Progress

CLOCK_ID = "klok"


def clock(sessie_id: int) -> live.Fragment:
    """The clock of the running step, the same for everyone."""
    return live.replace(CLOCK_ID, lambda: _render_clock(sessie_id))


def _render_clock(sessie_id: int) -> str:
    progress = Progress.objects.select_related("step").get(sessie_id=sessie_id)
    return render_to_string("stage/_clock.html", clock_context(progress))


def _whole_minute(moment: datetime) -> datetime:
    """The first whole minute that is not before this moment: nobody is asked back too early."""
    return (moment + timedelta(seconds=59)).replace(second=0, microsecond=0)


def clock_context(progress: Progress) -> dict[str, object]:
    """What `stage/_clock.html` is filled with; times in UTC, lengths in seconds."""
    now = timezone.now()
    clock = progress.clock
    return {
        "clock": clock,
        "now": now,
        "remaining": int(clock.remaining(now).total_seconds()) if clock else None,
        "until": _whole_minute(clock.ends_at) if clock and not clock.is_paused else None,
        "duration": int(clock.duration.total_seconds()) if clock else None,
    }
