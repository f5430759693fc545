"""Two people at the very same moment."""

import uuid
from collections.abc import Callable

import pytest

from scholendag.sessies import actions
from scholendag.sessies.models import AccessLink, Participant
from tests.at_once import in_threads, together
from tests.cast import Cast

pytestmark = [pytest.mark.django_db(transaction=True), in_threads]
AT_ONCE = 4


def at_once(act: Callable[[], object]) -> None:
    """Several devices do this together."""
    together(*[act] * AT_ONCE)


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
