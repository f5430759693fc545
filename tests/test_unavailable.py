"""A database that does not answer is a pause, not something broken."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import Error, IntegrityError, InterfaceError, OperationalError, connection
from django.urls import reverse

from scholendag.sessies.models import AccessLink, Participant
from tests.cast import Cast


@contextmanager
def failing(error: Error, on: str = "") -> Iterator[None]:
    """Until the block ends the database answers every query that begins so with this error."""

    def fail(execute: Any, query: str, *rest: Any) -> Any:
        if query.startswith(on):
            raise error
        return execute(query, *rest)

    with connection.execute_wrapper(fail):
        yield


@pytest.mark.parametrize("error", [OperationalError("is locked"), InterfaceError("is closed")])
def test_a_page_says_that_it_will_be_back(cast: Cast, error: Error) -> None:
    client, path = cast.client(cast.anna), reverse("stage:deelnemer", args=[cast.sessie.code])
    with failing(error):
        answer = client.get(path)
    assert answer.status_code == 503
    assert "Wat je eerder hebt bewaard, staat er nog." in answer.content.decode()
    assert int(answer["Retry-After"]) > 0


def test_of_what_was_posted_nothing_is_stored(cast: Cast) -> None:
    link = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.DEELNEMER)
    path = reverse("sessies:join-link", args=[link.token])
    with failing(OperationalError("terminating connection"), on="INSERT"):
        answer = cast.client().post(path, {"name": "Dirk", "bouw": ""})
    assert answer.status_code == 503
    assert not Participant.objects.exists()


def test_the_log_says_why_and_holds_no_secret_link(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    with failing(OperationalError("no such table")):
        cast.client().get(reverse("stage:scherm", args=["een-geheime-link"]))
    [said] = [record for record in caplog.records if record.name == "scholendag.unavailable"]
    assert "no such table" in said.getMessage()
    assert "een-geheime-link" not in said.getMessage()


def test_any_other_error_stays_an_error(cast: Cast) -> None:
    client = cast.client(cast.anna)
    client.raise_request_exception = False
    with failing(IntegrityError("is broken")):
        answer = client.get(reverse("stage:deelnemer", args=[cast.sessie.code]))
    assert answer.status_code == 500
