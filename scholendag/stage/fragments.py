"""What of a running day is pushed as such: the clock. A new step is a signal to refetch."""

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


def clock_context(progress: Progress) -> dict[str, object]:
    """What `stage/_clock.html` is filled with; times in UTC, lengths in seconds."""
    now = timezone.now()
    clock = progress.clock
    return {
        "clock": clock,
        "now": now,
        "remaining": int(clock.remaining(now).total_seconds()) if clock else None,
        "duration": int(clock.duration.total_seconds()) if clock else None,
    }
