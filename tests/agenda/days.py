"""A small day, two blocks of two steps, 12 minutes; and reading how far a day is."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from scholendag.agenda.models import LogEntry, Progress
from scholendag.sessies.models import Sessie

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ONE_O_CLOCK = datetime(2026, 3, 12, 13, 0, tzinfo=AMSTERDAM)

SMALL: dict[str, Any] = {
    "title": "Kleine dag",
    "slug": "kleine-dag",
    "summary": "Om mee te oefenen.",
    "blocks": [
        {
            "title": "Begin",
            "instrument": "uitleg",
            "steps": [
                {"title": "Hallo", "phase": "uitleg", "minutes": 2, "prompt": "Welkom."},
                {"title": "Plan", "phase": "programma", "minutes": 2.5, "prompt": "Zo gaat het."},
            ],
        },
        {
            "title": "Samen",
            "instrument": "checkin",
            "settings": {"vragen": ["Hoe is het?"]},
            "steps": [
                {
                    "title": "Praten",
                    "phase": "gesprek",
                    "minutes": 5,
                    "prompt": "Praat met elkaar.",
                    "groups": "trio",
                    "goal": "Elkaar kennen.",
                },
                {"title": "Stilte", "phase": "gesprek", "minutes": 2.5, "prompt": "Wees stil."},
            ],
        },
    ],
}


def progress(day: Sessie) -> Progress:
    return Progress.objects.select_related("step").get(sessie=day)


def seen(day: Sessie) -> int | None:
    return progress(day).step_id


def title(day: Sessie) -> str | None:
    step = progress(day).step
    return step.title if step else None


def remaining(day: Sessie, minutes: float) -> timedelta:
    clock = progress(day).clock
    assert clock
    return clock.remaining(NOON + minutes * MINUTE)


def log(day: Sessie) -> list[tuple[str, str | None]]:
    entries = LogEntry.objects.filter(sessie=day).select_related("step").order_by("pk")
    return [(entry.verb, entry.step.title if entry.step else None) for entry in entries]
