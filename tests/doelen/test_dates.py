"""Which days can be planned."""

from datetime import timedelta

from django.utils import timezone

from scholendag.doelen.dates import objection_to


def test_from_today_until_a_year_from_now():
    today = timezone.localdate()

    assert objection_to(today) == ""
    assert objection_to(today + timedelta(days=366)) == ""
    assert "al voorbij" in objection_to(today - timedelta(days=1))
    assert "te ver weg" in objection_to(today + timedelta(days=367))
