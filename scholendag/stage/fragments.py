"""What of a running day is pushed as such: the clock, and what the coach says to everyone.

A new step is a signal to refetch.
"""

from datetime import datetime, timedelta

from django.template.loader import render_to_string
from django.utils import timezone

from scholendag import live
from scholendag.agenda.models import Progress

CLOCK_ID = "klok"
MESSAGE_ID = "bericht"
# So long a message covers the screen: enough to read a line, too short to be in the way.
SHOWN = timedelta(seconds=8)
# So long the coaches read what was said last.
REMEMBERED = timedelta(minutes=5)


def clock(sessie_id: int) -> live.Fragment:
    """The clock of the running step, the same for everyone."""
    return live.replace(CLOCK_ID, lambda: _render_clock(sessie_id))


def message(sessie_id: int) -> live.Fragment:
    """What the coach says now, the same for everyone."""
    return live.replace(MESSAGE_ID, lambda: _render_message(sessie_id))


def _render_message(sessie_id: int) -> str:
    progress = Progress.objects.get(sessie_id=sessie_id)
    return render_to_string("stage/_message.html", message_context(progress))


def message_context(progress: Progress) -> dict[str, object]:
    """What `stage/_message.html` is filled with: `said` for who comes while it shows (`left`, in
    milliseconds), and `remembered` for the coaches."""
    if progress.message_at is None:
        return {}
    age = timezone.now() - progress.message_at
    left = (SHOWN - age) // timedelta(milliseconds=1)
    message = {"text": progress.message, "at": progress.message_at, "left": left}
    return {
        "said": message if left > 0 else None,
        "remembered": message if age < REMEMBERED else None,
    }


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
