"""Several people, or several devices of one person, vote at the same moment."""

import uuid
from collections.abc import Callable
from functools import partial

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from scholendag.boards import voting
from scholendag.boards.models import Board, Note
from scholendag.boards.polls import Dot, Poll
from tests.at_once import in_threads, together
from tests.boards.polling import Polling

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("sent")]


def giving(polling: Polling, who: str, note: Note) -> Callable[[], object]:
    """To press on a device of one's own."""
    return partial(polling.gives, who, Note.objects.get(pk=note.pk), uuid.uuid4())


def test_whoever_votes_waits_for_the_poll(polling: Polling) -> None:
    """On PostgreSQL for its row; SQLite gives one writer at a time the whole database."""
    if connection.vendor == "sqlite":
        assert settings.DATABASES["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        return
    note = polling.note()
    polling.opens()
    with CaptureQueriesContext(connection) as captured:
        polling.gives("anna", note)
    queries = [query["sql"] for query in captured]
    locks = [number for number, sql in enumerate(queries) if "FOR NO KEY UPDATE" in sql]
    dots = [number for number, sql in enumerate(queries) if 'FROM "boards_dot"' in sql]
    assert locks[0] < dots[0]


@in_threads
def test_one_person_with_many_devices_never_gives_too_many(polling: Polling) -> None:
    notes = [polling.note(), polling.note("Meer tijd")]
    polling.opens(3)
    got = together(*[giving(polling, "anna", notes[n % 2]) for n in range(8)])
    assert got.count(voting.NONE_LEFT) == 5
    assert polling.dots("anna") == 3


@in_threads
def test_presses_that_arrive_together_make_one_dot(polling: Polling) -> None:
    note, client_id = polling.note(), uuid.uuid4()
    polling.opens(3)
    together(*[partial(polling.gives, "anna", note, client_id)] * 6)
    assert Dot.objects.count() == 1


@in_threads
def test_two_coaches_open_one_poll_and_close_it_once(polling: Polling) -> None:
    polling.note()
    got = together(*[polling.opens] * 4)
    assert got.count(voting.ALREADY) == 3
    poll = Poll.objects.get()
    close = partial(voting.close_poll, polling.coach, poll)
    together(close, close)
    assert not Poll.objects.get().is_open
    assert Board.objects.get().voting is None


@in_threads
def test_a_dot_is_in_time_or_refused(polling: Polling) -> None:
    note = polling.note()
    polling.opens(3)
    poll = Poll.objects.get()
    presses = [giving(polling, who, note) for who in ("anna", "bram", "cas") * 2]
    got = together(*presses, partial(voting.close_poll, polling.coach, poll))
    assert Dot.objects.count() == 6 - got.count(voting.OVER)
