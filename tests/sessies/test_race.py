"""Two people at the very same moment. Needs rows that can be locked, so not SQLite in memory."""

import threading
import uuid
from collections.abc import Callable

import pytest
from django.db import connection

from scholendag.sessies import actions
from scholendag.sessies.models import AccessLink, Participant
from tests.cast import Cast

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="one writer at a time by nature, in one connection"
    ),
]
AT_ONCE = 4


def at_once(act: Callable[[], object]) -> None:
    """Does this in several threads that start together."""
    start = threading.Barrier(AT_ONCE)

    def run() -> None:
        start.wait()
        try:
            act()
        except actions.NameTaken:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_one_name_goes_to_one_person(transactional_db: None) -> None:
    sessie = Cast().sessie
    at_once(lambda: actions.join(sessie, "Anna"))
    assert Participant.objects.count() == 1


def test_one_form_makes_one_person(transactional_db: None) -> None:
    sessie, form = Cast().sessie, uuid.uuid4()
    at_once(lambda: actions.join(sessie, "Anna", client_id=form))
    assert Participant.objects.get().client_id == form


def test_links_are_made_once(transactional_db: None) -> None:
    sessie = Cast().sessie
    at_once(lambda: actions.ensure_links(sessie))
    assert AccessLink.objects.count() == 3


def test_a_link_is_renewed_once(transactional_db: None) -> None:
    link = actions.ensure_links(Cast().sessie)[AccessLink.Role.SCHERM]
    at_once(lambda: actions.renew_link(AccessLink.objects.get(pk=link.pk)))
    assert AccessLink.objects.filter(role=AccessLink.Role.SCHERM).count() == 2
