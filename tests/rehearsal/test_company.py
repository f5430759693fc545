"""The colleagues whom this process plays: who is there, and when they go by themselves."""

import pytest
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone

from scholendag.live import audiences
from scholendag.rehearsal import actions, company
from scholendag.rehearsal.models import Rehearsal
from scholendag.sessies.actions import arrive
from scholendag.sessies.models import Sessie
from tests.cast import ParticipantFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def playing(rehearsal, turns):
    """The rehearsal with its colleagues on their way."""
    company.come(rehearsal)
    return rehearsal


@pytest.fixture
def beat(playing):
    return company._Beat(playing)


def test_everyone_comes_and_somebody_says_so(playing, turns):
    assert turns.groups == {playing.run}
    assert len(turns._queue) == playing.colleagues
    assert company.CARE.groups == {playing.run}


def test_as_long_as_they_are_wanted_they_stay(beat, playing):
    Rehearsal.objects.update(seen_at=None)

    assert beat.turn() == company.BEAT_SECONDS

    playing.refresh_from_db()
    assert playing.is_attended


def test_after_an_hour_they_go_and_are_away(
    beat, playing, turns, sent, django_capture_on_commit_callbacks
):
    anna = ParticipantFactory.create(sessie=playing.sessie)
    arrive(anna)
    beat.until = 0

    with django_capture_on_commit_callbacks(execute=True):
        assert beat.turn() is None

    assert turns.groups == frozenset()
    playing.refresh_from_db()
    anna.refresh_from_db()
    assert not playing.is_attended
    assert not anna.is_present
    # A real person who takes part has a socket, and says so.
    everyone = audiences.everyone(playing.sessie_id)
    assert (everyone, {"type": "live.roll_call"}) in sent
    frames = [message.get("frame", {}) for _, message in sent]
    assert any("De nepcollega's zijn weg" in frame.get("content", "") for frame in frames)


@pytest.mark.parametrize("end", ["thrown away", "closed", "another process"])
def test_they_go_when_they_are_not_wanted_any_more(beat, playing, turns, end):
    if end == "thrown away":
        actions.throw_away(playing)
    elif end == "closed":
        Sessie.objects.filter(pk=playing.sessie_id).update(closed_at=timezone.now())
    else:
        Rehearsal.objects.update(run="another")

    assert beat.turn() is None
    assert turns.groups == frozenset()
    if end == "another process":
        assert Rehearsal.objects.get().is_attended


def test_a_database_that_does_not_answer_sends_nobody_away(beat, playing, turns, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError

    with monkeypatch.context() as patch:
        patch.setattr(QuerySet, "update", fail)
        assert beat.turn() == company.BEAT_SECONDS

    assert turns.groups == {playing.run}
    assert beat.turn() == company.BEAT_SECONDS


def test_throwing_away_stops_them_first(playing, turns):
    actions.throw_away(playing)

    assert turns.groups == frozenset()
    assert turns._queue == []
    assert company.CARE.groups == frozenset()
