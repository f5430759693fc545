"""Letting time pass on a day: everything of it happened, and was planned, so much earlier."""

ON_TIME = """
from datetime import datetime
from django.utils import timezone
from scholendag.sessies.models import Sessie
sessie = Sessie.objects.get(progress__started_at=None, progress__ended_at=None)
now = timezone.now()
later = now - sessie.starts_at
for block in sessie.blocks.exclude(anchor=None):
    block.anchor = (datetime.combine(timezone.localdate(), block.anchor) + later).time()
    block.save(update_fields=["anchor"])
sessie.starts_at = now
sessie.save(update_fields=["starts_at"])
"""

PASS = """
from datetime import datetime, timedelta
from django.db.models import F
from django.utils import timezone
from scholendag.agenda.forecast import forecast
from scholendag.agenda.models import LogEntry, Progress, Step
from scholendag.agenda.queries import day_of
progress = Progress.objects.get(step__isnull=False)
sessie = progress.sessie
now = timezone.now()
passed = timedelta(seconds=%d)
if %s:
    left = max(progress.clock.remaining(now), timedelta())
    passed += left - forecast(day_of(sessie, progress), now).drift
for name in ("step_started_at", "started_at", "planned_end"):
    setattr(progress, name, getattr(progress, name) - passed)
progress.save()
sessie.starts_at -= passed
sessie.save()
LogEntry.objects.filter(sessie=sessie).update(at=F("at") - passed)
planned = Step.objects.filter(block__sessie=sessie).exclude(planned_at=None)
planned.update(planned_at=F("planned_at") - passed)
for block in sessie.blocks.exclude(anchor=None):
    block.anchor = (datetime.combine(timezone.localdate(), block.anchor) - passed).time()
    block.save(update_fields=["anchor"])
"""
