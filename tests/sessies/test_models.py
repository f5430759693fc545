import pytest
from django.db import IntegrityError, transaction

from scholendag.sessies.models import AccessLink, Participant
from scholendag.sessies.tokens import digest_of
from tests.cast import Cast, ParticipantFactory


def test_a_token_is_stored_hashed_and_can_be_shown_again(cast: Cast) -> None:
    stored = Participant.objects.filter(pk=cast.anna.pk).values().get()
    assert cast.anna.token not in [str(value) for value in stored.values()]
    assert stored["token_hash"] == digest_of(cast.anna.token)
    assert Participant.objects.get(pk=cast.anna.pk).token == cast.anna.token


def test_a_token_has_128_bits_and_is_one_of_its_own(cast: Cast) -> None:
    assert len(cast.anna.token) == 22
    assert cast.anna.token != cast.bram.token


def test_a_form_makes_one_person(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ParticipantFactory.create(sessie=cast.sessie, client_id=cast.anna.client_id)


def test_a_role_has_one_living_link(cast: Cast) -> None:
    link = AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHERM)
    with pytest.raises(IntegrityError), transaction.atomic():
        AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHERM)
    link.revoke()
    AccessLink.objects.create(sessie=cast.sessie, role=AccessLink.Role.SCHERM)
