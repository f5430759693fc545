"""Which days can be planned. Pure."""

from datetime import date, timedelta

from django.utils import timezone

FURTHEST = timedelta(days=366)


def objection_to(day: date) -> str:
    """Why this day cannot be planned, or nothing when it can."""
    today = timezone.localdate()
    if day < today:
        return "Deze dag is al voorbij. Kies vandaag of een latere dag."
    if day > today + FURTHEST:
        return "Deze dag is te ver weg. Kies een dag binnen een jaar."
    return ""
